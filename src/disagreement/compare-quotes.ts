/** Do the quotes of an answer disagree? Only where nothing speaks against it: a wrong claim of it is worse than none. */
import { groupBySource, type SourcedArticle } from '../copies/one-source.ts'
import { quantitiesOf } from '../figures-table/relevant-figures.ts'
import type { PassageIndex } from '../ports/passage-index.ts'
import type { WordSpace } from '../ports/word-space.ts'
import type { Question } from '../question/question.ts'
import { findCorrections } from '../reading/corrections.ts'
import type { Citation } from '../types.ts'
import { type QuotedFigure, readQuotedFigures } from './quoted-figure.ts'
import { mayBeSame } from './rounding.ts'
import { compareMoments, type Moment, saidOn } from './same-moment.ts'
import { isSameScope } from './same-scope.ts'
import { isSameThing } from './same-thing.ts'
import { prepareLikeness } from './word-likeness.ts'

export type Comparison = {
  /** Figures that surely differ on what the best quote gives, the newest first; empty where none do. */
  readonly differing: readonly QuotedFigure[]
  /** Figures of one thing for several times, the last first; empty where the question names the time. */
  readonly developing: readonly QuotedFigure[]
  /** Some figures are other ones, for other times, or nothing tells whether they are for the same. */
  readonly isUnsure: boolean
  /** How many sources give a figure. */
  readonly sources: number
}

type Relation = 'agree' | 'differ' | 'develop' | 'unknown'

/** @param articles all of the revision. */
export async function compareQuotes(
  question: Question,
  citations: readonly Citation[],
  articles: readonly SourcedArticle[],
  { index, space }: { readonly index: Pick<PassageIndex, 'passagesOf'>; readonly space: WordSpace },
): Promise<Comparison> {
  const none: Comparison = { differing: [], developing: [], isUnsure: false, sources: 0 }
  const groups = groupBySource(articles)
  const sourceOf = ({ id }: { readonly id: string }) => groups.get(id) ?? id
  if (new Set(citations.map(({ article }) => sourceOf(article))).size < 2) return none
  const figures = (await readQuotedFigures(citations, index)).filter(isTold)
  const sources = new Set(figures.map(({ citation }) => sourceOf(citation.article))).size
  if (sources < 2) return { ...none, sources }
  const asked = question.content.map(({ word }) => ({ word, language: question.language }))
  const likeness = await prepareLikeness(
    space,
    [...new Set(figures.flatMap(({ articleUnits }) => articleUnits))],
    asked,
  )
  const relate = (left: QuotedFigure, right: QuotedFigure): Relation => {
    if (mayBeSame(left.number, right.number)) return 'agree'
    if (knows(left, right) || knows(right, left)) return 'unknown'
    if (!isSameThing(left, right, asked, likeness) || !isSameScope(left, right, question, asked, likeness))
      return 'unknown'
    return relations[compareMoments(left, right)]
  }
  const pairs = figures.flatMap((left, at) =>
    figures
      .slice(at + 1)
      .filter((right) => sourceOf(left.citation.article) !== sourceOf(right.citation.article))
      .map((right): Pair => ({ left, right, relation: relate(left, right) })),
  )
  const best = figures.filter(({ citation }) => citation === citations[0])
  const differing = connected(best, pairs, 'differ')
  const developing = question.dates.length > 0 || differing.length > 0 ? [] : connected(best, pairs, 'develop')
  return {
    differing: newestFirst(differing),
    developing: developing.toSorted((left, right) => (right.span?.from ?? '').localeCompare(left.span?.from ?? '')),
    isUnsure: pairs.some(({ relation }) => relation === 'unknown' || relation === 'develop'),
    sources,
  }
}

type Pair = { readonly left: QuotedFigure; readonly right: QuotedFigure; readonly relation: Relation }

/**
 * Those of the best quote, and what is so related to them, in one step or several; none where nothing is. What only
 * further quotes differ on is not what was asked.
 */
function connected(best: readonly QuotedFigure[], pairs: readonly Pair[], wanted: Relation): readonly QuotedFigure[] {
  const related = pairs.filter(({ relation }) => relation === wanted)
  const found = new Set(best.filter((one) => related.some(({ left, right }) => left === one || right === one)))
  for (const one of found)
    for (const { left, right } of related) {
      if (left === one) found.add(right)
      if (right === one) found.add(left)
    }
  return [...found]
}

const relations: Readonly<Record<Moment, Relation>> = { same: 'differ', apart: 'develop', unknown: 'unknown' }

/** What a correction says of the article's mistake is no figure of its own. */
function isTold({ unit: { passage, text, language } }: QuotedFigure): boolean {
  return findCorrections({ text: passage.text, language }).every((note) => !note.includes(text))
}

/** An article that gives the other's figure too knows of it: it was corrected since, or is somebody else's. */
function knows({ articleUnits, number }: QuotedFigure, { number: other }: QuotedFigure): boolean {
  return articleUnits
    .flatMap(quantitiesOf)
    .some(
      ({ value, kind, unit }) =>
        value === other.value &&
        kind === other.kind &&
        (unit !== undefined || kind !== 'count') &&
        number.value !== value,
    )
}

/** By the date of the article; those of unknown date last, in the order given. */
function newestFirst(figures: readonly QuotedFigure[]): readonly QuotedFigure[] {
  return figures.toSorted((left, right) => (dateOf(right) ?? '').localeCompare(dateOf(left) ?? ''))
}

function dateOf(figure: QuotedFigure): string | undefined {
  return figure.citation.article.published ?? saidOn(figure)
}
