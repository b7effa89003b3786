import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toPrintable, toPrintableLine } from '../../../adapters/terminal/printable.ts'

describe('printable text', () => {
  it('cannot move the cursor, ring the bell, set the title or turn the direction of writing', () => {
    expect(toPrintable('a\u001b[2Jb\u0007c\u009b1md\u202ee\rf')).toBe('a[2Jbc1mdef')
  })

  it('keeps line ends, tabs, accents and emoji', () => {
    const text = 'été\n\t10 444 “👩‍👩‍👧”'
    expect(toPrintable(text)).toBe(text)
  })

  it('is one line where one is wanted', () => {
    expect(toPrintableLine(' a\n\tb\u001b \u2028 c ')).toBe('a b c')
  })

  it('holds no control character, whatever comes in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(toPrintable(text)).not.toMatch(/(?![\n\t])\p{Cc}/u)
        expect(toPrintable(text).isWellFormed()).toBe(true)
      }),
    )
  })
})
