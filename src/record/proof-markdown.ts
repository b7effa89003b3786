import { formatDate, interfaceTexts } from '../interface-texts.ts'
import { nameArticle } from '../name-article.ts'
import { toMarkdownLine, toMarkdownLink, toMarkdownQuote } from './markdown-text.ts'
import { formatMoment, type ProofTexts, proofTexts } from './proof-texts.ts'
import type { CitationCheck, EvidenceRecord, Proof, QuoteNow, RecordedCitation } from './types.ts'
import { webAddress } from './web-address.ts'

/** A page that a journalist can paste into notes. */
export function writeProofMarkdown({ record, check }: Proof): string {
  const texts = proofTexts(record.language)
  const words = record.claims.flatMap(({ text, citations, verbatim }) =>
    verbatim ? [] : [`${toMarkdownLine(text)} ${citations.map((n) => `\\[${n}\\]`).join('')}`],
  )
  const citations = record.citations.map((citation) =>
    writeCitation(
      citation,
      check.citations.find(({ n }) => n === citation.n),
      record,
      texts,
    ),
  )
  return [
    `## ${texts.heading(record.id)}`,
    `**${texts.labels.question}** ${toMarkdownLine(record.question)}  \n**${texts.labels.asked}** ${formatMoment(record.askedAt)} · ${interfaceTexts(record.language).statuses[record.status]}`,
    ...(record.notice === undefined ? [] : [toMarkdownLine(record.notice)]),
    ...words,
    ...(citations.length === 0 ? [texts.nothingCited] : citations),
    writeFooter({ record, check }, texts),
  ].join('\n\n')
}

function writeCitation(
  citation: RecordedCitation,
  check: CitationCheck | undefined,
  record: EvidenceRecord,
  texts: ProofTexts,
): string {
  const { n, quote, introducedBy, saidBy, corrections = [], article, start, end, quoteSha256 } = citation
  const quoted = introducedBy === undefined ? [quote] : [introducedBy, '', quote]
  const lines = [
    ...(saidBy === undefined ? [] : [toMarkdownLine(interfaceTexts(record.language).saidBy(saidBy))]),
    `${writeSource(citation, record)}`,
    ...corrections.map((note) => toMarkdownLine(`${interfaceTexts(record.language).corrected} “${note}”`)),
    ...(check === undefined ? [] : writeCheck(check, texts)),
    `${texts.version} ${toMarkdownLine(article.version)}, ${texts.characters(start, end)}`,
    ...(article.fileSha256 === undefined ? [] : [`${texts.labels.file} ${toMarkdownLine(article.fileSha256)}`]),
    `${texts.labels.quote} ${toMarkdownLine(quoteSha256)}`,
  ]
  return `### \\[${n}\\]\n\n${toMarkdownQuote(quoted.join('\n'))}\n\n${lines.map((line) => `- ${line}`).join('\n')}`
}

function writeSource({ article, paragraph }: RecordedCitation, { language }: EvidenceRecord): string {
  const texts = interfaceTexts(language)
  const address = webAddress(article.url)
  const name = nameArticle(article)
  const parts = [
    address === undefined ? toMarkdownLine(name) : toMarkdownLink(name, address),
    article.outlet === undefined ? undefined : toMarkdownLine(article.outlet),
    article.published === undefined ? texts.dateUnknown : toMarkdownLine(formatDate(article.published, language)),
    `${texts.paragraph} ${paragraph}`,
    address === undefined ? toMarkdownLine(article.path) : undefined,
  ]
  return parts.filter((part) => part !== undefined).join(' · ')
}

function writeCheck(check: CitationCheck, texts: ProofTexts): readonly string[] {
  const { state, integrity, current, quoteNow, sameFileAs } = check
  const now = current === undefined ? '' : ` (${texts.nowVersion} ${toMarkdownLine(current.version)})`
  return [
    `**${texts.state[state]}**${now}`,
    ...(quoteNow === undefined ? [] : writeQuoteNow(quoteNow, texts)),
    ...(sameFileAs === undefined ? [] : [toMarkdownLine(texts.sameFileAs(sameFileAs))]),
    texts.integrity[integrity],
  ]
}

function writeQuoteNow(now: QuoteNow, texts: ProofTexts): readonly string[] {
  if (now.found === 'gone') return [texts.quoteNow.gone(undefined)]
  const said = texts.quoteNow[now.found](now.paragraph)
  if (now.found === 'exact') return [said]
  const differences = now.differences.map(({ was, now }) => toMarkdownLine(texts.difference(was, now)))
  return [said, `${texts.labels.now} “${toMarkdownLine(now.quote)}”`, ...differences]
}

function writeFooter({ record, check }: Proof, texts: ProofTexts): string {
  const { corpus, models, language } = record
  const names = [models.embedding, models.chat].filter((name) => name !== undefined)
  const parts = [
    texts.madeFrom(corpus.articles, corpus.revision, formatDate(corpus.builtAt, language)),
    ...(names.length === 0 ? [] : [`${texts.labels.models} ${toMarkdownLine(names.join(', '))}`]),
    texts.checked(formatMoment(check.checkedAt), check.corpus?.revision),
  ]
  return `${parts.join('. ')}.`
}
