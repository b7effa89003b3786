import type { Evidence, Language } from '../types.ts'
import type { LockFailure } from '../verify/types.ts'

/** What a writer makes of the evidence, before it is verified and numbered. */
export type DraftClaim = {
  readonly text: string
  readonly verbatim: boolean
  readonly quotes: readonly { readonly passageId: string; readonly start: number; readonly end: number }[]
}

/** Which lock a claim failed, on which words, and why, in one English line for the log and `--explain`. */
export type ClaimFailure = {
  readonly lock: LockFailure['lock'] | 'form' | 'citation' | 'language' | 'markup' | 'support'
  readonly words: string
  readonly why: string
}

export type DroppedClaim = { readonly text: string; readonly failures: readonly ClaimFailure[] }

export type WritingRequest = {
  readonly question: string
  /** The asker's: claims in another are dropped. */
  readonly language: Language
  /** Best first; the first few are shown to the model. */
  readonly evidence: readonly Evidence[]
  /** A private question never reaches a hosted model. */
  readonly private: boolean
  /** Called when the model is asked, and when it has answered. */
  readonly onProgress?: (progress: WritingProgress) => void
}

/** How far the writing has come: a model writes from so many passages; so many claims of it are checked. */
export type WritingProgress =
  | { readonly stage: 'writing'; readonly passages: number }
  | { readonly stage: 'checking'; readonly claims: number }

export type Writing = {
  /** Verified, with the sentences cited as ranges of their passages' texts; undefined: give the quoted answer. */
  readonly claims: readonly DraftClaim[] | undefined
  readonly dropped: readonly DroppedClaim[]
  /** One line for the reader, in the asker's language, when the model was of no use. */
  readonly notice?: string
  /** For `--explain` and the log. */
  readonly reasons: readonly string[]
}

/** Writes an answer with a language model and checks it. Never throws for what a model does. */
export type ModelWriter = (request: WritingRequest) => Promise<Writing>
