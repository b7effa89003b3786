import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mayBeSame } from '../../src/disagreement/rounding.ts'
import { findNumbers, type NumberMention } from '../../src/figures/numbers.ts'
import type { Language } from '../../src/types.ts'

function numberOf(text: string, language: Language = 'en'): NumberMention {
  const [number] = findNumbers(text, language)
  if (number === undefined) throw new Error(`no number in ${text}`)
  return number
}

describe('two writings of a figure', () => {
  it.each([
    ['about 200 people', '203 people'],
    ['200 people', '203 people'],
    ['more than 500 people', '640 people'],
    ['nearly 80,000 books', '78,400 books'],
    ['up to 90 boats', '40 boats'],
    ['48 billion euros', '48.6 billion euros'],
    ['9% of homes', '9.2% of homes'],
    ['10 to 15 people', '12 people'],
    ['hundreds of people', '4 people'],
    ['at least 30 people', '31 people'],
  ])('may be one number: %s, %s', (left, right) => {
    expect(mayBeSame(numberOf(left), numberOf(right))).toBe(true)
  })

  it.each([
    ['12 people', '15 people'],
    ['10 people', '12 people'],
    ['about 200 people', '400 people'],
    ['more than 500 people', '410 people'],
    ['fewer than 40 boats', '55 boats'],
    ['4.5 million euros', '6.2 million euros'],
    ['9.2% of homes', '11.8% of homes'],
    ['10 to 15 people', '22 people'],
    ['3,400 people', '9,000 people'],
  ])('surely are two numbers: %s, %s', (left, right) => {
    expect(mayBeSame(numberOf(left), numberOf(right))).toBe(false)
  })

  it('are compared the same from both sides, and a figure is always itself', () => {
    const written = fc.record({
      value: fc.oneof(fc.nat({ max: 10 ** 9 }).map(String), fc.constantFrom('0.5', '9.20', '1/3', '-4', '20:30')),
      approximate: fc.constantFrom(undefined, 'about', 'nearly', 'more-than', 'at-least', 'less-than', 'at-most'),
      kind: fc.constantFrom('count', 'money', 'percent', 'ratio', 'time'),
    })
    const made = ({ value, approximate, kind }: { value: string; approximate: string | undefined; kind: string }) =>
      ({ value, kind, ...(approximate !== undefined && { approximate }) }) as Parameters<typeof mayBeSame>[0]
    fc.assert(
      fc.property(written, written, (left, right) => {
        expect(mayBeSame(made(left), made(right))).toBe(mayBeSame(made(right), made(left)))
        expect(mayBeSame(made(left), made(left))).toBe(true)
      }),
    )
  })

  it('cannot be one number where two plain counts below a hundred differ', () => {
    fc.assert(
      fc.property(fc.nat({ max: 99 }), fc.nat({ max: 99 }), (left, right) => {
        const count = (value: number) => ({ value: String(value), kind: 'count' }) as const
        expect(mayBeSame(count(left), count(right))).toBe(left === right)
      }),
    )
  })
})
