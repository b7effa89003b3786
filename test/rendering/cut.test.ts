import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { quoteBlock } from '../../src/rendering/blocks/quote-block.ts'
import { cutText, packGroups, splitBlock } from '../../src/rendering/cutting/cut.ts'
import { textOf } from '../../src/rendering/cutting/spans.ts'
import type { Block, Group } from '../../src/rendering/types.ts'
import { hostileText, loneSurrogates } from './hostile-text.ts'

describe('a text that is cut', () => {
  it.each([
    ['at the end of a sentence', 'He left. Nobody saw where he went that night.', 30, 'He left. Nobody saw where he …'],
    ['at the end of a sentence that keeps enough', 'He left the city. Nobody saw where.', 30, 'He left the city. …'],
    ['at a word', 'Nobody saw where he went that night', 21, 'Nobody saw where he …'],
    ['not inside a figure', 'Police counted 10 444 computers', 22, 'Police counted …'],
    ['not between a figure and its unit', 'It cost him 48.6 billion won', 20, 'It cost him …'],
    ['not between a currency and its amount', 'It cost him $ 48 then', 15, 'It cost him …'],
    ['not inside a decimal', 'xxxxxxxxxx48,65yyyyyyyy', 16, 'xxxxxxxxxx …'],
    ['not inside a family of emoji', 'aaaa👩‍👩‍👧‍👦aaaaaaaaaaaa', 12, 'aaaa …'],
    ['not after an abbreviation', 'It was Mr. Sok who came and saw all of it', 16, 'It was Mr. Sok …'],
  ])('%s', (_name, text, limit, cut) => {
    expect(cutText(text, limit)).toBe(cut)
  })

  it('stays whole when it fits, and is nothing but an ellipsis where there is no room', () => {
    expect(cutText('Short.', 6)).toBe('Short.')
    expect([0, 1, 2, 3].map((limit) => cutText('👩 and more', limit))).toEqual(['', '…', '…', '…'])
  })

  it('is never longer than the limit, begins as the text, and halves no character', () => {
    fc.assert(
      fc.property(hostileText(), fc.integer({ min: 0, max: 400 }), (text, limit) => {
        const cut = cutText(text, limit)
        expect(cut.length).toBeLessThanOrEqual(limit)
        if (cut === text) return
        expect(text.startsWith(cut.replace(/ ?…$/u, ''))).toBe(true)
        expect(loneSurrogates(cut)).toBeLessThanOrEqual(loneSurrogates(text))
      }),
    )
  })

  it('takes a paragraph of 10,000 characters without a space', () => {
    expect(cutText('漢'.repeat(10_000), 4_000)).toHaveLength(4_000)
    expect(cutText(`e${'\u0301'.repeat(10_000)}`, 100).length).toBeLessThanOrEqual(100)
  })
})

const block = (kind: Block['kind'], text: string): Block => ({ kind, spans: [{ text }] })
const styled = fc.array(fc.tuple(hostileText(12), fc.boolean()), { minLength: 1, maxLength: 8 }).map(
  (parts): Block => ({
    kind: 'text',
    spans: parts
      .filter(([text]) => text !== '')
      .map(([text, bold]) => ({ text, ...(bold && { style: 'bold' as const }) })),
  }),
)
const solid = (text: string) => text.replaceAll(/\s+/gu, '')
const boldOf = (blocks: readonly Block[]) =>
  solid(blocks.flatMap(({ spans }) => spans.filter(({ style }) => style === 'bold').map(({ text }) => text)).join(''))

describe('a block in pieces', () => {
  it('loses no word and carries its marks over every cut', () => {
    fc.assert(
      fc.property(styled, fc.integer({ min: 2, max: 60 }), (whole, limit) => {
        const pieces = splitBlock(whole, (piece) => textOf(piece).length <= limit)
        for (const piece of pieces) expect(textOf(piece).length).toBeLessThanOrEqual(limit)
        expect(solid(pieces.map(textOf).join(''))).toBe(solid(textOf(whole)))
        expect(boldOf(pieces)).toBe(boldOf([whole]))
        expect(loneSurrogates(pieces.map(textOf).join('\n'))).toBeLessThanOrEqual(loneSurrogates(textOf(whole)))
      }),
    )
  })

  it('ends even where nothing fits', () => {
    expect(splitBlock(block('text', 'ab👩c'), () => false).map(textOf)).toEqual(['a', 'b', '👩', 'c'])
  })
})

// Discord counts characters, Telegram UTF-16 units; both put a line end between blocks.
const measure = (blocks: readonly Block[]) => blocks.reduce((sum, one) => sum + textOf(one).length + 1, 0)
const quote = (text: string) => quoteBlock({ article: { path: 'a.txt' }, quote: text }, 'en')
const claim = (n: number, words: string, title = 'Title'): Group => [quote(words), block('source', `[${n}] ${title}`)]

describe('groups packed in messages', () => {
  const pack = (groups: readonly Group[], limit: number) => packGroups({ tone: 'answered', groups }, { limit, measure })
  const kinds = (messages: readonly (readonly Block[])[]) =>
    messages.map((blocks) => blocks.map(({ kind }) => kind).join(' '))

  it('is one message when all fits, and nothing when there is nothing', () => {
    expect(kinds(pack([[block('lead', 'Hm.')], claim(1, 'A b.'), [block('footer', 'x')]], 1_000))).toEqual([
      'lead quote source footer',
    ])
    expect(pack([], 100)).toEqual([])
    expect(pack([[]], 100)).toEqual([])
  })

  it('keeps a group together whenever it fits in one message', () => {
    expect(kinds(pack([claim(1, 'a '.repeat(30)), claim(2, 'b '.repeat(30))], 100))).toEqual([
      'quote source',
      'quote source',
    ])
  })

  it('cuts a quote that is too long before its source leaves it', () => {
    const [message = []] = pack([claim(1, 'One two three. '.repeat(40))], 200)
    expect(kinds([message])).toEqual(['quote source'])
    expect(textOf(message[0] ?? block('text', ''))).toMatch(/^“One two three\. .*three\. …”$/)
  })

  it('parts a long claim between a source and the next quote, and repeats no source', () => {
    const messages = pack(
      [[...claim(1, 'a '.repeat(40)), ...claim(2, 'b '.repeat(40)), ...claim(3, 'c '.repeat(40))]],
      200,
    )
    expect(kinds(messages)).toEqual(['quote source quote source', 'quote source'])
  })

  it('keeps what a model wrote with all its sources, the quotes cut', () => {
    const group = [block('text', 'It is so. [1][2]'), ...claim(1, 'a '.repeat(100)), ...claim(2, 'b '.repeat(100))]
    const messages = pack([group], 300)
    expect(kinds(messages)).toEqual(['text quote source quote source'])
    expect(measure(messages[0] ?? [])).toBeLessThanOrEqual(300)
  })

  it('cuts no quote to make room for a long text that somebody pasted', () => {
    const messages = pack([[block('text', 'pasted '.repeat(120)), ...claim(1, 'a '.repeat(400))]], 900)
    expect(kinds(messages)).toEqual(['text', 'quote source'])
    expect(textOf(messages[1]?.[0] ?? block('text', ''))).not.toContain('…')
  })

  it('splits a list between its lines, the title with the first of them', () => {
    const items = Array.from({ length: 10 }, (_, n) => block('item', `line ${n} ${'x'.repeat(40)}`))
    const messages = pack([[block('title', 'Title'), ...items]], 110)
    expect(kinds(messages)).toEqual(['title item item', 'item item', 'item item', 'item item', 'item item'])
  })

  it('holds whatever comes: within the limit, sources under their quotes, no word lost but of quotes cut', () => {
    const quoteGroup = fc
      .array(fc.tuple(hostileText(80), hostileText(6), fc.boolean()), { minLength: 1, maxLength: 4 })
      .map((parts) =>
        parts.flatMap(
          ([words, title, introduced], n): Group => [
            ...(introduced ? [block('introduction', `heading ${title}`)] : []),
            quote(`quote${n} ${words}`),
            block('source', `[${n}] title ${title}`),
          ],
        ),
      )
    const anyGroup = fc.oneof(
      quoteGroup,
      fc.tuple(hostileText(), quoteGroup).map(([words, rest]): Group => [block('text', `words ${words}`), ...rest]),
      fc.array(styled, { maxLength: 6 }).map((blocks): Group => blocks.map((one) => ({ ...one, kind: 'item' }))),
    )
    fc.assert(
      fc.property(fc.array(anyGroup, { maxLength: 5 }), fc.integer({ min: 300, max: 2_000 }), (groups, limit) => {
        const messages = pack(groups, limit)
        for (const message of messages) {
          expect(message.length).toBeGreaterThan(0)
          expect(measure(message)).toBeLessThanOrEqual(limit)
        }
        const all = messages.flat()
        const rest = (blocks: readonly Block[]) =>
          solid(
            blocks
              .filter(({ kind }) => kind !== 'quote')
              .map(textOf)
              .join(''),
          )
        expect(rest(all)).toBe(rest(groups.flat()))
        const [given, packed] = [groups.flat(), all].map((blocks) => blocks.filter(({ kind }) => kind === 'quote'))
        expect(packed?.length).toBe(given?.length)
        for (const [position, whole] of (given ?? []).entries()) {
          const shown = textOf(packed?.[position] ?? whole)
          if (shown !== textOf(whole)) expect(shown).toMatch(/ …”$/u)
          expect(textOf(whole).startsWith(shown.replace(/ …”$|”$/u, ''))).toBe(true)
        }
        for (const message of messages) {
          for (const [position, { kind }] of message.entries()) {
            if (kind === 'quote') expect(message[position + 1]?.kind).toBe('source')
            if (kind === 'introduction') expect(message[position + 1]?.kind).toBe('quote')
          }
        }
      }),
    )
  })
})
