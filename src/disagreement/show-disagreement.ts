/** An answer that shows what its quotes disagree on: the quotes of one matter together, the newest first. */
import type { Outcome } from '../answer/answer-from-evidence.ts'
import type { Citation, Claim, DifferingFigure } from '../types.ts'
import type { Comparison } from './compare-quotes.ts'
import type { QuotedFigure } from './quoted-figure.ts'

/** Puts the quotes that differ, or that follow one another in time, in the places that they have, the newest first. */
export function orderByNewest(outcome: Outcome, { differing, developing }: Comparison): Outcome {
  const ordered = [differing, developing].reduce(
    (citations, figures) => reorder(citations, [...new Set(figures.map(({ citation }) => placeOf(citation)))]),
    outcome.citations,
  )
  const numbers = new Map(ordered.map(({ n }, position) => [n, position + 1]))
  const renumber = (n: number) => numbers.get(n) ?? n
  const claims = outcome.claims.map((claim) => ({ ...claim, citations: claim.citations.map(renumber) }))
  return {
    ...outcome,
    citations: ordered.map((citation, position) => ({ ...citation, n: position + 1 })),
    claims: claims.toSorted((left, right) => (left.citations[0] ?? 0) - (right.citations[0] ?? 0)),
  }
}

function reorder(citations: readonly Citation[], places: readonly string[]): readonly Citation[] {
  const moved = places.flatMap((place) => citations.find((citation) => placeOf(citation) === place) ?? [])
  let next = 0
  return citations.map((citation) => (places.includes(placeOf(citation)) ? (moved[next++] ?? citation) : citation))
}

/** Says what differs. A quote that a model left out is shown all the same. */
export function withDisagreement(outcome: Outcome, { differing }: Comparison): Outcome {
  if (differing.length === 0) return outcome
  const citations = [...outcome.citations]
  const claims: Claim[] = [...outcome.claims]
  const disagreement = differing.map((figure): DifferingFigure => {
    const shown = citations.find((citation) => holds(citation, figure.citation))
    const n = shown?.n ?? citations.length + 1
    if (shown === undefined) {
      citations.push({ ...figure.citation, n })
      claims.push({ text: figure.citation.quote, citations: [n], verbatim: true })
    }
    const { speaker } = figure
    return { citation: n, figure: figure.source.figure.text, ...(speaker !== undefined && { speaker }) }
  })
  return { ...outcome, citations, claims, disagreement: onceEach(disagreement) }
}

function onceEach(figures: readonly DifferingFigure[]): readonly DifferingFigure[] {
  const keyOf = ({ citation, figure }: DifferingFigure) => `${citation} ${figure}`
  return [...new Map(figures.map((figure) => [keyOf(figure), figure])).values()]
}

function placeOf({ passageId, start }: QuotedFigure['citation']): string {
  return `${passageId} ${start}`
}

function holds(shown: Citation, { passageId, start, end }: Citation): boolean {
  return shown.passageId === passageId && shown.start <= start && shown.end >= end
}
