import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanLine, cleanMarked, cleanText } from '../../src/rendering/cutting/clean.ts'
import { hostileText, loneSurrogates } from './hostile-text.ts'

const forbidden = /(?!\n)[\p{Cc}\p{Bidi_Control}\p{Cs}]/u
const onlyWords = (text: string) => text.replaceAll(/[^\p{L}\p{N}]/gu, '')

describe('a text made safe to show', () => {
  it.each([
    ['a control character becomes a space', 'one\u0000two\u001b[31mthree\u0085four', 'one two [31mthree\nfour'],
    ['marks that turn the direction of writing go', 'a\u202eb\u2066c\u200fd', 'abcd'],
    ['half a character is replaced', 'a\ud83db\udc00c', 'a\ufffdb\ufffdc'],
    ['a whole emoji stays', '👩‍👩‍👧 ok', '👩‍👩‍👧 ok'],
    ['a run of zero-width spaces becomes one', 'a\u200b\u200b\u200bb', 'a\u200bb'],
    ['spaces that do not break stay', '10\u00a0444 et 5\u202f%', '10\u00a0444 et 5\u202f%'],
    ['runs of spaces and tabs become one', ' a \t  b ', 'a b'],
    ['blank lines become one', 'a\r\n \r\n\n\nb', 'a\n\nb'],
    ['lines of a list stay', '- a\n- b', '- a\n- b'],
    [
      'the lines of a wrapped sentence are joined',
      'The police of the whole country had been looking for the\nman since March.',
      'The police of the whole country had been looking for the man since March.',
    ],
  ])('%s', (_name, text, clean) => {
    expect(cleanText(text)).toBe(clean)
  })

  it('is one line where one line is wanted', () => {
    expect(cleanLine(' A title\n\nin two\tlines ')).toBe('A title in two lines')
  })

  it('keeps every letter and digit, and nothing that commands a screen', () => {
    fc.assert(
      fc.property(hostileText(), (text) => {
        const clean = cleanText(text)
        expect(clean).not.toMatch(forbidden)
        expect(loneSurrogates(clean)).toBe(0)
        expect(onlyWords(clean)).toBe(onlyWords(text))
        expect(clean).toBe(clean.trim())
        expect(cleanText(clean)).toBe(clean)
      }),
    )
  })

  it('moves marks along with their words', () => {
    fc.assert(
      fc.property(hostileText(), fc.nat(), fc.nat(), (text, one, other) => {
        const [start = 0, end = 0] = [one % (text.length + 1), other % (text.length + 1)].sort((a, b) => a - b)
        const { text: clean, marks } = cleanMarked({ text, marks: [{ start, end }] })
        const marked = marks.map((range) => clean.slice(range.start, range.end)).join('')
        // A mark that begins or ends inside a pair may lose that pair.
        fc.pre(loneSurrogates(text.slice(start, end)) === 0 || loneSurrogates(text) > 0)
        expect(onlyWords(marked)).toBe(onlyWords(text.slice(start, end)))
      }),
    )
  })
})
