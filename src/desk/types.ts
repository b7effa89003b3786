/**
 * The desk behind every platform: a platform translates what a person does into one of these calls, and what comes back
 * into its own writing. It decides nothing; so the same words mean the same everywhere.
 */
import type { FigureTable } from '../figures-table/types.ts'
import type { Asker, Group } from '../ports/ledger.ts'
import type { IndexedArticle } from '../ports/passage-index.ts'
import type { Proof } from '../record/types.ts'
import type { Answer, ArticleFacts, CorpusStamp, Language, Passage, Range } from '../types.ts'
import type { Verification } from '../verify/types.ts'
import type { WritingProgress } from '../writing/types.ts'

export type DeskQuestion = {
  readonly text: string
  readonly asker: Asker
  /** The server or chat where it is asked; none where nobody else sees it: its maintainers see what was asked there. */
  readonly group?: Group
  /** Names the conversation whose context a follow-up carries on (`discord:thread:1`, `telegram:-5:7`); none: no context. */
  readonly conversation?: string
  /** The language chosen by the person or the place; else the question's. */
  readonly language?: Language
  /** Nothing of the question is kept but a count, and no hosted model sees it. */
  readonly private?: boolean
  /** Called about once a second while the person waits, for a model or for those before. */
  readonly onProgress?: (progress: Progress) => void
}

/** How far an answer has come. While a language model writes, `quoted` is the answer in exact words. */
export type Progress =
  | { readonly stage: 'searching' }
  | (WritingProgress & {
      readonly quoted: Answer
    })

/** What a person thinks of an answer; `does-not-say`: the cited passage does not say that. */
export type FeedbackKind = 'useful' | 'wrong' | 'does-not-say'

export type Feedback = {
  readonly answerId: string
  readonly kind: FeedbackKind
  readonly asker: Asker
  /** Number of the citation meant. */
  readonly citation?: number
  /** The person's own words, at most 1,000 characters. */
  readonly note?: string
}

/** What a person has chosen for themselves. */
export type Preferences = { readonly language?: Language; readonly private?: boolean }

/** A passage as it stands in its version, with the paragraphs around it; `quote` within `passage.text` where asked for. */
export type PassageView = {
  readonly article: ArticleFacts
  readonly passage: Passage
  readonly before?: Passage
  readonly after?: Passage
  readonly quote?: Range
  /** False when the article has another version now, or was withdrawn. */
  readonly current: boolean
}

export type DeskStatus = {
  readonly version: string
  readonly corpus: CorpusStamp
  readonly passages: number
  readonly languages: Readonly<Record<Language, number>>
  readonly embeddingModel: string
  readonly chatModel?: string
  readonly answers: number
  readonly privateAnswers: number
  readonly byStatus: Readonly<Record<string, number>>
  /** 0 where nothing is kept. */
  readonly keepDays: number
  /** One line where configured sources have brought nothing for longer than expected. */
  readonly stale?: string
}

/** A question that the corpus did not answer, or whose answer somebody called wrong; grouped by meaning. */
export type Gap = {
  /** The newest question of the group, as asked. */
  readonly question: string
  readonly count: number
  /** ISO timestamp of the newest. */
  readonly newest: string
  readonly kinds: Readonly<Record<'not-found' | 'unsure' | 'wrong', number>>
  readonly others: readonly string[]
  /** What people wrote who called an answer wrong, with the number of the citation meant; newest first, at most 5. */
  readonly notes: readonly string[]
}

/** What an indexing run did, in one line for people. */
export type ReindexReport = { readonly revision: number; readonly summary: string }

/** Whether a person may go on: at most so many questions a minute (SOURCIER_RATE_PER_MINUTE), and of a group many times that. */
export type Allowance = { readonly allowed: true } | { readonly allowed: false; readonly retryAfterSeconds: number }

export interface Desk {
  /** Questions a person, and a group of people (server, chat) where one is given, against their limits; counts one use. */
  allow(asker: Asker, group?: string): Promise<Allowance>
  /** Resolves follow-ups, answers, records. Throws UserError for an empty or too long question. */
  ask(question: DeskQuestion): Promise<Answer>
  /** An answer given here lately (also a private one, from memory, 15 minutes) or kept in the ledger: for buttons pressed later. */
  answer(id: string): Promise<Answer | undefined>
  /**
   * Where no article has the words, `figures` are those that the articles give on what the text gives figures on.
   * @param language the reader's, also for what is thrown; none: that of the text.
   * @throws UserError for an empty or too long text.
   */
  verify(
    text: string,
    language?: Language,
  ): Promise<{ readonly verification: Verification; readonly language: Language; readonly figures?: FigureTable }>
  /** Throws UserError for an empty topic. */
  figures(topic: string, language?: Language): Promise<{ readonly table: FigureTable; readonly language: Language }>
  /** The articles that count now, newest first, those of unknown date last. */
  sources(): Promise<readonly IndexedArticle[]>
  /** The passage of a citation with its neighbours; undefined when it does not exist. `quote`: as a citation has it, in the article's text. */
  passage(passageId: string, quote?: Range): Promise<PassageView | undefined>
  /** The best passages for a query, without deciding whether they answer and without neighbours: for inline mode. Best first. */
  passages(query: string, limit: number): Promise<readonly PassageView[]>
  /** Throws UserError when the id is malformed or nothing is kept under it. */
  proof(id: string, language: Language): Promise<Proof>
  /** @param language of what is said where a source is stale; English unless given. */
  status(language?: Language): Promise<DeskStatus>
  /** Kept for maintainers unless the answer was private (then only counted); one opinion a person and answer, the last counts. */
  feedback(feedback: Feedback): Promise<void>
  preferences(asker: Asker): Promise<Preferences>
  /** `undefined` values take a choice back. */
  prefer(
    asker: Asker,
    choice: { readonly language?: Language | undefined; readonly private?: boolean },
  ): Promise<Preferences>
  /** Settings of a server or chat, by key, as JSON text; undefined while none was set. */
  groupSetting(group: string): Promise<string | undefined>
  setGroupSetting(group: string, json: string): Promise<void>
  /** Drops all that is kept of an asker: answers, feedback, preferences, conversations. Returns how many answers. */
  forget(asker: Asker): Promise<number>
  /** Whether SOURCIER_ADMINS names this person. */
  isMaintainer(asker: Asker): boolean
  /** @param group only what was asked there; none: everything, direct messages too, which is for SOURCIER_ADMINS alone. */
  gaps(limit: number, group?: Group): Promise<readonly Gap[]>
  /** Brings all sources up to date. One at a time: a second call joins the first. Throws UserError. */
  reindex(): Promise<ReindexReport>
  /** The language that a text is written in, as far as it can be told; for the interface around it. */
  languageOf(text: string): Language
}
