/** Names that no reader of names sees ("Dr Prince", "Marsh said"): a word with a capital must be in the words cited. */
import { isCommonWord } from '../entities/common-words.ts'
import { findPlaces } from '../entities/places.ts'
import { titles } from '../entities/titles.ts'
import { findDates } from '../figures/dates.ts'
import { prepareMatcher } from '../match/similarity.ts'
import type { WordSpace } from '../ports/word-space.ts'
import { foldWords } from '../text/fold.ts'
import { splitSentences } from '../text/sentences.ts'
import { stem } from '../text/stems.ts'
import { isStopWord } from '../text/stop-words.ts'
import type { Wording } from '../verify/locks/figure-lock.ts'
import { isSameNameWord, transliterationKey } from '../verify/locks/name-words.ts'
import type { ClaimFailure } from './types.ts'

/** Across languages common words that one of them writes with a capital are told by their likeness. */
const likeEnough = 0.6
/** The first word of a sentence has its capital anyway. */
const likeEnoughAtStart = 0.3

export async function checkCapitals(
  claim: Wording,
  cited: Wording,
  space: WordSpace,
): Promise<readonly ClaimFailure[]> {
  const known = foldWords(cited.text).map(({ word }) => word)
  const stems = new Set(known.map((word) => stem(word, cited.language)))
  const keys = new Set(known.map(transliterationKey))
  const translated = claim.language !== cited.language
  // Dates and places have locks of their own, which know them across languages.
  const told = [...findDates(claim.text, claim.language), ...findPlaces(claim.text, claim.language)]
  const starts = splitSentences(claim.text, claim.language).map(({ start }) => start)
  const capitals = foldWords(claim.text).filter(({ word, start, end }) => {
    const written = claim.text.slice(start, end)
    if (!/^\p{Lu}/u.test(written) || isStopWord(word, claim.language, written)) return false
    if (told.some((range) => range.start < end && start < range.end)) return false
    const said = known.includes(word) || stems.has(stem(word, claim.language)) || keys.has(transliterationKey(word))
    return !said && !(translated && known.some((other) => isSameNameWord(word, other)))
  })
  if (capitals.length === 0) return []
  const matcher = await prepareMatcher(
    space,
    claim.language,
    capitals.map(({ word }) => word),
    new Set(known),
  )
  return capitals
    .filter(({ word, start, end }) => {
      const atStart = starts.some((first) => start - first <= 2 && !/\p{L}/u.test(claim.text.slice(first, start)))
      const before = /^\s\p{Lu}/u.test(claim.text.slice(end))
      if (translated && titles.has(word) && before) return false
      if (translated && atStart && isCommonWord(word, claim.language)) return false
      const common = atStart && space.isFrequent(word, claim.language)
      if (!translated && !common) return true
      const likeness = Math.max(0, ...known.map(matcher.likenessOf(word, cited.language)))
      return likeness < (common ? likeEnoughAtStart : likeEnough)
    })
    .map(({ start, end }) => {
      const words = claim.text.slice(start, end)
      return { lock: 'name', words, why: `"${words}" is not in the words cited` }
    })
}
