import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { renderAnswer } from '../../src/rendering/blocks/render-answer.ts'
import { packGroups } from '../../src/rendering/cutting/cut.ts'
import { toPlain } from '../../src/rendering/cutting/plain.ts'
import { textOf } from '../../src/rendering/cutting/spans.ts'
import { englishQuote, frenchQuote, harbour, makeAnswer } from '../adapters/terminal/answers.ts'
import { hostileText, loneSurrogates } from './hostile-text.ts'

const kept = { kept: true }
const none = { claims: [], citations: [] }

describe('an answer as a bot says it', () => {
  it('shows each quote in a group with its source, then the state of the corpus and the proof', () => {
    const rendering = renderAnswer(makeAnswer(), kept)
    expect(rendering.tone).toBe('answered')
    expect(rendering.groups.map((group) => group.map(({ kind }) => kind))).toEqual([
      ['quote', 'source'],
      ['quote', 'source'],
      ['footer'],
    ])
    expect(toPlain(rendering)).toBe(
      [
        '“The harbour reopened after 12 days.”',
        '[1] Harbour reopens · The Daily Tide · March 4, 2026 · paragraph 3 · seeds/harbour.txt',
        '',
        '“Le port a rouvert.”',
        '[2] [Réouverture du port] · date unknown · paragraph 1 · in French · seeds/port.txt',
        '',
        '2 articles, revision 4 of March 5, 2026 · newest article of March 4, 2026 · proof: abcdefgh23',
      ].join('\n'),
    )
  })

  it('speaks French around the words of the articles, which stay as they are', () => {
    const citation = { ...frenchQuote, saidBy: 'le capitaine', introducedBy: 'Le\nport :' }
    const citations = [englishQuote, citation]
    expect(toPlain(renderAnswer(makeAnswer({ language: 'fr', citations }), { ...kept, asked: 'Et ensuite ?' }))).toBe(
      [
        '→ question comprise ainsi : When did the harbour reopen?',
        '',
        '«\u00a0The harbour reopened after 12 days.\u00a0»',
        '[1] Harbour reopens · The Daily Tide · 4 mars 2026 · paragraphe 3 · en anglais · seeds/harbour.txt',
        '',
        'Le port :',
        '«\u00a0Le port a rouvert.\u00a0»',
        '[2] dit par le capitaine, d’après ce qui précède · [Réouverture du port] · date inconnue · paragraphe 1 · seeds/port.txt',
        '',
        '2 articles, révision 4 du 5 mars 2026 · article le plus récent du 4 mars 2026 · preuve : abcdefgh23',
      ].join('\n'),
    )
  })

  it('has the words that answer in bold and links a title to the stored address, and to nothing else', () => {
    const link = (url: string) => {
      const citations = [{ ...englishQuote, article: { ...harbour, url } }]
      return renderAnswer(makeAnswer({ citations }), kept).groups[0]
    }
    expect(link('https://example.org/harbour?a=1')?.[0]?.spans).toEqual([
      { text: '“' },
      { text: 'The harbour reopened after ' },
      { text: '12 days', style: 'bold' },
      { text: '.' },
      { text: '”' },
    ])
    const linked = link('https://example.org/harbour?a=1')?.[1]
    expect(linked?.spans[1]).toEqual({ text: 'Harbour reopens', url: 'https://example.org/harbour?a=1' })
    expect(textOf(linked ?? { spans: [] })).not.toContain('seeds/')
    for (const url of ['javascript:alert(1)', 'tg://user?id=1', 'not an address']) {
      const source = link(url)?.[1] ?? { spans: [] }
      expect(source.spans.every((span) => span.url === undefined)).toBe(true)
      expect(textOf(source)).toMatch(/ · seeds\/harbour\.txt$/)
    }
  })

  it.each([
    ['en', 'I am not sure', 'The articles do not say.', /\/sources/],
    ['fr', 'Je ne suis pas sûr', 'Les articles ne le disent pas.', /\/sources/],
  ] as const)(
    'says at the top that it is unsure or has found nothing, and what to do then (%s)',
    (language, unsure, notFound, advice) => {
      const doubtful = renderAnswer(makeAnswer({ language, status: 'unsure' }), kept)
      expect([doubtful.tone, doubtful.groups[0]?.[0]?.kind]).toEqual(['unsure', 'lead'])
      expect(toPlain(doubtful).startsWith(unsure)).toBe(true)
      const empty = renderAnswer(makeAnswer({ language, status: 'not-found', ...none }), kept)
      expect(empty.tone).toBe('not-found')
      expect(toPlain(empty).split('\n')[0]).toBe(notFound)
      expect(toPlain(empty).split('\n')[1]).toMatch(advice)
      expect(toPlain(empty)).not.toContain('abcdefgh23')
    },
  )

  it('cuts a title that is none, and names an article by its id when its title shows nothing', () => {
    const source = (title: string) => {
      const citations = [{ ...englishQuote, article: { ...harbour, title } }]
      return textOf(renderAnswer(makeAnswer({ citations }), kept).groups[0]?.[1] ?? { spans: [] })
    }
    expect(source('Word '.repeat(2_000)).length).toBeLessThan(400)
    expect(source('\u202e\u0000')).toMatch(/^\[1\] harbour · /)
  })

  it('offers no passage as an answer when there is none', () => {
    const evidence = [
      {
        passage: {
          id: 'p',
          articleId: 'a',
          version: '0',
          ordinal: 1,
          text: 'Something else.',
          language: 'en' as const,
          start: 0,
          end: 15,
        },
        article: harbour,
        score: 0.2,
        signals: {},
      },
    ]
    const rendering = renderAnswer(makeAnswer({ status: 'not-found', ...none, evidence }), kept)
    expect(toPlain(rendering)).not.toContain('Something else')
  })

  it('gives a notice as it is: beside an answer at the top, alone without a colour', () => {
    expect(toPlain(renderAnswer(makeAnswer({ notice: 'The model is away.' }), kept))).toMatch(/^The model is away\.\n/)
    const help = renderAnswer(makeAnswer({ status: 'not-found', notice: 'Only help.', ...none }), kept)
    // Nothing was searched: there is nothing to say of what it was searched in.
    expect(toPlain(help)).toBe('Only help.')
    expect(help.tone).toBe('plain')
    expect(help.groups[0]).toEqual([{ kind: 'lead', spans: [{ text: 'Only help.' }] }])
  })

  it('puts what a model wrote before its quotes, each quote under its first claim only', () => {
    const claims = [
      { text: 'It reopened after 12 days.', citations: [1, 2], verbatim: false },
      { text: 'So it did.', citations: [1], verbatim: false },
      { text: englishQuote.quote, citations: [1], verbatim: true },
    ]
    const { groups } = renderAnswer(makeAnswer({ claims }), kept)
    expect(groups.map((group) => group.map(({ kind }) => kind).join(' '))).toEqual([
      'text quote source quote source',
      'text',
      'footer',
    ])
    expect(groups.slice(0, 2).map((group) => textOf(group[0] ?? { spans: [] }))).toEqual([
      'It reopened after 12 days. [1][2]',
      'So it did. [1]',
    ])
  })

  it('names no proof of what is not kept, and says when it is private', () => {
    expect(toPlain(renderAnswer(makeAnswer(), { kept: false }))).not.toContain('proof')
    expect(toPlain(renderAnswer(makeAnswer(), { kept: true, private: true }))).toMatch(
      / · private: nothing of this is kept$/,
    )
  })

  it('says nothing of how a question was understood when that is what was typed', () => {
    const { question } = makeAnswer()
    expect(toPlain(renderAnswer(makeAnswer(), { kept: true, asked: ` ${question}\n` }))).not.toContain('→')
  })

  it('stays whole whatever an article holds: nothing half, nothing that commands, every source with its quote', () => {
    const measure = (blocks: readonly { spans: readonly { text: string }[] }[]) =>
      blocks.reduce((sum, block) => sum + textOf(block).length + 1, 0)
    fc.assert(
      fc.property(hostileText(200), hostileText(8), hostileText(8), fc.nat(), (quote, title, saidBy, at) => {
        const start = at % (quote.length + 1)
        const marks = start < quote.length ? [{ start, end: Math.min(quote.length, start + 9) }] : []
        const article = { ...harbour, title, path: 'a.md' }
        const citations = [{ ...englishQuote, article, quote, marks, saidBy, introducedBy: title }]
        const claims = [{ text: title, citations: [1], verbatim: false }]
        const rendering = renderAnswer(makeAnswer({ claims, citations, question: title, notice: title }), kept)
        const text = toPlain(rendering)
        expect(text).not.toMatch(/(?!\n)[\p{Cc}\p{Bidi_Control}]/u)
        expect(loneSurrogates(text)).toBe(0)
        for (const message of packGroups(rendering, { limit: 900, measure }))
          expect(measure(message)).toBeLessThanOrEqual(900)
      }),
    )
  })
})
