/** Every figure that the corpus gives for a topic, each with who says it, for when, and where. */
import type { NumberKind } from '../figures/numbers.ts'
import type { ArticleFacts, Range } from '../types.ts'

/** Words of an article, as they stand there: `article.text.slice(start, end) === text`. */
export type Slice = Range & { readonly text: string }

/** Words that go with a figure, and whether they stand in its own sentence or in the one before (or the heading). */
export type Attached = Slice & { readonly from: 'sentence' | 'context' }

/** One place where a figure stands. What is unknown stays absent. */
export type FigureSource = {
  readonly article: ArticleFacts
  readonly version: string
  readonly passageId: string
  /** Ordinal of the passage, shown as its paragraph number. */
  readonly paragraph: number
  /** The whole sentence, verbatim; offsets in the article's text. */
  readonly sentence: Slice
  /** The heading or the line that introduces a list. */
  readonly introducedBy?: string
  /** The figure as written, with currency and scale ("48,6 milliards de wons"). */
  readonly value: Slice
  /** From the words that say how surely it is meant to the noun counted: "des milliers de suspects". */
  readonly figure: Slice
  /** The words that say how surely it is meant ("more than"), where they stand before it. */
  readonly qualifier?: Slice
  /** The noun counted with its adjectives and complement, as written. */
  readonly thing?: Slice
  /** The words before it by which the sentence does not give it as a fact ("accused of having stolen"). */
  readonly hedge?: Slice
  readonly speaker?: Attached
  /** When it was said, if the sentence gives that apart from the period. */
  readonly said?: Attached
  /** The date or period that the figure is for. */
  readonly period?: Attached
  /** The year of that date, where other words of the article give it. */
  readonly year?: number
  /** What "the same period" is the same as. */
  readonly sameAs?: Attached
}

export type FigureRow = {
  /** Qualifier, value and thing counted as the first source writes them. */
  readonly figure: string
  /** As written in the first source. */
  readonly value: string
  /** Decimal, scale applied ("48.6 billion" = `48600000000`). */
  readonly canonical: string
  /** The other end of a range, or the whole of a ratio. */
  readonly high?: string
  readonly kind: NumberKind
  /** ISO 4217. */
  readonly currency?: string
  /** "Hundreds": only the order of magnitude is said. */
  readonly vague?: true
  readonly qualifier?: string
  readonly approximate: boolean
  readonly thing?: string
  readonly hedge?: string
  readonly speaker?: string
  readonly said?: string
  readonly period?: string
  /** ISO date as far as it is known (`2026`, `2026-02`, `2026-02-08`), by which rows are sorted. */
  readonly date?: string
  /** Another article or speaker gives another figure for the same thing and the same period. */
  readonly sourcesDiffer: boolean
  /** How many origins its articles have, where some are copies of one text; absent where none is. */
  readonly origins?: number
  /** One for each place where the figure stands; never empty. */
  readonly sources: readonly FigureSource[]
}

export type FigureTable = {
  readonly topic: string
  readonly rows: readonly FigureRow[]
  /** The period that is asked for, as the topic writes it; then no row is known to be for another. */
  readonly period?: string
  /** Figures on the topic of which the articles do not say for when they are; absent unless a period is asked for. */
  readonly undated?: readonly FigureRow[]
  /** How many of the articles were read, where there were too many to read all. */
  readonly articlesRead?: number
}
