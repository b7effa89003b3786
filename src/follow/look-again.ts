import { foldWords } from '../text/fold.ts'
import type { Answer } from '../types.ts'
import type { Followed } from './types.ts'

/** What a question's answer has that was not known: nothing when the corpus has only become smaller or said it before. */
export type LookedAgain = { readonly known: readonly string[]; readonly news?: Answer }

/**
 * Compares an answer with what is known of a followed question. Quotes count, not their places: an article that was
 * corrected elsewhere keeps its quotes, and those are no news.
 */
export function lookAgain({ known }: Pick<Followed, 'known'>, answer: Answer): LookedAgain {
  const before = new Set(known)
  const isNew = new Set(answer.citations.filter(({ quote }) => !before.has(wordsOf(quote))).map(({ n }) => n))
  const all = [...new Set([...known, ...answer.citations.map(({ quote }) => wordsOf(quote))])]
  if (answer.status === 'not-found' || isNew.size === 0) return { known: all }
  const claims = answer.claims.filter(({ citations }) => citations.some((n) => isNew.has(n)))
  const cited = new Set(claims.flatMap(({ citations }) => citations))
  return { known: all, news: { ...answer, claims, citations: answer.citations.filter(({ n }) => cited.has(n)) } }
}

function wordsOf(quote: string): string {
  return foldWords(quote)
    .map(({ word }) => word)
    .join(' ')
}
