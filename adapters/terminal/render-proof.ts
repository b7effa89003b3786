/** A proof as a terminal shows it: each quote as it was given, its source, and how it stands today. */
import { createColors } from 'picocolors'
import { formatDate, interfaceTexts } from '../../src/interface-texts.ts'
import { nameArticle } from '../../src/name-article.ts'
import { formatMoment, type ProofTexts, proofTexts } from '../../src/record/proof-texts.ts'
import type { CitationCheck, Proof, QuoteNow, RecordedCitation } from '../../src/record/types.ts'
import type { Language } from '../../src/types.ts'
import { correctionLines } from './correction-lines.ts'
import { toPrintable, toPrintableLine } from './printable.ts'
import { wrapText } from './wrap-text.ts'

export type ProofOptions = {
  readonly colours: boolean
  /** Columns of the terminal. */
  readonly width: number
}

const indent = '  '
const deep = '      '

/** Ends with a line end. Only `\n`, tabs and colour codes of our own command the terminal. */
export function renderProof({ record, check }: Proof, options: ProofOptions): string {
  const paint = createColors(options.colours)
  const texts = proofTexts(record.language)
  const wrap = (text: string) => wrapText(text, options.width, '')
  const status = interfaceTexts(record.language).statuses[record.status]
  const blocks = [
    `${paint.bold(wrap(texts.heading(record.id)))}\n${wrap(`${texts.labels.question} ${toPrintableLine(record.question)}`)}\n${wrap(`${texts.labels.asked} ${formatMoment(record.askedAt)} · ${status}`)}`,
  ]
  if (record.notice !== undefined) blocks.push(wrap(toPrintable(record.notice)))
  for (const { text, citations, verbatim } of record.claims) {
    if (!verbatim) blocks.push(wrap(`${toPrintable(text)} ${citations.map((n) => `[${n}]`).join('')}`))
  }
  for (const citation of record.citations) {
    const checked = check.citations.find(({ n }) => n === citation.n)
    blocks.push(renderCitation(citation, checked, record.language, options))
  }
  if (record.citations.length === 0) blocks.push(wrap(texts.nothingCited))
  blocks.push(paint.dim(wrap(renderFooter({ record, check }, texts))))
  return `${blocks.join('\n\n')}\n`
}

function renderCitation(
  citation: RecordedCitation,
  check: CitationCheck | undefined,
  language: Language,
  { colours, width }: ProofOptions,
): string {
  const paint = createColors(colours)
  const texts = proofTexts(language)
  const { n, quote, introducedBy, saidBy, article, start, end, quoteSha256 } = citation
  const under = (text: string) => wrapText(text, width, deep)
  const lines = [
    ...(introducedBy === undefined ? [] : [paint.dim(wrapText(toPrintable(introducedBy), width, indent))]),
    wrapText(`“${toPrintable(quote)}”`, width, indent),
    ...(saidBy === undefined ? [] : [paint.dim(under(toPrintableLine(interfaceTexts(language).saidBy(saidBy))))]),
    paint.dim(wrapText(`[${n}] ${describeSource(citation, language)}`, width, indent)),
    ...correctionLines(citation, language, width),
  ]
  if (check !== undefined) {
    const { state, integrity, current, quoteNow, sameFileAs } = check
    const colour = state === 'unchanged' ? paint.green : paint.yellow
    const now = current === undefined ? '' : ` (${texts.nowVersion} ${toPrintableLine(current.version)})`
    lines.push(colour(under(`${texts.state[state]}${now}`)))
    if (quoteNow !== undefined) lines.push(...describeQuoteNow(quoteNow, texts).map(under))
    if (sameFileAs !== undefined) lines.push(under(toPrintableLine(texts.sameFileAs(sameFileAs))))
    const isBroken = integrity.endsWith('altered') || integrity === 'slice-differs'
    lines.push((isBroken ? paint.red : String)(under(texts.integrity[integrity])))
  }
  const place = `${texts.version} ${toPrintableLine(article.version)}, ${texts.characters(start, end)}`
  lines.push(paint.dim(under(place)))
  if (article.fileSha256 !== undefined) lines.push(paint.dim(under(`${texts.labels.file} ${article.fileSha256}`)))
  lines.push(paint.dim(under(`${texts.labels.quote} ${quoteSha256}`)))
  return lines.join('\n')
}

function describeSource({ article, paragraph }: RecordedCitation, language: Language): string {
  const texts = interfaceTexts(language)
  const date = article.published === undefined ? texts.dateUnknown : formatDate(article.published, language)
  const parts = [
    nameArticle(article),
    article.outlet,
    date,
    `${texts.paragraph} ${paragraph}`,
    article.url ?? article.path,
  ]
  return toPrintableLine(parts.filter((part) => part !== undefined).join(' · '))
}

function describeQuoteNow(now: QuoteNow, texts: ProofTexts): readonly string[] {
  if (now.found === 'gone') return [texts.quoteNow.gone(undefined)]
  const said = texts.quoteNow[now.found](now.paragraph)
  if (now.found === 'exact') return [said]
  const differences = now.differences.map(({ was, now }) => toPrintableLine(texts.difference(was, now)))
  return [said, `${texts.labels.now} “${toPrintableLine(now.quote)}”`, ...differences]
}

function renderFooter({ record, check }: Proof, texts: ProofTexts): string {
  const { corpus, models, language } = record
  const names = [models.embedding, models.chat].filter((name) => name !== undefined)
  const parts = [
    texts.madeFrom(corpus.articles, corpus.revision, formatDate(corpus.builtAt, language)),
    ...(names.length === 0 ? [] : [`${texts.labels.models} ${toPrintableLine(names.join(', '))}`]),
    texts.checked(formatMoment(check.checkedAt), check.corpus?.revision),
  ]
  return parts.join(' · ')
}
