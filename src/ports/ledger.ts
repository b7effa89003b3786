/** What the bots remember of those who ask. */
import type { Feedback, FeedbackKind, Preferences } from '../desk/types.ts'
import type { EvidenceRecord } from '../record/types.ts'
import type { Answer } from '../types.ts'

/** Who asked, as a platform names them: `discord:123`, `telegram:456`, `terminal`. */
export type Asker = string

/** A server or chat in which people ask, as a platform names it: `discord:789`. */
export type Group = string

/** Somebody calls a kept answer wrong: what they say is. */
export type Doubt = {
  readonly kind: Exclude<FeedbackKind, 'useful'>
  /** Number of the citation meant. */
  readonly citation?: number
  /** Their own words. */
  readonly note?: string
  /** ISO timestamp. */
  readonly at: string
}

/** A kept question that the corpus did not answer, or whose answer somebody called wrong. */
export type Unanswered = {
  readonly question: string
  readonly status: 'not-found' | 'unsure' | 'wrong'
  /** ISO timestamp. */
  readonly askedAt: string
  /** Newest first; none unless the status is `wrong`. */
  readonly doubts: readonly Doubt[]
}

/** The bots' own memory: answers given, feedback, choices and settings. Nothing of a private question but a count. */
export interface Ledger {
  /**
   * Keeps an answer with its evidence record; what is kept under an id never changes.
   * @param group where it was asked, where people see each other's questions.
   */
  record(answer: Answer, evidence: EvidenceRecord, asker: Asker, group?: Group): Promise<void>
  countPrivate(): Promise<void>
  answer(id: string): Promise<Answer | undefined>
  /** The evidence record of an answer. Throws UserError when a newer version wrote it or it is damaged. */
  recordOf(id: string): Promise<EvidenceRecord | undefined>
  /** Keeps an opinion, one a person and answer, the last counts. On an answer that is not kept it is only counted. */
  saveFeedback(feedback: Feedback): Promise<void>
  /** Empty while nothing was chosen. */
  preferences(asker: Asker): Promise<Preferences>
  /** In place of those before; what is absent is not chosen. */
  savePreferences(asker: Asker, preferences: Preferences): Promise<void>
  /** Settings of a server or chat, as JSON text; undefined while none was saved. */
  groupSetting(group: string): Promise<string | undefined>
  saveGroupSetting(group: string, json: string): Promise<void>
  /**
   * Newest first, at most `limit`; greetings and the like, which ask the corpus nothing, are none.
   * @param group only what was asked there; none: all, direct messages too.
   */
  unanswered(limit: number, group?: Group): Promise<readonly Unanswered[]>
  /** Drops all that is kept of an asker, and the feedback on the answers dropped; returns how many answers. */
  forget(asker: Asker): Promise<number>
  /** Drops answers and feedback that are older; returns how many answers. */
  dropOlderThan(days: number): Promise<number>
  counts(): Promise<{
    readonly answers: number
    readonly private: number
    readonly byStatus: Readonly<Record<string, number>>
    /** Opinions by kind, those on private answers with them. */
    readonly feedback: Readonly<Partial<Record<FeedbackKind, number>>>
  }>
  close(): Promise<void>
}
