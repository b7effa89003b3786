import { stripVTControlCharacters } from 'node:util'
import { describe, expect, it } from 'vitest'
import { renderAnswer } from '../../../adapters/terminal/render-answer.ts'
import { englishQuote, frenchQuote, harbour, makeAnswer, port } from './answers.ts'

const plain = { colours: false, width: 200, explain: false }

describe('an answer in the terminal', () => {
  it('shows each quote with its source, then the state of the corpus', () => {
    expect(renderAnswer(makeAnswer(), plain)).toBe(
      [
        '  “The harbour reopened after 12 days.”',
        '  [1] Harbour reopens · The Daily Tide · March 4, 2026 · paragraph 3 · seeds/harbour.txt',
        '',
        '  “Le port a rouvert.”',
        '  [2] [Réouverture du port] · date unknown · paragraph 1 · in French · seeds/port.txt',
        '',
        '2 articles, revision 4 of March 5, 2026 · newest article of March 4, 2026 · 3 ms',
        '',
      ].join('\n'),
    )
  })

  it('marks the words that answer in bold, and nothing where there are no colours', () => {
    const coloured = renderAnswer(makeAnswer(), { ...plain, colours: true })
    expect(coloured).toContain('\u001b[1m12 days\u001b[22m')
    expect(stripVTControlCharacters(coloured)).toBe(renderAnswer(makeAnswer(), plain))
  })

  it('names the proof of an answer that is kept and cites something, and of no other', () => {
    const kept = { ...plain, kept: true }
    expect(renderAnswer(makeAnswer(), kept)).toMatch(/ · 3 ms · proof: sourcier proof abcdefgh23\n$/)
    expect(renderAnswer(makeAnswer({ language: 'fr' }), kept)).toContain('preuve : sourcier proof abcdefgh23')
    expect(renderAnswer(makeAnswer(), plain)).not.toContain('sourcier proof')
    expect(renderAnswer(makeAnswer({ claims: [], citations: [] }), kept)).not.toContain('sourcier proof')
  })

  it('says when it is unsure or has not found anything, in the language of the question', () => {
    const none = { claims: [], citations: [] }
    expect(renderAnswer(makeAnswer({ status: 'unsure' }), plain)).toMatch(/^I am not sure/)
    expect(renderAnswer(makeAnswer({ status: 'not-found', ...none }), plain)).toMatch(/^The articles do not say\.\n/)
    expect(renderAnswer(makeAnswer({ status: 'not-found', language: 'fr', ...none }), plain)).toMatch(
      /^Les articles ne le disent pas\.\n/,
    )
    expect(renderAnswer(makeAnswer({ status: 'not-found', notice: 'Only help.', ...none }), plain)).toMatch(
      /^Only help\.\n/,
    )
  })

  it('shows words that are no quote before the quotes that carry them, each quote once', () => {
    const claims = [
      { text: 'It reopened after 12 days.', citations: [1, 2], verbatim: false },
      { text: englishQuote.quote, citations: [1], verbatim: true },
    ]
    const rendered = renderAnswer(makeAnswer({ claims }), plain)
    expect(rendered).toMatch(/^It reopened after 12 days\. \[1\]\[2\]\n/)
    expect(rendered.split(englishQuote.quote)).toHaveLength(2)
    expect(rendered).toContain(frenchQuote.quote)
  })

  it('lets neither an article nor its facts command the terminal', () => {
    const article = { ...harbour, title: 'Harbour\u001b]0;owned\u0007' }
    const citation = { ...englishQuote, article, quote: 'The \u001b[31mharbour\r', marks: [] }
    const rendered = renderAnswer(makeAnswer({ citations: [citation] }), plain)
    expect(rendered).not.toMatch(/(?!\n)\p{Cc}/u)
  })

  it('shows words of a Markdown article without its markers, the marked ones still in bold', () => {
    const quote = 'The **harbour** reopened after [12 days](https://example.org).'
    const start = quote.indexOf('12')
    const article = { ...harbour, path: 'notes/harbour.md' }
    const citations = [
      { ...englishQuote, article, quote, marks: [{ start, end: start + 7 }], introducedBy: '## _News_' },
    ]
    const rendered = renderAnswer(makeAnswer({ citations }), { ...plain, colours: true })
    expect(rendered).toContain('“The harbour reopened after \u001b[1m12 days\u001b[22m.”')
    expect(stripVTControlCharacters(rendered)).toMatch(/^ {2}News\n/)
  })

  it('wraps to the width of the terminal', () => {
    const lines = renderAnswer(makeAnswer(), { ...plain, width: 40 }).split('\n')
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(40)
  })

  it('explains: reasons, and the best of the evidence with the parts of its scores', () => {
    const passage = {
      id: 'port@00000000.1',
      articleId: 'port',
      version: '00000000',
      ordinal: 1,
      text: 'Le port\na rouvert.',
      language: 'fr',
      start: 0,
      end: 18,
    } as const
    const item = { passage, article: port, score: 0.5, signals: { similarity: 0.25, bm25: 1 } }
    const rendered = renderAnswer(makeAnswer({ evidence: Array(12).fill(item) }), { ...plain, explain: true })
    expect(rendered).toContain('answered:\n  probability 0.91\nevidence, the best 10 of 12:\n')
    expect(rendered).toContain('  0.50  port@00000000.1  similarity 0.25, bm25 1.00\n        Le port a rouvert.')
    expect(rendered.split('similarity')).toHaveLength(11)
  })
})
