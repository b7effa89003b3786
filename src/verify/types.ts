import type { Article, ArticleFacts, Passage, Range } from '../types.ts'

/**
 * `verbatim`: the words stand so in an article, in one place or, with an ellipsis, in several of one article in order.
 * `altered`: one place is close, its words differ. `stitched`: the parts stand in different places and no ellipsis says so.
 */
export type Verdict = 'verbatim' | 'altered' | 'stitched' | 'not-found'

/** A word or a few that differ; `given` is empty for what is missing, `original` for what was added. */
export type Difference = {
  readonly kind: 'replaced' | 'missing' | 'added'
  readonly given: string
  readonly original: string
  /** Where `original` stands in the article (UTF-16); empty, at the place of insertion, for what was added. */
  readonly at: Range
}

/** A place in an article that the pasted words, or a part of them, were found at or near. */
export type Match = Range & {
  readonly passageId: string
  /** Ordinal of the passage in its article. */
  readonly paragraph: number
  readonly article: ArticleFacts
  /** `article.text.slice(start, end)` */
  readonly quote: string
  /** The part of the pasted text that was compared, as pasted. */
  readonly given: string
  readonly differences: readonly Difference[]
  /** Words of the sentence that the quote leaves out and that change what it says: "not", "more than", "suspected". */
  readonly cutOff: readonly string[]
  /** Where those words stand in the article. */
  readonly leftOut?: readonly Range[]
  /** What the article prints about its own mistakes, in its exact words. */
  readonly corrections?: readonly string[]
  /** The whole sentence around the quote, when words were cut off. A slice of the article. */
  readonly sentence?: Range & { readonly quote: string }
}

/**
 * What the reader should know beside the verdict. `speaker`: the article knows nobody of whom it is said to be;
 * `other-speaker`: it gives the words to somebody else, `no-speaker`: to nobody; `parts`: an ellipsis leaves out whole
 * sentences; `part-speakers`: the parts are different people's; `accents`: nothing but accents differs, `case-only`: but
 * capitals; `brackets`: words in square brackets are whoever's who pasted; `figures-only`: the figures are the article's,
 * the words are not; `partly`: some sentences are an article's, others are not; `several`: quotes, or lines, each checked;
 * `lead-in`: the words around the quote say what the article does not show;
 * `earlier`: the words stood in an article that was corrected or withdrawn since.
 */
export type VerificationNote =
  | 'too-short'
  | 'cut-off'
  | 'marks-only'
  | 'speaker'
  | 'other-speaker'
  | 'no-speaker'
  | 'parts'
  | 'part-speakers'
  | 'accents'
  | 'case-only'
  | 'brackets'
  | 'figures-only'
  | 'partly'
  | 'several'
  | 'lead-in'
  | 'earlier'

/** What is judged apart: the words, whose they are said to be, and whether they mean what they meant. */
export type QuoteVerdicts = {
  readonly words: 'exact' | 'altered' | 'not-found'
  /** `unknown`: the article does not say so surely, or says nothing of it. */
  readonly speaker: 'right' | 'other' | 'unknown' | 'not-given'
  /** `cut`: the sentence says what turns these words, before or behind them. */
  readonly meaning: 'whole' | 'cut'
}

export type Verification = QuoteVerdicts & {
  readonly verdict: Verdict
  readonly notes: readonly VerificationNote[]
  readonly matches: readonly Match[]
  /**
   * With `speaker`, `other-speaker` and `no-speaker`: whom the person names, and whom the article, as it writes them, where
   * it says so. `follows`: no word there gives them the words, which only go on from what they say.
   */
  readonly speakers?: {
    readonly given: string
    readonly real?: string
    readonly follows?: true
    /** The sentence of the article that says so: a slice of it. */
    readonly proof?: Range & { readonly quote: string }
  }
  /** With `lead-in`: the words that the article does not show. */
  readonly unshown?: string
  /** With `earlier`: where the words stood, and until when (ISO 8601). `isCorrected`: the article is there in another version. */
  readonly earlier?: Pick<QuoteVerdicts, 'speaker' | 'meaning'> & {
    readonly until: string
    readonly isCorrected: boolean
    readonly match: Match
  }
  /** Of several quotes each by itself, in order; the verdicts above are those of the worst. */
  readonly quotes?: readonly (QuoteVerdicts & { readonly given: string })[]
  /** Of words joined by an ellipsis: where the parts stand, how many sentences lie between them, who says them. */
  readonly parts?: PartsFound
}

export type PartsFound = {
  /** Numbers of the paragraphs, in order, each once. */
  readonly paragraphs: readonly number[]
  readonly sentencesLeftOut: number
  /** As the article names them; empty where they are the same or not said. */
  readonly speakers: readonly string[]
}

/** An article with its passages, in reading order. */
export type VerifiableArticle = { readonly article: Article; readonly passages: readonly Passage[] }

/** Which lock a claim failed, on which of its words, and why, in one English line for the log and `--explain`. */
export type LockFailure = {
  readonly lock: 'quote' | 'figure' | 'name' | 'hedge'
  readonly words: string
  readonly why: string
}
