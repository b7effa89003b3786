/** The cells of a table of figures as people read them; the same in the terminal and in Markdown. */
import type { Language } from '../types.ts'
import { figuresTexts } from './table-texts.ts'
import type { Attached, FigureRow, FigureSource, FigureTable } from './types.ts'

export type TableCells = {
  readonly header: readonly string[]
  /** Figure, period, speaker, numbers of the sources; a line end parts what belongs on lines of its own. */
  readonly rows: readonly (readonly string[])[]
  /** The different sentences, numbered from 1 in this order. */
  readonly sources: readonly FigureSource[]
  /** A speaker or a period comes from the sentence before: shown in brackets. */
  readonly hasContext: boolean
}

export function toCells({ rows }: FigureTable, language: Language): TableCells {
  const texts = figuresTexts(language)
  const sources: FigureSource[] = []
  const numberOf = (source: FigureSource): number => {
    const known = sources.findIndex((other) => isSameSentence(other, source))
    return known === -1 ? sources.push(source) : known + 1
  }
  const cells = rows.map((row) => [
    figureCell(row, texts.sourcesDiffer),
    periodCell(row, language),
    differentOf(row.sources.flatMap(({ speaker }) => speaker ?? [])).join('\n') || texts.unknown,
    sourcesCell(row, row.sources.map(numberOf), language),
  ])
  return {
    header: [texts.figure, texts.period, texts.speaker, texts.sources],
    rows: cells,
    sources,
    hasContext: rows.some((row) =>
      row.sources.some(({ speaker, period }) => speaker?.from === 'context' || period?.from === 'context'),
    ),
  }
}

function figureCell({ figure, sourcesDiffer }: FigureRow, differs: string): string {
  const line = figure.replaceAll(/\s+/g, ' ')
  return sourcesDiffer ? `${line}\n(${differs})` : line
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
  const periods = differentOf(sources.flatMap(({ period }) => period ?? []))
  const said = differentOf(sources.flatMap(({ said }) => said ?? []))
  return [...periods, ...said.map(texts.said)].join('\n') || texts.unknown
}

/** Each once; what comes from the sentence before in brackets. */
function differentOf(items: readonly Attached[]): readonly string[] {
  const shown = items.map(({ text, from }) => {
    const line = text.replaceAll(/\s+/g, ' ')
    return from === 'context' ? `(${line})` : line
  })
  return [...new Set(shown)]
}

function isSameSentence(left: FigureSource, right: FigureSource): boolean {
  return left.passageId === right.passageId && left.sentence.start === right.sentence.start
}
