/** An answer as a terminal shows it: the quoted words set off, the words that answer marked, the source under them. */
import { createColors } from 'picocolors'
import { formatDate, interfaceTexts } from '../../src/interface-texts.ts'
import { proofTexts } from '../../src/record/proof-texts.ts'
import { describeDisagreement } from '../../src/rendering/describe-disagreement.ts'
import { describeSource } from '../../src/rendering/describe-source.ts'
import { withoutMarkdown } from '../../src/rendering/texts/display-words.ts'
import { wasSearched } from '../../src/rendering/was-searched.ts'
import type { Answer, Citation, Claim } from '../../src/types.ts'
import { correctionLines } from './correction-lines.ts'
import { toPrintable, toPrintableLine } from './printable.ts'
import { renderExplanation } from './render-explanation.ts'
import { wrapText } from './wrap-text.ts'

export type RenderOptions = {
  readonly colours: boolean
  /** Columns of the terminal. */
  readonly width: number
  readonly explain: boolean
  /** Whether the answer is kept, so that its id opens a proof. */
  readonly kept?: boolean
}

const indent = '  '

/** Ends with a line end. Only `\n`, tabs and colour codes of our own command the terminal. */
export function renderAnswer(answer: Answer, options: RenderOptions): string {
  const paint = createColors(options.colours)
  const lead = leadOf(answer)
  const blocks: string[] = []
  if (lead !== undefined) blocks.push(paint.yellow(wrapText(toPrintable(lead), options.width, '')))
  const differing = describeDisagreement(answer)
  if (differing !== undefined) blocks.push(paint.bold(wrapText(toPrintable(differing), options.width, '')))
  blocks.push(...renderClaims(answer, options))
  if (answer.corpus.revision > 0 && wasSearched(answer))
    blocks.push(paint.dim(wrapText(renderFooter(answer, options.kept === true), options.width, '')))
  if (options.explain) blocks.push(renderExplanation(answer, options.width))
  return `${blocks.join('\n\n')}\n`
}

function leadOf({ notice, status, language }: Answer): string | undefined {
  const texts = interfaceTexts(language)
  if (notice !== undefined) return notice
  if (status === 'unsure') return texts.unsureLead
  return status === 'not-found' ? texts.notFound : undefined
}

/** Each citation once, under the first claim that it carries; words that are not quoted stand before their quotes. */
function renderClaims(answer: Answer, options: RenderOptions): readonly string[] {
  const shown = new Set<number>()
  const blocks: string[] = []
  for (const claim of answer.claims) {
    if (!claim.verbatim) blocks.push(wrapText(renderWords(claim), options.width, ''))
    for (const citation of answer.citations) {
      if (shown.has(citation.n) || !claim.citations.includes(citation.n)) continue
      shown.add(citation.n)
      blocks.push(renderCitation(citation, answer, options))
    }
  }
  return blocks
}

function renderWords({ text, citations }: Claim): string {
  return `${toPrintable(text)} ${citations.map((n) => `[${n}]`).join('')}`
}

function renderCitation(citation: Citation, answer: Answer, options: RenderOptions): string {
  const paint = createColors(options.colours)
  const quote = wrapText(`“${markWords(citation, options.colours)}”`, options.width, indent)
  const source = `[${citation.n}] ${toPrintable(describeSource(citation, answer.language).join(' · '))}`
  const lead = citation.introducedBy
  const above =
    lead === undefined
      ? ''
      : `${paint.dim(wrapText(toPrintableLine(withoutMarkdown({ text: lead, marks: [] }, citation.article).text), options.width, indent))}\n`
  const notes = correctionLines(citation, answer.language, options.width)
  return [`${above}${quote}`, paint.dim(wrapText(source, options.width, indent)), ...notes].join('\n')
}

/** Bold where there are colours, nothing where there are none: the quoted words stay exactly as they are. */
function markWords({ quote, marks: inQuote, article }: Citation, colours: boolean): string {
  const { bold } = createColors(colours)
  const { text: words, marks } = withoutMarkdown({ text: quote, marks: inQuote }, article)
  let text = ''
  let position = 0
  for (const { start, end } of marks) {
    text += toPrintable(words.slice(position, start)) + bold(toPrintable(words.slice(start, end)))
    position = end
  }
  return text + toPrintable(words.slice(position))
}

function renderFooter({ id, corpus, citations, language, tookMs }: Answer, isKept: boolean): string {
  const texts = interfaceTexts(language)
  const parts = [texts.corpus(corpus.articles, corpus.revision, formatDate(corpus.builtAt, language))]
  if (corpus.newest !== undefined) parts.push(texts.newest(formatDate(corpus.newest, language)))
  if (corpus.stale !== undefined) parts.push(toPrintable(corpus.stale))
  parts.push(`${Math.round(tookMs)} ms`)
  if (isKept && citations.length > 0) parts.push(proofTexts(language).footer(id))
  return parts.join(' · ')
}
