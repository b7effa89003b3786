/** A table of figures for other programs: JSON, CSV, Markdown. */
import { writeCsv } from '../record/csv.ts'
import { describeSource } from '../rendering/describe-source.ts'
import type { ArticleFacts, Language } from '../types.ts'
import { toCells } from './table-cells.ts'
import { describeNone, figuresTexts } from './table-texts.ts'
import type { FigureRow, FigureTable } from './types.ts'

/** @param describeArticle the article as the program's JSON has it. */
export function toFiguresJson<ArticleJson>(
  { rows, undated, ...table }: FigureTable,
  describeArticle: (article: ArticleFacts) => ArticleJson,
) {
  const describe = ({ sources, ...row }: FigureRow) => ({
    ...row,
    sources: sources.map(({ article, sentence, ...source }) => ({
      article: describeArticle(article),
      quote: sentence.text,
      start: sentence.start,
      end: sentence.end,
      ...source,
    })),
  })
  return { ...table, figures: rows.map(describe), ...(undated && { undated: undated.map(describe) }) }
}

const columns =
  'value,canonical,high,currency,qualifier,thing,hedge,speaker,said,period,date,sources_differ,article,title,outlet,published,place,passage,start,end,sentence'

/** One line a source, with a header, those of unknown period last; line ends and quotation marks as RFC 4180 has them. */
export function toFiguresCsv({ rows, undated = [] }: FigureTable): string {
  const lines = [...rows, ...undated].flatMap((row) =>
    row.sources.map((source) => {
      const { article, sentence } = source
      return [
        source.value.text,
        row.canonical,
        row.high,
        row.currency,
        source.qualifier?.text,
        source.thing?.text,
        source.hedge?.text,
        source.speaker?.text,
        source.said?.text,
        source.period?.text,
        row.date,
        row.sourcesDiffer ? 'yes' : 'no',
        article.id,
        article.title ?? article.label,
        article.outlet,
        article.published,
        article.url ?? article.path,
        source.passageId,
        String(sentence.start),
        String(sentence.end),
        sentence.text,
      ].map((cell = '') => cell)
    }),
  )
  // `print` adds the last line end.
  return writeCsv([columns.split(','), ...lines]).replace(/\r\n$/, '')
}

/** A Markdown table, those of unknown period in one of their own, then the sentences with their sources. */
export function toFiguresMarkdown(table: FigureTable, language: Language): string {
  const texts = figuresTexts(language)
  const { header, rows, undated, sources, hasContext } = toCells(table, language)
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.split('\n').map(escapeMarkdown).join('<br>')).join(' | ')} |`
  const tableOf = (lines: readonly (readonly string[])[]): string =>
    [line(header), line(header.map(() => '---')), ...lines.map(line)].join('\n')
  const none = describeNone(table, language)
  const quotes = sources.map((source, position) => {
    const quote = escapeMarkdown(source.sentence.text)
    return `- ${escapeMarkdown(`[${position + 1}]`)} “${quote}” — ${escapeMarkdown(describeSource(source, language).join(' · '))}`
  })
  return [
    none === undefined ? tableOf(rows) : escapeMarkdown(none),
    ...(undated.length === 0 ? [] : [escapeMarkdown(texts.undated), tableOf(undated)]),
    ...(hasContext ? [texts.fromContext] : []),
    ...(table.articlesRead === undefined ? [] : [texts.partial(table.articlesRead)]),
    ...(quotes.length === 0 ? [] : [quotes.join('\n')]),
  ].join('\n\n')
}

function escapeMarkdown(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replaceAll(/[\\`*_[\]<>|#~]/g, String.raw`\$&`)
}
