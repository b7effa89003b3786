/** An answer as a bot says it: how it is meant, the exact words with the source under each, what it was answered from. */
import { formatDate, interfaceTexts } from '../../interface-texts.ts'
import type { Answer, Citation, Claim, Language } from '../../types.ts'
import { cleanLine, cleanText } from '../cutting/clean.ts'
import { joinSpans } from '../cutting/spans.ts'
import { describeDisagreement } from '../describe-disagreement.ts'
import { deskTexts } from '../texts/desk-texts.ts'
import type { Block, Group, Rendering, Span } from '../types.ts'
import { wasSearched } from '../was-searched.ts'
import { correctionBlocks, introductionBlock, quoteBlock } from './quote-block.ts'
import { sourceBlock } from './source-block.ts'

export type RenderAnswerOptions = {
  /** Whether the answer is kept, so that its id opens a proof. */
  readonly kept: boolean
  /** Said under the answer. */
  readonly private?: boolean
  /** What the person typed, where a follow-up was understood as the answer's question: shown then. */
  readonly asked?: string
}

/** The tone is the answer's status, `plain` for a notice alone. Nothing of the evidence is offered as an answer when there is none. */
export function renderAnswer(answer: Answer, options: RenderAnswerOptions): Rendering {
  const isSearched = wasSearched(answer)
  const foot = isSearched ? renderFoot(answer, options) : []
  const groups = [renderHead(answer, options), ...renderClaims(answer), foot]
  return { tone: isSearched ? answer.status : 'plain', groups: groups.filter(({ length }) => length > 0) }
}

function renderHead(answer: Answer, { asked }: RenderAnswerOptions): Group {
  const { question, status, notice, language } = answer
  const blocks: Block[] = []
  if (asked !== undefined && cleanLine(asked) !== cleanLine(question)) {
    blocks.push({
      kind: 'text',
      spans: [{ text: `→ ${deskTexts(language).asked} ` }, { text: cleanLine(question), style: 'italic' }],
    })
  }
  const texts = interfaceTexts(language)
  if (status === 'unsure') blocks.push(lead(texts.unsureLead))
  const differing = describeDisagreement(answer)
  if (differing !== undefined) blocks.push({ kind: 'lead', spans: [{ text: differing, style: 'bold' }] })
  if (notice !== undefined) blocks.push(lead(notice))
  else if (status === 'not-found') {
    blocks.push(lead(texts.notFound), { kind: 'text', spans: [{ text: deskTexts(language).notFoundAdvice }] })
  }
  return blocks
}

/** One group a claim. Each citation once, under the first claim that it carries. */
function renderClaims({ claims, citations, language }: Answer): readonly Group[] {
  const shown = new Set<number>()
  return claims.map((claim) => {
    const fresh = citations.filter(({ n }) => claim.citations.includes(n) && !shown.has(n))
    for (const { n } of fresh) shown.add(n)
    const words = claim.verbatim ? [] : [renderWords(claim)]
    return [...words, ...fresh.flatMap((citation) => renderCitation(citation, language))]
  })
}

function renderWords({ text, citations }: Claim): Block {
  return { kind: 'text', spans: [{ text: `${cleanText(text)} ${citations.map((n) => `[${n}]`).join('')}`.trim() }] }
}

/** The heading above, the quote with the words that answer in bold, the source. */
function renderCitation(citation: Citation, language: Language): readonly Block[] {
  const { article, introducedBy, n } = citation
  return [
    ...(introducedBy === undefined ? [] : [introductionBlock(introducedBy, article)]),
    quoteBlock(citation, language),
    sourceBlock(citation, language, n),
    ...correctionBlocks(citation, language),
  ]
}

function renderFoot(answer: Answer, options: RenderAnswerOptions): Group {
  const { id, corpus, citations, language } = answer
  if (corpus.revision === 0) return []
  const texts = interfaceTexts(language)
  const { proof, privateFooter } = deskTexts(language)
  const parts: (readonly Span[])[] = [
    [{ text: texts.corpus(corpus.articles, corpus.revision, formatDate(corpus.builtAt, language)) }],
  ]
  if (corpus.newest !== undefined) parts.push([{ text: texts.newest(formatDate(corpus.newest, language)) }])
  if (options.private === true) parts.push([{ text: privateFooter }])
  else if (options.kept && citations.length > 0) parts.push([{ text: `${proof} ` }, { text: id, style: 'code' }])
  const footer: Block = { kind: 'footer', spans: joinSpans(parts) }
  return corpus.stale === undefined
    ? [footer]
    : [{ kind: 'footer', spans: [{ text: cleanLine(corpus.stale) }] }, footer]
}

function lead(text: string): Block {
  return { kind: 'lead', spans: [{ text: cleanLine(text) }] }
}
