/** In which language a question is asked, also when it is three words long and written without accents. */
import type { WordSpace } from '../ports/word-space.ts'
import { fold } from '../text/fold.ts'
import { countStopWords } from '../text/stop-words.ts'
import type { Language } from '../types.ts'

const letters = /\p{L}/gu
const latinLetters = /(?=\p{L})\p{Script=Latin}/gu
const frenchSigns = /[àâçèêëîïôùûœ]|\b(?:qu|l|d|c|j|n|s|m)['’]\p{L}/iu
const fewestWordsToDoubt = 3
/** A question of which fewer words are known in English or French is looked at more closely. */
const knownShare = 0.6

/**
 * @param words the question's words, folded.
 * @returns `other` only when the question is clearly in neither language.
 */
export async function detectLanguage(
  text: string,
  words: readonly string[],
  space: WordSpace,
): Promise<Language | 'other'> {
  const latin = text.match(latinLetters)?.length ?? 0
  if (latin < (text.match(letters)?.length ?? 0) / 2) return 'other'
  const stops = countStopWords(words)
  const known = { en: countKnown(words, 'en', space), fr: countKnown(words, 'fr', space) }
  const ordinary = withoutNames(text, words)
  const familiar = Math.max(countKnown(ordinary, 'en', space), countKnown(ordinary, 'fr', space))
  if (words.length >= fewestWordsToDoubt && familiar < knownShare * ordinary.length) {
    if (await isClearlyOther(text)) return 'other'
  }
  if (frenchSigns.test(text) === false && isOnlyNames(text, words, stops)) {
    const only = { en: countOnly(words, 'en', space), fr: countOnly(words, 'fr', space) }
    return only.fr > only.en ? 'fr' : 'en'
  }
  const score = {
    en: 2 * stops.en + known.en,
    fr: 2 * stops.fr + known.fr + (frenchSigns.test(text) ? 3 : 0),
  }
  if (score.en === score.fr) return /[éà]/i.test(text) ? 'fr' : 'en'
  return score.fr > score.en ? 'fr' : 'en'
}

/** "Donald Trump Cambodia", "C++": no function word but single letters, and every word with a capital. */
function isOnlyNames(text: string, words: readonly string[], stops: Readonly<Record<Language, number>>): boolean {
  const letters = words.filter((word) => word.length === 1).length
  const small = /(?<![\p{L}\p{N}])\p{Ll}\p{L}/u.test(text)
  return !small && stops.en <= letters && stops.fr <= letters
}

/** Words that one language has and the other has not: "Cambodia", "Cambodge". */
function countOnly(words: readonly string[], language: Language, space: WordSpace): number {
  const other: Language = language === 'en' ? 'fr' : 'en'
  return words.filter((word) => word.length > 1 && space.isFrequent(word, language) && !space.isFrequent(word, other))
    .length
}

/** A name says nothing of the language around it: words with a capital count only at the beginning. */
function withoutNames(text: string, words: readonly string[]): readonly string[] {
  const capitalised = new Set(
    [...text.matchAll(/(?<=[^\s\p{P}].*)(?<!\p{L})\p{Lu}[\p{L}\p{M}]*/gu)].flatMap(([name]) => foldName(name)),
  )
  return words.filter((word) => !capitalised.has(word))
}

function foldName(name: string): readonly string[] {
  return fold(name).split(/[^\p{L}\p{N}]+/u)
}

function countKnown(words: readonly string[], language: Language, space: WordSpace): number {
  const rarityOfUnknown = 99
  const other: Language = language === 'en' ? 'fr' : 'en'
  return words.filter((word) => {
    if (!space.isFrequent(word, language)) return false
    // A word of both lists counts where it is more at home.
    const elsewhere = space.isFrequent(word, other) ? space.rarity(word, other) : rarityOfUnknown
    return space.rarity(word, language) <= elsewhere
  }).length
}

/**
 * A guess at names and misspellings scores 0.6 to 0.7 ("heng sofal kampong tom polise" is taken for Danish), or has
 * English or French close behind ("quel age a t il"); questions in other languages score 0.75 and more, far ahead.
 */
const clearScore = 0.72
const clearLead = 0.1

/** Loaded when needed only: its tables take a third of a second. */
async function isClearlyOther(text: string): Promise<boolean> {
  const { eld } = await import('eld/extrasmall')
  const guess = eld.detect(text)
  if (!guess.isReliable() || guess.language === 'en' || guess.language === 'fr') return false
  const scores: Readonly<Record<string, number>> = guess.getScores()
  const spoken = Math.max(scores['en'] ?? 0, scores['fr'] ?? 0)
  const score = scores[guess.language] ?? 0
  return score >= clearScore && score - spoken >= clearLead
}
