/** The figures of an answer's quotes: those that answer, each with whatever its article says of it. */
import { createSourceReader, type ReadFigure } from '../figures-table/read-source.ts'
import { inReadingOrder } from '../figures-table/reading.ts'
import { quantitiesOf } from '../figures-table/relevant-figures.ts'
import { createReader } from '../figures-table/source/reader.ts'
import type { PassageIndex } from '../ports/passage-index.ts'
import { readUnits, type Unit } from '../reading/quotable.ts'
import type { ArticleFacts, Citation, Range } from '../types.ts'

export type QuotedFigure = ReadFigure & {
  readonly citation: Citation
  /** Who says it, as the article writes them; absent where that is not sure. */
  readonly speaker?: string
  /** The folded words of its whole article. */
  readonly articleWords: ReadonlySet<string>
  /** All sentences of its article. */
  readonly articleUnits: readonly Unit[]
}

/**
 * The marked figures of citations, in their order. A quote of which no word that answers is marked gives none.
 * @param citations of articles that the index holds.
 */
export async function readQuotedFigures(
  citations: readonly Citation[],
  index: Pick<PassageIndex, 'passagesOf'>,
): Promise<readonly QuotedFigure[]> {
  const versions = new Map(citations.map((citation) => [articleKey(citation), citation]))
  const byArticle = new Map<string, readonly Unit[]>()
  for (const [key, { article, passageId }] of versions)
    byArticle.set(key, (await index.passagesOf(article.id, versionOf(passageId))).flatMap(readUnits))
  const units = inReadingOrder([...byArticle.values()].flat())
  const facts = new Map<string, ArticleFacts>(citations.map(({ article }) => [article.id, article]))
  const read = createSourceReader(units, facts, createReader(units))
  return citations.flatMap((citation) => {
    const own = byArticle.get(articleKey(citation)) ?? []
    const articleWords = new Set(own.flatMap(({ vocabulary }) => vocabulary))
    return markedIn(citation, own).map(({ unit, number }, row) => {
      const figure = read({ unit, row, number, fit: 1, countsAsked: true })
      const speaker = speakerOf(figure) ?? citation.saidBy
      return { ...figure, ...{ citation, articleWords, articleUnits: own }, ...(speaker !== undefined && { speaker }) }
    })
  })
}

/** Words that hold the figure itself, or say where, name nobody: then it is not known who speaks. */
function speakerOf({ number, source: { speaker } }: ReadFigure): string | undefined {
  const isNobody = speaker === undefined || speaker.text.includes(number.text) || isPlacing.test(speaker.text)
  return isNobody ? undefined : speaker.text
}

const isPlacing = /^(?:à|au|aux|en|dans|at|in|on)\s/iu

function markedIn({ passageId, start, end, marks }: Citation, units: readonly Unit[]) {
  return units
    .filter(({ passage }) => passage.id === passageId)
    .flatMap((unit) => {
      const offset = unit.passage.start + unit.start
      const isQuoted = offset >= start && offset + unit.text.length <= end
      const isMarked = (range: Range) =>
        marks.some((mark) => start + mark.start < offset + range.end && offset + range.start < start + mark.end)
      return isQuoted ? quantitiesOf(unit).flatMap((number) => (isMarked(number) ? [{ unit, number }] : [])) : []
    })
}

function articleKey({ article, passageId }: Citation): string {
  return `${article.id}@${versionOf(passageId)}`
}

/** `<articleId>@<version>.<ordinal>` → version. */
function versionOf(passageId: string): string {
  return passageId.slice(passageId.lastIndexOf('@') + 1, passageId.lastIndexOf('.'))
}
