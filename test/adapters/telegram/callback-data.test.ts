import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Press, readPress, writePress } from '../../../adapters/telegram/messages/callback-data.ts'
import { answerKeyboard, citationKeyboard, languageKeyboard } from '../../../adapters/telegram/messages/keyboards.ts'
import type { Citation } from '../../../src/types.ts'
import { sampleAnswer } from '../../contracts/ledger-samples.ts'

const answerId = fc.string({
  unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz234567'),
  minLength: 10,
  maxLength: 10,
})
const press: fc.Arbitrary<Press> = fc.oneof(
  fc.record({
    action: fc.constantFrom('figures', 'useful', 'wrong', 'choose-passage', 'choose-doubt', 'buttons'),
    answerId,
  }),
  fc.record({ action: fc.constantFrom('passage', 'doubt'), answerId, citation: fc.integer({ min: 1, max: 999 }) }),
  fc.record({ action: fc.constant('language' as const), language: fc.constantFrom('en', 'fr', 'auto') }),
)
const cite = (n: number): Citation => ({
  ...{ n, passageId: `harbour@0a1b2c3d.${n}`, paragraph: n, quote: 'It reopened.', start: 0, end: 12, marks: [] },
  article: { id: 'harbour', language: 'en', path: 'seeds/harbour.txt' },
})

describe('what buttons say', () => {
  it('is read as it was written, in at most 64 bytes', () => {
    fc.assert(
      fc.property(press, (pressed) => {
        const data = writePress(pressed)
        expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64)
        expect(readPress(data)).toEqual(pressed)
      }),
    )
  })

  it('is not believed when nobody of us can have written it', () => {
    const forged = ['', 'useful', 'useful:', 'useful:ABCDEFGHIJ', 'useful:aaaaaaaaaa:1', 'passage:aaaaaaaaaa']
    for (const data of [
      ...forged,
      'passage:aaaaaaaaaa:0',
      'passage:aaaaaaaaaa:1e3',
      'drop:aaaaaaaaaa',
      'language:xx',
    ]) {
      expect(readPress(data)).toBeUndefined()
    }
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (data) => readPress(data) === undefined))
  })

  it('offers nothing to press where nothing was cited', () => {
    expect(answerKeyboard(sampleAnswer('aaaaaaaaaa', { status: 'not-found' }))).toBeUndefined()
  })

  it('leads to the one citation directly, and asks which where there are several', () => {
    const dataOf = (citations: readonly Citation[]) =>
      answerKeyboard(sampleAnswer('aaaaaaaaaa', { citations }))
        ?.flat()
        .map(({ data }) => data)
    expect(dataOf([cite(1)])).toEqual(
      ['passage:X:1', 'figures:X', 'useful:X', 'wrong:X', 'doubt:X:1'].map((data) => data.replace('X', 'aaaaaaaaaa')),
    )
    expect(dataOf([cite(1), cite(2)])).toContain('choose-passage:aaaaaaaaaa')
    const answer = sampleAnswer('aaaaaaaaaa', { citations: [1, 2, 3, 4, 5, 6, 7].map(cite) })
    const rows = citationKeyboard(answer, 'doubt')
    expect(rows.map(({ length }) => length)).toEqual([5, 2, 1])
    expect(rows.flat().map(({ data }) => readPress(data)?.action)).toContain('buttons')
    for (const { data } of languageKeyboard('fr').flat()) expect(readPress(data)).toBeDefined()
  })
})
