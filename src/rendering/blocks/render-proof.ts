/** What an answer stood on, and how that stands today. */
import { formatDate, interfaceTexts } from '../../interface-texts.ts'
import { formatMoment, proofTexts } from '../../record/proof-texts.ts'
import type { CitationCheck, Proof, QuoteNow, RecordedCitation } from '../../record/types.ts'
import type { Language } from '../../types.ts'
import { cleanLine, cleanText } from '../cutting/clean.ts'
import { joinSpans } from '../cutting/spans.ts'
import { deskTexts } from '../texts/desk-texts.ts'
import type { Block, Group, Rendering, Span } from '../types.ts'
import { correctionBlocks, introductionBlock, quoteBlock, quoted } from './quote-block.ts'
import { sourceBlock } from './source-block.ts'

/** The tone is green while all articles cited still read the same, amber when not, red when store and record disagree. */
export function renderProof({ record, check }: Proof, language: Language): Rendering {
  const texts = proofTexts(language)
  const summary = summarise(check.citations)
  const head: Group = [
    { kind: 'title', spans: [{ text: texts.heading(record.id) }] },
    { kind: 'text', spans: [bold(texts.labels.question), { text: ` ${cleanLine(record.question)}` }] },
    {
      kind: 'text',
      spans: [
        bold(texts.labels.asked),
        { text: ` ${formatMoment(record.askedAt)} · ${interfaceTexts(language).statuses[record.status]}` },
      ],
    },
    ...(record.notice === undefined ? [] : [textBlock(cleanLine(record.notice))]),
    textBlock(record.citations.length === 0 ? texts.nothingCited : deskTexts(language).proofSummary[summary]),
  ]
  const words = record.claims
    .filter(({ verbatim }) => !verbatim)
    .map(({ text, citations }) => textBlock(`${cleanText(text)} ${citations.map((n) => `[${n}]`).join('')}`.trim()))
  const citations = record.citations.map((citation) =>
    renderCitation(
      citation,
      check.citations.find(({ n }) => n === citation.n),
      language,
    ),
  )
  const tone = record.citations.length === 0 ? 'plain' : tones[summary]
  return {
    tone,
    groups: [head, words, ...citations, renderFoot({ record, check }, language)].filter(({ length }) => length > 0),
  }
}

const tones = { same: 'answered', different: 'unsure', notCompared: 'plain', broken: 'alarm' } as const

function summarise(citations: readonly CitationCheck[]): keyof typeof tones {
  if (citations.some(isBroken)) return 'broken'
  if (citations.some(({ state }) => state === 'changed' || state === 'withdrawn')) return 'different'
  return citations.some(({ state }) => state === 'unknown') ? 'notCompared' : 'same'
}

function isBroken({ integrity }: CitationCheck): boolean {
  return integrity === 'quote-altered' || integrity === 'text-altered' || integrity === 'slice-differs'
}

function renderCitation(citation: RecordedCitation, check: CitationCheck | undefined, language: Language): Group {
  const { article, introducedBy, n } = citation
  return [
    ...(introducedBy === undefined ? [] : [introductionBlock(introducedBy, article)]),
    quoteBlock(citation, language),
    sourceBlock(citation, language, n),
    ...correctionBlocks(citation, language),
    ...(check === undefined ? [] : describeCheck(check, language)),
  ]
}

function describeCheck(check: CitationCheck, language: Language): readonly Block[] {
  const { state, integrity, current, quoteNow, sameFileAs } = check
  const texts = proofTexts(language)
  const now = current === undefined ? '' : ` (${texts.nowVersion} ${cleanLine(current.version)})`
  return [
    item(bold(texts.state[state]), { text: now }),
    ...(quoteNow === undefined ? [] : describeQuoteNow(quoteNow, language)),
    ...(sameFileAs === undefined ? [] : [item({ text: cleanLine(texts.sameFileAs(sameFileAs)) })]),
    item(isBroken(check) ? bold(texts.integrity[integrity]) : { text: texts.integrity[integrity] }),
  ]
}

function describeQuoteNow(now: QuoteNow, language: Language): readonly Block[] {
  const texts = proofTexts(language)
  if (now.found === 'gone') return [item({ text: texts.quoteNow.gone(undefined) })]
  const said = item({ text: texts.quoteNow[now.found](now.paragraph) })
  if (now.found === 'exact') return [said]
  const differences = now.differences.map(({ was, now }) => item({ text: cleanLine(texts.difference(was, now)) }))
  return [said, item({ text: `${texts.labels.now} ${quoted(now.quote, language)}` }), ...differences]
}

function renderFoot({ record, check }: Proof, language: Language): Group {
  const { corpus, models } = record
  const texts = proofTexts(language)
  const names = [models.embedding, models.chat].filter((name) => name !== undefined)
  const parts = [
    texts.madeFrom(corpus.articles, corpus.revision, formatDate(corpus.builtAt, language)),
    ...(names.length === 0 ? [] : [`${texts.labels.models} ${cleanLine(names.join(', '))}`]),
    texts.checked(formatMoment(check.checkedAt), check.corpus?.revision),
  ]
  return [{ kind: 'footer', spans: joinSpans(parts.map((text) => [{ text }])) }]
}

function item(...spans: readonly Span[]): Block {
  return { kind: 'item', spans: spans.filter(({ text }) => text !== '') }
}

function textBlock(text: string): Block {
  return { kind: 'text', spans: [{ text }] }
}

function bold(text: string): Span {
  return { text, style: 'bold' }
}
