import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blankMarks, seeThroughMarks } from '../../src/text/source-marks.ts'

describe('marks by which a text is set', () => {
  it.each([
    ['The port **lost** _all_ its `grain`.', 'The port lost all its grain.'],
    ['un**believ**able, l’*escroquerie*, __dit__-il', 'unbelievable, l’escroquerie, dit-il'],
    ['as [the minister](https://example.org/2024/10444?a=b "Title 5") said', 'as the minister said'],
    ['as [**the** minister](../a_(b).md) and [others][2] said[^1]', 'as the minister and others said'],
    ['seen at https://example.org/10444.', 'seen at  .'],
    ['10&nbsp;444 &eacute;coles &amp; Co &unknown;', '10\u00a0444 écoles & Co &unknown;'],
    ['see <b>the</b> port<br>and 10<sup>2</sup>', 'see the port and 10 2 '],
    ['5\\*3 \\[sic\\] 1\\. a', '5*3 [sic] 1. a'],
    ['| a | b |\n|---|:--:|\n| c | d |', '| a | b |\n\n| c | d |'],
    ['+ item', 'item'],
  ])('are not read: %j', (text, plain) => {
    expect(seeThroughMarks(text).plain).toBe(plain)
  })

  it.each([
    '5*3 and 5**3',
    'l`escroquerie',
    'snake_case',
    'a * b',
    '[sic](as he wrote)',
    'text[1][2]',
    '[…][…]',
    '+ 5 % a year',
    '3 < 5 > 2',
    'AT&T; R&D',
    "[T]he port [...] isn't",
  ])('are told from what only looks like them: %j', (text) => {
    expect(seeThroughMarks(text).plain).toBe(text)
  })

  it('leave every character that stays where it was, whatever the text holds', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '**',
        '*',
        '_',
        '`',
        '[',
        ']',
        '(',
        ')',
        '](',
        'https://a.b/c',
        '&amp;',
        '&#65;',
        '<b>',
        '\\',
        '|',
      ),
      fc.constantFrom('\n', ' ', '---', 'word', '10 444', 'é'),
      fc.string({ unit: 'grapheme', maxLength: 3 }),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('')
        const { plain, starts, ends } = seeThroughMarks(text)
        expect(blankMarks(text)).toHaveLength(text.length)
        if (starts === undefined || ends === undefined) {
          expect(plain).toBe(text)
          return
        }
        expect(starts).toHaveLength(plain.length)
        for (let at = 0; at < plain.length; at += 1) {
          const [start = -1, end = -1] = [starts[at], ends[at]]
          expect(start).toBeGreaterThanOrEqual(at === 0 ? 0 : (starts[at - 1] ?? 0))
          if (end - start === 1 && plain[at] !== ' ') expect(text.slice(start, end)).toBe(plain[at])
        }
      }),
      { numRuns: 500 },
    )
  })

  it('take a time that grows with the text, not faster', () => {
    for (const piece of ['[', '[a](', '**', '<a ', '&', '`', '|--', 'https://', '[[a]'])
      expect(seeThroughMarks(piece.repeat(20_000)).plain.length).toBeGreaterThanOrEqual(0)
  })
})
