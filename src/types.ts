/**
 * The data that flows through Sourcier, one way: article → passage → vector → evidence → answer → rendering.
 * Everything is readonly and without methods. Offsets are UTF-16 code units, `start` inclusive, `end` exclusive.
 */

/** Languages in which articles are read and the interface speaks. */
export type Language = 'en' | 'fr'

/** A stretch of a text: UTF-16 offsets, `start` inclusive, `end` exclusive. */
export type Range = { readonly start: number; readonly end: number }

/** What is known of an article apart from its words. What is unknown stays absent and is shown as unknown. */
export type ArticleFacts = {
  /** `[a-z0-9_-]`, 1 to 32 characters. */
  readonly id: string
  readonly title?: string
  /** A maintainer's short description, for articles without a title; shown as such. */
  readonly label?: string
  /** Who wrote it, as the source says. */
  readonly author?: string
  readonly outlet?: string
  readonly url?: string
  /** ISO 8601 date, `2026-02-09`, or a longer ISO timestamp. */
  readonly published?: string
  /** When its source says that it was last changed; ISO 8601 as `published`. */
  readonly updated?: string
  readonly language: Language
  /** Where the file or page was read from, as shown to people: relative to the working folder, or a URL. */
  readonly path: string
  /** What its source claims and nothing shows, and which is therefore not among the facts; absent where there is none. */
  readonly doubts?: readonly Doubt[]
}

/** A claim of a source that is not believed: of which fact, and why, as one phrase. */
export type Doubt = { readonly field: 'outlet' | 'url' | 'published' | 'updated'; readonly reason: string }

export type Article = ArticleFacts & {
  /** 8 hexadecimal digits of the hash of `text`. A version never changes. */
  readonly version: string
  /** The decoded text, unchanged: every quote is a slice of it. */
  readonly text: string
  /** What is not article (player lines, site names, front matter …), in order, not overlapping. No passage overlaps one. */
  readonly skip: readonly Range[]
  /** SHA-256 of the file's bytes, hexadecimal. */
  readonly sha256: string
}

/** A paragraph or a list item: 60 to 1,000 characters where the article allows it. `article.text.slice(start, end) === text`. */
export type Passage = Range & {
  /** `<articleId>@<version>.<ordinal>` */
  readonly id: string
  readonly articleId: string
  readonly version: string
  /** 1 for the first passage of the article. */
  readonly ordinal: number
  readonly text: string
  readonly language: Language
  /** The heading, or the line that introduces a list, without which the text cannot be understood. A slice of the article. */
  readonly context?: string
}

/** Parts of a score by name (`similarity`, `bm25`, `late` …), kept for `--explain`. */
export type Signals = Readonly<Record<string, number>>

/** A passage that may answer, with its score: larger is better. */
export type Evidence = {
  readonly passage: Passage
  readonly article: ArticleFacts
  readonly score: number
  readonly signals: Signals
}

/** A verbatim slice of an article: one sentence, or at most 400 characters, ending at word and number boundaries. */
export type Citation = Range & {
  /** 1 for the first citation of the answer. */
  readonly n: number
  readonly passageId: string
  /** Ordinal of the passage in its article, shown as its paragraph number. */
  readonly paragraph: number
  readonly article: ArticleFacts
  readonly quote: string
  /** The words that answer (a figure with its unit, a name, a date): ranges within `quote`. */
  readonly marks: readonly Range[]
  /** The heading, or the line that introduces a list, that stands above the quote in the article; exact words too. */
  readonly introducedBy?: string
  /** Who speaks, where only a sentence before the quote says so: its exact words. */
  readonly saidBy?: string
  /** What its article prints about its own mistakes: corrections and retractions, in its exact words. Absent where none. */
  readonly corrections?: readonly string[]
  /** Other articles that carry the same text with the quote in it: copies of one origin, no further sources. */
  readonly copies?: readonly ArticleFacts[]
}

export type Claim = {
  readonly text: string
  /** Numbers `n` of the citations that carry the claim. */
  readonly citations: readonly number[]
  /** True when `text` is the exact words of its citation. */
  readonly verbatim: boolean
}

/** A figure that an article gives for what others give another for: exact words of its quote. */
export type DifferingFigure = {
  /** Number `n` of the citation that shows it. */
  readonly citation: number
  readonly figure: string
  /** Who says it, as the article writes them. */
  readonly speaker?: string
}

/**
 * `answered`; `unsure`: the claims hold the closest quotes, said as such; `not-found`: no claims and no citations,
 * the closest passages are still in `evidence`.
 */
export type AnswerStatus = 'answered' | 'unsure' | 'not-found'

/** Which state of the corpus answered. */
export type CorpusStamp = {
  readonly revision: number
  /** ISO timestamp. */
  readonly builtAt: string
  readonly articles: number
  /** Publication date of the newest article, where any is known. */
  readonly newest?: string
  /** One line where a configured source has brought nothing for longer than it usually does. */
  readonly stale?: string
}

export type Answer = {
  /** Ten random characters of base32 (`a-z2-7`). */
  readonly id: string
  readonly question: string
  /** Language of the interface texts: the question's, or English for a third language. */
  readonly language: Language
  readonly status: AnswerStatus
  readonly claims: readonly Claim[]
  readonly citations: readonly Citation[]
  /** Best first. */
  readonly evidence: readonly Evidence[]
  readonly corpus: CorpusStamp
  readonly tookMs: number
  /** Figures of which not all can be right, the one of the newest article first; absent where the quotes do not surely disagree. */
  readonly disagreement?: readonly DifferingFigure[]
  /** One line for the reader beside the claims: why it is unsure, that the language is not spoken, what the bot can do. */
  readonly notice?: string
  /** Why the status was chosen and what was left out, for `--explain` and the log. */
  readonly reasons: readonly string[]
}

/** One state of the corpus: a row for each indexing run or rollback. Nothing is deleted. */
export type Revision = {
  /** 1, 2, 3 … */
  readonly number: number
  /** ISO timestamp of the commit. */
  readonly builtAt: string
  readonly modelId: string
  readonly dimensions: number
  readonly articles: number
  readonly passages: number
  readonly added: number
  readonly removed: number
  /** Why: `index`, `rollback to 3` … */
  readonly note: string
}
