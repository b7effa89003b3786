import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutBlock } from '../../src/rendering/cutting/cut.ts'
import { findSafeCut } from '../../src/rendering/cutting/safe-cut.ts'

const bridge =
  'The old bridge over the river at Corin will reopen to lorries and buses on Monday morning unless the engineers object.'

describe('shortening a quote of ours', () => {
  it('keeps the condition of the words that stay', () => {
    const block = { kind: 'quote', spans: [{ text: '“' }, { text: bridge }, { text: '”' }] } as const
    const cut = cutBlock(block, 100)
    const text = cut.spans.map(({ text }) => text).join('')
    expect(text).toMatch(/^“The old bridge .* … unless the engineers object\.”$/)
    expect(text.length).toBeLessThanOrEqual(102)
  })

  it('ends with the sentence before where there is one', () => {
    const text = `It was built in 1911 by monks of the valley. ${bridge}`
    expect(findSafeCut(text, 120)).toEqual({ head: 'It was built in 1911 by monks of the valley.'.length })
  })

  it('cuts anywhere what nothing turns', () => {
    const plain = 'The bridge over the river was built of oak and stone in 1911 by the monks of the valley of Corin'
    expect(findSafeCut(plain, 40).head).toBeGreaterThan(20)
  })

  it('shows nothing where the words that turn it leave no room', () => {
    const long = `The bridge will reopen on Monday unless ${'the engineers and their many helpers '.repeat(8)}object.`
    expect(findSafeCut(long, 36)).toEqual({ head: 0 })
  })

  it('stays within the limit and the text, whatever the text holds', () => {
    const words = fc.array(
      fc.constantFrom('the', 'bridge', 'unless', 'not', 'but', 'opens', '.', ',', 'sauf', 'é', '12'),
    )
    fc.assert(
      fc.property(words, fc.integer({ min: 1, max: 80 }), (list, limit) => {
        const text = list.join(' ')
        const { head, tail } = findSafeCut(text, limit)
        expect(head).toBeLessThanOrEqual(Math.min(limit, text.length))
        if (tail !== undefined) {
          expect(tail.start).toBeGreaterThanOrEqual(head)
          expect(tail.end).toBeLessThanOrEqual(text.length)
          expect(head + tail.end - tail.start).toBeLessThanOrEqual(limit)
        }
      }),
    )
  })
})
