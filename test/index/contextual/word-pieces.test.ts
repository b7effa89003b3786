import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createWordPieces, unknown, type Vocabulary } from '../../../index/contextual/word-pieces.ts'

const pieces = ['<s>', '<pad>', '</s>', '<unk>', '▁', '▁a', 'a', 'b', 'ab', '▁ab', 'abb', 'ba', '▁b', 'aab', 'é']
const scores = [0, 0, 0, 0, -3, -2.5, -2.7, -3.1, -2.2, -2.9, -4, -3.3, -2.8, -4.4, -5]
const vocabulary: Vocabulary = { pieces, scores: Float32Array.from(scores) }
const cut = createWordPieces(vocabulary)

/** Every way through the word, the best of them: what Viterbi must find. */
function bestScore(word: string): number {
  if (word === '') return 0
  let best = Number.NEGATIVE_INFINITY
  for (const [number, piece] of pieces.entries())
    if (number > unknown && word.startsWith(piece))
      best = Math.max(best, (scores[number] ?? 0) + bestScore(word.slice(piece.length)))
  return best
}

describe('cutting into word pieces', () => {
  it('finds the most probable way through a word, as trying every way does', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b'), { minLength: 1, maxLength: 9 }), (letters) => {
        const word = letters.join('')
        const found = cut(word)
        expect(found.map((number) => pieces[number]).join('')).toBe(`▁${word}`)
        const score = found.reduce((sum, number) => sum + (scores[number] ?? 0), 0)
        expect(score).toBeCloseTo(bestScore(`▁${word}`), 4)
      }),
    )
  })

  it('takes neighbouring unknown characters for one piece', () => {
    expect(cut('a日本a')).toEqual([5, unknown, 6])
  })

  it('joins decomposed accents and drops what is not seen', () => {
    expect(cut('e\u0301')).toEqual(cut('é'))
    expect(cut('a\u00adb\u0000a\u200b')).toEqual(cut('aba'))
  })

  it('gives nothing for blank text', () => {
    expect(cut(' \n\t\u2028')).toEqual([])
  })

  it('survives whatever text it is given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        for (const number of cut(text)) expect(number).toBeLessThan(pieces.length)
      }),
    )
    expect(cut('x'.repeat(100_000)).length).toBeGreaterThan(0)
  })
})
