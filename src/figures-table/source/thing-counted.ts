/** The whole of what a figure counts: the noun with its adjectives and its complement ("citoyens chinois", "litres of oil"). */
import { findPlaces } from '../../entities/places.ts'
import { findDates } from '../../figures/dates.ts'
import type { NumberMention } from '../../figures/numbers.ts'
import { fold } from '../../text/fold.ts'
import { isStopWord } from '../../text/stop-words.ts'
import type { Language, Range } from '../../types.ts'

/** Words taken in behind the noun. */
const mostWords = 6

type Word = Range & { readonly folded: string; readonly text: string }

/** A word right behind the one before: one space, or the apostrophe or hyphen of a compound. */
const next = /^(?:[ \u00a0\u202f]|['’]|-)(?=[\p{L}\p{N}])/u
const link: Readonly<Record<Language, RegExp>> = {
  en: /^(?:of|per|from|for|linked|involved|suspected|accused|with)$/u,
  fr: /^(?:de|d|des|du|par|en|sans|a|lies?|liees?|accuses?|accusees?|soupconnes?|impliques?|impliquees?)$/u,
}
/** A link that must go on with a further one: "linked to", "liés à". */
const continued = /^(?:to|in|of|with|a|au|aux|d|de|des|dans|the|la|le|les|l)$/u
const notPlural = /^(?:dans|sans|puis|depuis|alors|moins|plus|fois|jamais|toujours|apres|tandis|ans|mois|vers|lors)$/u

/**
 * @param number a figure of `text` with the noun that it counts, or an amount without one.
 * @returns the range of that noun and what belongs to it; undefined where no noun is counted.
 */
export function thingCounted(text: string, language: Language, number: NumberMention): Range | undefined {
  const { unitRange } = number
  if (unitRange === undefined) return ofWhat(text, language, number) ?? perWhat(text, language, number)
  let { end } = unitRange
  const isTime = /^(?:years?|days?|hours?|months?|weeks?|ans?|jours?|heures?|mois|semaines?|year-olds?)$/iu
  if (isTime.test(text.slice(unitRange.start, end))) return unitRange
  if (language === 'fr') end = endOfAdjectives(text, end)
  const whole = endOfComplement(text, language, end)
  // "Réseaux d'escroquerie en ligne"
  return { start: unitRange.start, end: whole === end ? end : endOfComplement(text, language, whole) }
}

/** "Billions in illicit revenue": an order of magnitude that counts no noun of its own. */
function ofWhat(text: string, language: Language, { end, vague, currency }: NumberMention): Range | undefined {
  if (vague !== true || currency !== undefined) return undefined
  const first = wordAfter(text, end)
  if (first === undefined || !/^(?:in|of|en|de|d)$/.test(first.folded)) return undefined
  const last = endOfNoun(text, language, first.end)
  return last === first.end ? undefined : { start: first.start, end: last }
}

/** "25 millions de francs par famille": what an amount is for each of. */
function perWhat(text: string, language: Language, { end, currency }: NumberMention): Range | undefined {
  const first = currency === undefined ? undefined : wordAfter(text, end)
  if (first === undefined || !/^(?:par|per|each)$/.test(first.folded)) return undefined
  const last = endOfNoun(text, language, first.end)
  return last === first.end ? undefined : { start: first.start, end: last }
}

function wordAfter(text: string, end: number): Word | undefined {
  const gap = next.exec(text.slice(end))
  const match = gap === null ? null : /^[\p{L}\p{N}]+/u.exec(text.slice(end + gap[0].length))
  if (gap === null || match === null) return undefined
  const start = end + gap[0].length
  return { start, end: start + match[0].length, text: match[0], folded: fold(match[0]) }
}

/** French adjectives behind a plural noun: a nationality, or words in the plural themselves. */
function endOfAdjectives(text: string, from: number): number {
  let end = from
  for (let count = 0; count < 3; count += 1) {
    const people = findPlaces(text.slice(end), 'fr').find(({ as, start }) => as === 'people' && start === 1)
    const word = wordAfter(text, end)
    if (word === undefined || !/^[ \u00a0\u202f]/u.test(text.slice(end))) return end
    if (people !== undefined) end += people.end
    else if (isAdjective(word)) end = word.end
    else return end
  }
  return end
}

function isAdjective({ folded, text }: Word): boolean {
  return (
    /^\p{Ll}/u.test(text) &&
    /[sx]$/u.test(folded) &&
    folded.length > 4 &&
    !isStopWord(folded, 'fr', text) &&
    !notPlural.test(folded)
  )
}

/** "Of the valley", "d'escroquerie en ligne", "from Thailand, Laos and Vietnam". */
function endOfComplement(text: string, language: Language, from: number): number {
  const first = wordAfter(text, from)
  if (first === undefined || !link[language].test(first.folded)) return from
  let end = first.end
  for (let word = wordAfter(text, end); word !== undefined && continued.test(word.folded); word = wordAfter(text, end))
    end = word.end
  const after = wordAfter(text, end)
  const isInfinitive = /^(?:a|pour|to)$/u.test(first.folded) && /(?:er|ir|re)$/u.test(after?.folded ?? '')
  const last = isInfinitive ? end : endOfNoun(text, language, end, mostWords)
  // "Élèves en janvier", "étrangers à quitter": no part of the noun.
  if (last === end || isElsewhere(text.slice(first.start, last), language, first.folded)) return from
  return endOfPlaces(text, language, first.start, last)
}

/** "From Thailand, Bangladesh, and Vietnam" is one complement. */
function endOfPlaces(text: string, language: Language, start: number, end: number): number {
  const places = findPlaces(text.slice(start), language).map((place) => ({
    start: start + place.start,
    end: start + place.end,
  }))
  const at = places.findIndex((place) => place.end === end)
  if (at === -1) return end
  let last = end
  for (const place of places.slice(at + 1)) {
    if (!/^(?:,\s*|,?\s+(?:and|et)\s+)(?:l['’]|la |le |les |the )?$/u.test(text.slice(last, place.start))) break
    last = place.end
  }
  return last
}

/** The words of a noun phrase from an offset on: until a stop word, a number or a mark, "of the" between nouns taken in. */
function endOfNoun(text: string, language: Language, from: number, most = 4): number {
  let end = from
  let pending = from
  for (let count = 0; count < most; count += 1) {
    const word = wordAfter(text, pending)
    if (word === undefined || /\d/u.test(word.text)) break
    if (isStopWord(word.folded, language, word.text)) {
      const joins = language === 'fr' ? /^(?:de|d|des|du|la|le|les|l)$/u : /^(?:of|the)$/u
      if (!joins.test(word.folded)) break
      pending = word.end
      continue
    }
    // A verb or an adverb of the sentence, not a noun.
    if (end > from && /(?:ed|ly|aient|ait|erent|ement)$/u.test(word.folded)) break
    end = word.end
    pending = word.end
  }
  return end
}

/** "In May", "en 2025", "à Genève", "from Cambodia in trucks": when and where, which the table shows elsewhere or not at all. */
function isElsewhere(words: string, language: Language, lead: string): boolean {
  if (findDates(words, language).length > 0) return true
  const places = findPlaces(words, language).filter(({ as }) => as !== 'people')
  return places.length > 0 && /^(?:a|en|in)$/u.test(lead)
}
