/** What a claim speaks of must be what the words cited speak of: an obeyed order or an invented story is not. */
import { prepareMatcher } from '../match/similarity.ts'
import type { WordSpace } from '../ports/word-space.ts'
import { foldWords } from '../text/fold.ts'
import { splitSentences } from '../text/sentences.ts'
import { isStopWord } from '../text/stop-words.ts'
import type { Wording } from '../verify/locks/figure-lock.ts'
import type { ClaimFailure } from './types.ts'

/**
 * Weighted share of the claim's words that must be found in the words cited, by likeness; measured on true sentences and
 * their translations against sentences of other articles (test/writing/altered-claims.test.ts).
 */
const leastSupport = { sameLanguage: 0.5, translated: 0.35 }

export async function checkSupport(claim: Wording, cited: Wording, space: WordSpace): Promise<readonly ClaimFailure[]> {
  const least = claim.language === cited.language ? leastSupport.sameLanguage : leastSupport.translated
  const failures: ClaimFailure[] = []
  // Each sentence by itself: a true one must not carry an invented one along.
  for (const { start, end } of splitSentences(claim.text, claim.language)) {
    const words = claim.text.slice(start, end)
    const support = await measureSupport({ text: words, language: claim.language }, cited, space)
    const why = `only ${Math.round(100 * support)} % of the claim's words are found in the words cited`
    if (support < least) failures.push({ lock: 'support', words, why })
  }
  return failures
}

/** 0 to 1: how much of what a claim says, rare words counting more, the words cited say too. */
export async function measureSupport(claim: Wording, cited: Wording, space: WordSpace): Promise<number> {
  const words = contentOf(claim)
  if (words.length === 0) return 0
  const known = [...new Set(foldWords(cited.text).map(({ word }) => word))]
  const matcher = await prepareMatcher(space, claim.language, words, known)
  let found = 0
  let total = 0
  for (const word of words) {
    const weight = Math.sqrt(Math.max(1, space.rarity(word, claim.language)))
    const likeness = matcher.likenessOf(word, cited.language)
    total += weight
    found += weight * Math.max(0, ...known.map(likeness))
  }
  return found / total
}

function contentOf({ text, language }: Wording): readonly string[] {
  const words = foldWords(text).filter(
    ({ word, start, end }) => word.length > 1 && !isStopWord(word, language, text.slice(start, end)),
  )
  return [...new Set(words.map(({ word }) => word))]
}
