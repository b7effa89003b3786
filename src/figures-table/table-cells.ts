/** The cells of a table of figures as people read them; the same in the terminal and in Markdown. */
import type { Language } from '../types.ts'
import { isSamePeriod } from './periods/same-period.ts'
import { figuresTexts } from './table-texts.ts'
import type { Attached, FigureRow, FigureSource, FigureTable } from './types.ts'

export type TableCells = {
  readonly header: readonly string[]
  /** Figure, period, speaker, numbers of the sources; a line end parts what belongs on lines of its own. */
  readonly rows: readonly (readonly string[])[]
  /** The same of the figures of unknown period. */
  readonly undated: readonly (readonly string[])[]
  /** The different sentences, numbered from 1 in this order. */
  readonly sources: readonly FigureSource[]
  /** A speaker or a period comes from the sentence before: shown in brackets. */
  readonly hasContext: boolean
}

export function toCells({ rows, undated = [] }: FigureTable, language: Language): TableCells {
  const texts = figuresTexts(language)
  const sources: FigureSource[] = []
  const numberOf = (source: FigureSource): number => {
    const known = sources.findIndex((other) => isSameSentence(other, source))
    return known === -1 ? sources.push(source) : known + 1
  }
  const cellsOf = (row: FigureRow): readonly string[] => [
    figureCell(row, texts.sourcesDiffer),
    periodCell(row, language),
    differentOf(row.sources.flatMap(({ speaker }) => (speaker === undefined ? [] : shown(speaker)))) || texts.unknown,
    sourcesCell(row, row.sources.map(numberOf), language),
  ]
  return {
    header: [texts.figure, texts.period, texts.speaker, texts.sources],
    rows: rows.map(cellsOf),
    undated: undated.map(cellsOf),
    sources,
    hasContext: [...rows, ...undated].some((row) =>
      row.sources.some(({ speaker, period }) => speaker?.from === 'context' || period?.from === 'context'),
    ),
  }
}

/** "48,6 milliards de wons", and below it how it is hedged: "(accusés d'avoir escroqué …)". */
function figureCell({ figure, sources, sourcesDiffer }: FigureRow, differs: string): string {
  const hedges = sources.map(({ hedge }) => (hedge === undefined ? '' : `(${toLine(hedge.text)} …)`))
  // What one source gives as a fact is no longer only alleged.
  const hedge = hedges.includes('') ? [] : [...new Set(hedges)]
  return [toLine(figure), ...hedge, ...(sourcesDiffer ? [`(${differs})`] : [])].join('\n')
}

/** Copies of one text are no further sources: "[1] [2] (2 articles, 1 origin)". */
function sourcesCell({ sources, origins }: FigureRow, numbers: readonly number[], language: Language): string {
  const cited = [...new Set(numbers)].map((n) => `[${n}]`).join(' ')
  if (origins === undefined) return cited
  const articles = new Set(sources.map(({ article }) => article.id)).size
  return `${cited} ${figuresTexts(language).origins(articles, origins)}`
}

function periodCell({ sources }: FigureRow, language: Language): string {
  const texts = figuresTexts(language)
  const periods = sources.flatMap((source) =>
    source.period === undefined ? [] : periodOf(source, source.period, language),
  )
  const said = sources.flatMap((source) => (source.said === undefined ? [] : texts.said(shown(source.said))))
  return differentOf([...periods, ...said]) || texts.unknown
}

/** With the year that the article gives elsewhere, and with what "the same period" is the same as. */
function periodOf({ year, sameAs }: FigureSource, period: Attached, language: Language): string {
  const texts = figuresTexts(language)
  if (sameAs !== undefined) return texts.sameAs(shown(period), toLine(sameAs.text))
  if (isSamePeriod(period.text)) return texts.sameAsUnknown(shown(period))
  if (year === undefined) return shown(period)
  return period.from === 'context' ? `(${toLine(period.text)}, ${year})` : `${shown(period)} (${year})`
}

/** What comes from the sentence before in brackets. */
function shown({ text, from }: Attached): string {
  return from === 'context' ? `(${toLine(text)})` : toLine(text)
}

function toLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ')
}

/** Each once, on a line of its own. */
function differentOf(items: readonly string[]): string {
  return [...new Set(items)].join('\n')
}

function isSameSentence(left: FigureSource, right: FigureSource): boolean {
  return left.passageId === right.passageId && left.sentence.start === right.sentence.start
}
