/** Every figure on a topic, one line each, then the sentences where they stand. */
import { toCells } from '../../figures-table/table-cells.ts'
import { describeNone, figuresTexts } from '../../figures-table/table-texts.ts'
import type { FigureRow, FigureSource, FigureTable } from '../../figures-table/types.ts'
import { interfaceTexts } from '../../interface-texts.ts'
import type { Language, Range } from '../../types.ts'
import { cleanLine } from '../cutting/clean.ts'
import { joinSpans } from '../cutting/spans.ts'
import { deskTexts } from '../texts/desk-texts.ts'
import { displayWords } from '../texts/display-words.ts'
import type { Block, Group, Rendering, Span } from '../types.ts'
import { introductionBlock, quoteBlock } from './quote-block.ts'
import { sourceBlock } from './source-block.ts'

/** An empty table is one honest line; figures of unknown period stand below those of the one that was asked for. */
export function renderFigures(table: FigureTable, language: Language): Rendering {
  const texts = figuresTexts(language)
  const none = describeNone({ ...table, topic: cleanLine(table.topic) }, language)
  const lead: readonly Block[] = none === undefined ? [] : [{ kind: 'lead', spans: [{ text: none }] }]
  const { undated = [] } = table
  if (none !== undefined && undated.length === 0) return { tone: 'not-found', groups: [lead] }
  const cells = toCells(table, language)
  const title: Block = { kind: 'title', spans: [{ text: deskTexts(language).figuresHeading(cleanLine(table.topic)) }] }
  const items = (rows: readonly FigureRow[], of: readonly (readonly string[])[]): readonly Block[] =>
    rows.map((row, position) => renderRow(row, of[position] ?? [], language))
  const line = (text: string): Block => ({ kind: 'text', spans: [{ text }] })
  const { sources } = cells
  return {
    tone: none === undefined ? 'plain' : 'unsure',
    groups: [
      [
        title,
        ...lead,
        ...items(table.rows, cells.rows),
        ...(undated.length > 0 ? [line(texts.undated)] : []),
        ...items(undated, cells.undated),
        ...(cells.hasContext ? [line(texts.fromContext)] : []),
        ...(table.articlesRead === undefined ? [] : [line(texts.partial(table.articlesRead))]),
      ],
      ...sources.map((source, position) => renderSentence(source, table, position + 1, language)),
    ],
  }
}

function renderRow(row: FigureRow, cells: readonly string[], language: Language): Block {
  const texts = figuresTexts(language)
  const [figure = '', period = '', speaker = '', numbers = ''] = cells
  const [, ...hedges] = figure.split('\n').filter((part) => part !== `(${texts.sourcesDiffer})`)
  const path = row.sources[0]?.article.path ?? ''
  const show = (words: string): string => cleanLine(displayWords({ text: words, marks: [] }, { path }).text)
  const known = (cell: string, unknown: string): readonly Span[] => [
    { text: cell === texts.unknown ? unknown : cell.split('\n').map(show).join(', ') },
  ]
  const parts: (readonly Span[])[] = [
    [{ text: show(row.figure), style: 'bold' }, ...hedges.map((hedge): Span => ({ text: ` ${show(hedge)}` }))],
    known(period, interfaceTexts(language).dateUnknown),
    known(speaker, deskTexts(language).speakerUnknown),
    [{ text: numbers }],
  ]
  if (row.sourcesDiffer) parts.push([{ text: texts.sourcesDiffer, style: 'italic' }])
  return { kind: 'item', spans: joinSpans(parts) }
}

function renderSentence(source: FigureSource, table: FigureTable, n: number, language: Language): Group {
  const { article, sentence, introducedBy } = source
  return [
    ...(introducedBy === undefined ? [] : [introductionBlock(introducedBy, article)]),
    quoteBlock({ article, quote: sentence.text, marks: figuresIn(source, table) }, language),
    sourceBlock({ article, paragraph: source.paragraph }, language, n),
  ]
}

/** The figures of the table that stand in a sentence, in order. */
function figuresIn({ passageId, sentence }: FigureSource, { rows, undated = [] }: FigureTable): readonly Range[] {
  const ranges = [...rows, ...undated]
    .flatMap(({ sources }) => sources)
    .filter((source) => source.passageId === passageId && source.sentence.start === sentence.start)
    .map(({ value }) => ({ start: value.start - sentence.start, end: value.end - sentence.start }))
    .filter(({ start, end }) => start >= 0 && end <= sentence.text.length)
    .sort((left, right) => left.start - right.start || right.end - left.end)
  return ranges.filter(({ end }, position) => ranges.slice(0, position).every((other) => other.end < end))
}
