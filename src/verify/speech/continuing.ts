/** Sentences that add to what somebody has just said: reporters seldom write so in their own name. */
import { foldString } from '../../figures/folded-text.ts'
import type { Language } from '../../types.ts'

const adding =
  /^\W*(?:additionally|moreover|furthermore|in addition|besides|en outre|de plus|de surcroit|qui plus est|egalement)(?!\p{L})/u
/** "15,000 more": counted on from a figure said before. */
const more =
  /\d(?: (?:million|billion|thousand|hundred|millions|milliards|mille))? (?:more|others|de plus|autres|supplementaires)(?! than| de | que)(?!\p{L})/u
/** What is denied or demanded in general: an opinion. */
const opinion: Readonly<Record<Language, RegExp>> = {
  en: /(?<!\p{L})(?:is|are|do|does|can|must|should)(?: not|n't)(?!\p{L})|(?<!\p{L})(?:cannot|must|should|ought to)(?!\p{L})/u,
  fr: /(?<!\p{L})(?:n'est|ne sont|ne peut|ne peuvent|ne doit|ne doivent|n'ont|n'a) (?:pas|plus|jamais|aucun|aucune|rien)(?!\p{L})|(?<!\p{L})(?:il faut|doit|doivent|devons)(?!\p{L})/u,
}
const past: Readonly<Record<Language, RegExp>> = {
  en: /(?<!\p{L})(?:was|were|had|did|has been|have been|\p{L}{3,}ed)(?!\p{L})/u,
  fr: /(?<!\p{L})(?:a|ont|avait|avaient|etait|etaient|fut|furent)(?!\p{L})/u,
}

export function continues(sentence: string, language: Language): boolean {
  const folded = foldString(sentence)
  if (adding.test(folded) || more.test(folded)) return true
  const begins = /^\W*(?:he|she|his|her|it|its|il|elle|son|sa|ses)(?!\p{L})/u.test(folded)
  return opinion[language].test(folded) && !past[language].test(folded) && !/\d/.test(folded) && !begins
}
