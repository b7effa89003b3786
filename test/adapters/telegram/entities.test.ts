import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatBlocks } from '../../../adapters/telegram/messages/entities.ts'
import { renderingMessages } from '../../../adapters/telegram/messages/messages.ts'
import type { Block, BlockKind, Span, Tone } from '../../../src/rendering/types.ts'
import { faultsOf } from './telegram-rules.ts'

const kinds: readonly BlockKind[] = ['lead', 'text', 'introduction', 'quote', 'source', 'footer', 'item', 'title']
const tones: readonly Tone[] = ['answered', 'unsure', 'not-found', 'plain', 'alarm']

/** What articles hold at worst: markup, other directions, joined emoji, halves of pairs, white space of every kind. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({
    unit: fc.constantFrom('<b>', '*', '_', '[x](y)', '`', '👩‍👩‍👧‍👦', '🕵️', '\ud83d', '\udd75', '\u202e', '\u2067'),
  }),
  fc.string({
    unit: fc.constantFrom(' ', '\n', '\r', '\t', '\u00a0', '\u200b', '\u2028', '\ufeff', 'a', 'Œ', 'مرحبا'),
  }),
  fc.lorem({ maxCount: 6, mode: 'sentences' }),
)
const span: fc.Arbitrary<Span> = fc.record(
  {
    text: hostile,
    style: fc.constantFrom('bold', 'italic', 'code'),
    url: fc.constantFrom('https://example.org/a?b=ü', 'javascript:alert(1)', 'http://host', 'not an address', ''),
  },
  { requiredKeys: ['text'] },
)
const block: fc.Arbitrary<Block> = fc.record({
  kind: fc.constantFrom(...kinds),
  spans: fc.array(span, { maxLength: 8 }),
})
const wordsOf = (text: string) => text.replaceAll(/[^\p{L}\p{N}]/gu, '')

describe('blocks as text with entities', () => {
  it('writes nothing that Telegram would refuse or change', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 12 }), fc.constantFrom(...tones), (blocks, tone) => {
        const { text, entities } = formatBlocks(blocks, tone)
        // How much goes into one message is decided when they are packed.
        if (text !== '') expect(faultsOf(text, entities).filter((fault) => !/^\d+ characters$/.test(fault))).toEqual([])
        else expect(entities).toEqual([])
      }),
      { numRuns: 400, endOnFailure: true },
    )
  })

  it('keeps the words of a link that is longer than Telegram takes, without the link', () => {
    const link = (length: number) => `https://example.org/${'a'.repeat(length - 'https://example.org/'.length)}`
    const write = (url: string) => formatBlocks([{ kind: 'source', spans: [{ text: 'The harbour', url }] }])
    expect(write(link(2_048)).entities).toMatchObject([{ type: 'text_link', offset: 0, length: 11 }])
    expect(write(link(2_049))).toEqual({ text: 'The harbour', entities: [] })
  })

  it('splits what is too long into messages that hold, none refused, every word of a paragraph kept', () => {
    const long = fc.array(fc.lorem({ maxCount: 40, mode: 'sentences' }), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(long, fc.array(fc.array(block, { maxLength: 4 }), { maxLength: 4 }), (paragraphs, others) => {
        const groups = [
          paragraphs.map((text): Block => ({ kind: 'text', spans: [{ text, style: 'bold' }] })),
          ...others,
        ]
        const messages = renderingMessages({ tone: 'unsure', groups }, { chat: 1 }, [[{ text: 'A', data: 'b' }]])
        for (const { text, entities } of messages) expect(faultsOf(text, entities)).toEqual([])
        expect(messages.filter(({ keyboard }) => keyboard !== undefined)).toHaveLength(1)
        expect(messages.at(-1)?.keyboard).toBeDefined()
        const sent = wordsOf(messages.map(({ text }) => text).join(''))
        expect(sent.startsWith(wordsOf(paragraphs.join('')))).toBe(true)
      }),
      { numRuns: 60, endOnFailure: true },
    )
  })

  it('carries a quote of 10,000 characters over with its source', () => {
    const quote = Array.from({ length: 250 }, (_, n) => `Sentence ${n} of a long, long paragraph.`).join(' ')
    const group: Block[] = [
      { kind: 'quote', spans: [{ text: '“' }, { text: quote, style: 'bold' }, { text: '”' }] },
      { kind: 'source', spans: [{ text: '[1] ' }, { text: 'Title', url: 'https://example.org/' }] },
    ]
    const messages = renderingMessages({ tone: 'answered', groups: [group] }, { chat: 1 })
    for (const { text, entities } of messages) expect(faultsOf(text, entities)).toEqual([])
    expect(messages.at(-1)?.text).toMatch(/\[1\] Title$/)
    expect(messages[0]?.entities.map(({ type }) => type)).toContain('expandable_blockquote')
  })

  it('sets off the quote, marks the words that answer and links the title, by offsets in UTF-16', () => {
    const blocks: Block[] = [
      { kind: 'quote', spans: [{ text: '“🕵️ About ' }, { text: '13 000', style: 'bold' }, { text: ' people.”' }] },
      {
        kind: 'source',
        spans: [{ text: '[1] ' }, { text: 'Œuvre', url: 'https://example.org/' }, { text: ' · 2026' }],
      },
    ]
    const { text, entities } = formatBlocks(blocks)
    const shown = entities.map((entity) => [entity.type, text.slice(entity.offset, entity.offset + entity.length)])
    expect(shown).toEqual([
      ['blockquote', '“🕵️ About 13 000 people.”'],
      ['bold', '13 000'],
      ['text_link', 'Œuvre'],
    ])
  })

  it('keeps to a hundred entities, quotes and links first', () => {
    const marks = Array.from(
      { length: 150 },
      (_, n): Span => ({ text: `${n} `, style: n % 2 === 0 ? 'bold' : 'italic' }),
    )
    const link: Block = { kind: 'source', spans: [{ text: 'Title', url: 'https://example.org/' }] }
    const { entities } = formatBlocks([{ kind: 'quote', spans: marks }, link])
    expect(entities).toHaveLength(100)
    expect(entities.map(({ type }) => type)).toEqual(expect.arrayContaining(['blockquote', 'text_link']))
  })
})
