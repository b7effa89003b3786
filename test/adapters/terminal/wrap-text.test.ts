import fc from 'fast-check'
import { createColors } from 'picocolors'
import { describe, expect, it } from 'vitest'
import { countColumns, wrapText } from '../../../adapters/terminal/wrap-text.ts'

describe('wrapping text', () => {
  it('breaks at spaces and indents every line', () => {
    expect(wrapText('one two three four five six', 20, '  ')).toBe('  one two three four\n  five six')
  })

  it('keeps the line ends that are there, empty lines too', () => {
    expect(wrapText('one\n\ntwo', 80, '> ')).toBe('> one\n> \n> two')
  })

  it('never breaks a word, so that an address can be copied', () => {
    const address = `https://example.org/${'a'.repeat(60)}`
    expect(wrapText(`see ${address} there`, 30, '')).toBe(`see\n${address}\nthere`)
  })

  it('does not count colour codes, and counts wide characters twice', () => {
    expect(countColumns(createColors(true).bold('words'))).toBe(5)
    expect(countColumns('日本語')).toBe(6)
    expect(countColumns('👩‍👩‍👧')).toBe(2)
    expect(countColumns('e\u0301tat')).toBe(4)
    expect(countColumns('❤️')).toBe(2)
  })

  it('loses no character and keeps within the width where words allow it', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).map((word) => word.replaceAll(/\s/g, '_')),
        ),
        fc.integer({ min: 0, max: 120 }),
        fc.constantFrom('', '  '),
        (words, width, indent) => {
          const text = words.join(' ')
          const lines = wrapText(text, width, indent).split('\n')
          expect(lines.map((line) => line.slice(indent.length)).join(' ')).toBe(text)
          const limit = Math.max(20, width)
          for (const line of lines) {
            if (line.trim().includes(' ')) expect(countColumns(line)).toBeLessThanOrEqual(limit)
          }
        },
      ),
    )
  })
})
