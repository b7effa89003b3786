/** What is kept of an answer so that it can be shown, and checked, long after it was given. */

import type { AnswerStatus, ArticleFacts, Citation, Claim, CorpusStamp, Language, Range } from '../types.ts'
import type { LockFailure } from '../verify/types.ts'

/** The newest form of record that this program writes and reads. */
export const recordSchema = 1

/** An article as it was cited: its facts at that time, its version and its hashes. */
export type RecordedArticle = ArticleFacts & {
  readonly version: string
  /** SHA-256 of the file's bytes, hexadecimal; absent in answers given before records were kept. */
  readonly fileSha256?: string
  /** SHA-256 of the decoded text in UTF-8, hexadecimal; `version` is its first 8 digits. */
  readonly textSha256?: string
}

/** `exact`: the quote was a slice of the article when the answer was given; `unchecked`: the article was not at hand. */
export type QuoteVerdict = 'exact' | 'differs' | 'unchecked'

export type RecordedCitation = Omit<Citation, 'article'> & {
  readonly article: RecordedArticle
  /** SHA-256 of the quote in UTF-8, hexadecimal. */
  readonly quoteSha256: string
  readonly verdict: QuoteVerdict
}

/** A claim that a writer made and the locks refused. */
export type DroppedClaim = { readonly text: string; readonly failures: readonly LockFailure[] }

export type EvidenceRecord = {
  readonly schema: typeof recordSchema
  /** Of the answer: ten characters of base32. */
  readonly id: string
  readonly question: string
  readonly language: Language
  /** ISO timestamp. */
  readonly askedAt: string
  readonly status: AnswerStatus
  readonly notice?: string
  readonly claims: readonly Claim[]
  readonly citations: readonly RecordedCitation[]
  readonly corpus: CorpusStamp
  /** Which models had a part: the one that found the passages, and the one that wrote, where one did. */
  readonly models: { readonly embedding?: string; readonly chat?: string }
  /** Why the status was chosen and what was left out. */
  readonly reasons: readonly string[]
  readonly dropped: readonly DroppedClaim[]
  readonly tookMs: number
}

/** How the article stands in the corpus now; `unknown`: there is no corpus to look at. */
export type ArticleState = 'unchanged' | 'changed' | 'withdrawn' | 'unknown'

/**
 * Whether record and store still agree. `intact`: the quote has its hash and is the slice of the stored version;
 * `quote-altered`: the record's quote has another hash; `text-altered`: the stored version's text has another hash;
 * `slice-differs`: other words stand at the offsets; `version-missing`: the version is no longer stored.
 */
export type Integrity = 'intact' | 'quote-altered' | 'text-altered' | 'slice-differs' | 'version-missing' | 'unknown'

/** What was replaced; `was` is empty for what was added since, `now` for what was taken out. */
export type QuoteDifference = { readonly was: string; readonly now: string }

/** Where the quote stands in the version that counts now; `quote` is what stands there. */
export type QuoteNow =
  | (Range & {
      /** `exact`: to the character; `same-words`: other spaces, quotation marks or end mark; `altered`: other words. */
      readonly found: 'exact' | 'same-words' | 'altered'
      readonly quote: string
      /** Its paragraph now; absent when it stands in none. */
      readonly paragraph?: number
      readonly differences: readonly QuoteDifference[]
    })
  | { readonly found: 'gone' }

export type CitationCheck = {
  readonly n: number
  readonly state: ArticleState
  readonly integrity: Integrity
  /** The version that counts now, when it is another one. */
  readonly current?: { readonly version: string; readonly fileSha256: string }
  /** For a changed article only. */
  readonly quoteNow?: QuoteNow
  /** Id of another article that holds the same file, for a withdrawn one. */
  readonly sameFileAs?: string
}

export type RecordCheck = {
  /** ISO timestamp. */
  readonly checkedAt: string
  /** Which state of the corpus it was compared with; absent when there is none. */
  readonly corpus?: { readonly revision: number; readonly builtAt: string }
  /** One a citation, in their order. */
  readonly citations: readonly CitationCheck[]
}

/** A record and how it stands today. */
export type Proof = { readonly record: EvidenceRecord; readonly check: RecordCheck }
