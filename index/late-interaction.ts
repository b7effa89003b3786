/** Late interaction (ColBERT's MaxSim) over token vectors, each question token weighted by its learned rarity. */
import type { TokenVectors } from '../src/ports/embedder.ts'
import { type TokenStore, toUnit } from './token-store.ts'

/**
 * Scores passages against a question: for each, the mean over the question's tokens of the best cosine among the
 * passage's tokens (−1 to 1), weighted by the square of the question token's raw norm.
 * @param passages the numbers of each passage's tokens in the store.
 */
export function scoreByLateInteraction(
  question: TokenVectors,
  passages: readonly Int32Array[],
  store: TokenStore,
): readonly number[] {
  const different = differentTokens(passages, store.size())
  const scores = new Array<number>(passages.length).fill(0)
  let total = 0
  question.vectors.forEach((vector, position) => {
    const unit = toUnit(vector)
    const weight = question.weights[position] ?? 0
    if (unit === undefined || weight <= 0) return
    const cosines = store.cosines(unit, different)
    total += weight
    passages.forEach((tokens, passage) => {
      scores[passage] = (scores[passage] ?? 0) + weight * highest(cosines, tokens)
    })
  })
  return total === 0 ? scores : scores.map((score) => score / total)
}

/** Marks in an array: a set of ten thousand numbers would take longer than the cosines. */
function differentTokens(passages: readonly Int32Array[], size: number): readonly number[] {
  const seen = new Uint8Array(size)
  for (const tokens of passages) for (let i = 0; i < tokens.length; i += 1) seen[tokens[i] ?? 0] = 1
  const different: number[] = []
  for (let token = 0; token < size; token += 1) if (seen[token] === 1) different.push(token)
  return different
}

function highest(cosines: Float32Array, tokens: Int32Array): number {
  let best = tokens.length === 0 ? 0 : -1
  for (let i = 0; i < tokens.length; i += 1) {
    const cosine = cosines[tokens[i] ?? 0] ?? -1
    if (cosine > best) best = cosine
  }
  return best
}
