import { findDates } from '../figures/dates.ts'
import { foldString, foldText, type Word, wordsOf } from '../figures/folded-text.ts'
import { countedNoun } from '../figures/number-context.ts'
import { findNumbers, isQuantity, type NumberMention } from '../figures/numbers.ts'
import type { Language, Range } from '../types.ts'
import { findAges } from './ages.ts'
import { type ExpectedType, expectedRules, inversion, questionWord, yesNoRule } from './expected-rules.ts'
import { correctedWord } from './interrogatives.ts'
import { findNames } from './names.ts'
import { findPlaces } from './places.ts'
import { findTimes } from './times.ts'

export type { ExpectedType } from './expected-rules.ts'

/** What a question asks for; for a count, where the noun counted stands in the question. */
export type ExpectedAnswer = {
  readonly type: ExpectedType
  readonly counted?: Range
}

function correctedWords(words: readonly Word[]): readonly string[] {
  return words.map((word, position) => correctedWord(word, position, words[position - 1]?.folded === 'how'))
}

/**
 * Reads what a question asks for; terse, misspelt, lower-case and unaccented ones too. The words of both languages count.
 * @param question as typed.
 */
export function expectedAnswer(question: string, language: Language): ExpectedAnswer {
  const source = foldText(question)
  const words = wordsOf(source)
  const corrected = correctedWords(words)
  const spaced = ` ${corrected.join(' ')} `
  const asksNothing = !questionWord.test(spaced.replace(/^ est ce (?:que|qu)/, ''))
  if (asksNothing && (yesNoRule.test(spaced) || inversion.test(source.folded))) return { type: 'yes-no' }
  const matched = expectedRules.find(([, pattern]) => pattern.test(spaced))?.[0] ?? 'other'
  const type = matched === 'definition' ? definitionOrOther(spaced, words) : matched
  if (type !== 'number') return { type }
  const counted = countedIn(words, corrected, language)
  return counted === undefined ? { type } : { type, counted }
}

/** "What is the CCOS?" wants a definition, "What is the population?" a value: the one is no ordinary noun behind "the". */
function definitionOrOther(spaced: string, words: readonly Word[]): ExpectedType {
  if (!/^ (?:what s|what is|what are) the /.test(spaced)) return 'definition'
  const last = words.at(-1)
  return last?.capital === true || last?.upper === true ? 'definition' : 'other'
}

const counters = /^(?:many|much|combien|number|nombre|quantite|total|pourcentage|percentage|proportion)$/

/** The noun after "how many", "combien de", "number of". */
function countedIn(words: readonly Word[], corrected: readonly string[], language: Language): Range | undefined {
  const at = corrected.findIndex((word) => counters.test(word) || word === 'how many' || word === 'how much')
  if (at === -1) return undefined
  const following = words.slice(at + 1, at + 8).map(({ folded, gap }) => ({ folded, gap }))
  const noun = countedNoun(following, corrected[at] === 'combien' || language === 'fr' ? 'fr' : 'en')
  const skips = /^(?:de|d|des|of)$/.test(following[0]?.folded ?? '')
  if (noun === undefined || (corrected[at] === 'combien' && !skips && language === 'fr')) return undefined
  const first = words[at + 1 + noun.first]
  const last = words[at + 1 + noun.last]
  return first === undefined || last === undefined ? undefined : { start: first.start, end: last.end }
}

function rangeOf({ start, end }: Range): Range {
  return { start, end }
}

function withUnit(number: NumberMention): Range {
  return { start: number.start, end: number.unitRange?.end ?? number.end }
}

const timeUnit =
  /(?:^|\s)(?:years?|months?|days?|hours?|weeks?|minutes?|seconds?|decades?|ans?|annees?|mois|jours?|heures?|semaines?|minutes?|secondes?|decennies?)(?:\s|$)/

const placeLead =
  /(?:^|[^\p{L}])(?:in|at|from|to|near|towards?|outside|around|off|a|au|aux|en|vers|dans|pres de|pres d'|depuis|(?:airport|aeroport(?: international)?|port|city|town|village|province|district|region|ville|quartier|commune|universit[ey]|stad(?:e|ium)|hospital|hopital|prison|camp|river|fleuve|mine|gare|station)(?: of| de| d'| du)?)\s*(?:the |la |le |les |l'|d')?$/u

/** Days that have a name of their own. */
const feasts =
  /(?<!\p{L})(?:Christmas(?: Eve| Day)?|New Year(?:['’]s (?:Eve|Day))?|Easter(?: Sunday| Monday)?|Whitsun|Pentecost|Ramadan|Eid(?: al-\p{L}+)?|Diwali|Noël|Pâques|Pentecôte|l['’]Ascension|la Toussaint|la Saint-\p{L}+|Nouvel An|l['’]Aïd)(?!\p{L})/gu

const longestName = 60

function isShort({ start, end }: Range): boolean {
  return end - start <= longestName
}

/** "These last years", "recent months": no answer to "when?". */
const vaguePeriod = /(?:years|months|annees|mois|decades|decennies|days|jours)$|(?:dernier|derniere)s|recent/

function quotations(text: string): readonly Range[] {
  return [...text.matchAll(/“[^”]+”?|«[^»]+»?|"[^"\n]+"|(?<=^|\n)[^"\n]+"(?=,)/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
}

/**
 * The words of a sentence that could answer: figures with their noun, money, names, places, dates, quotations; in order,
 * not overlapping. Empty for types that no such words answer (reasons, definitions, yes or no).
 */
export function findExpected(text: string, language: Language, expected: ExpectedAnswer): readonly Range[] {
  const numbers = (): readonly NumberMention[] => findNumbers(text, language).filter(isQuantity)
  const names = (kinds: readonly (string | undefined)[]): readonly Range[] =>
    findNames(text, language)
      .filter(({ kind }) => kinds.includes(kind))
      .map(rangeOf)
  switch (expected.type) {
    case 'number':
      return numbers()
        .filter(({ kind }) => kind !== 'ordinal' && kind !== 'time')
        .map(withUnit)
    case 'several-figures':
      return numbers()
        .filter(({ kind }) => kind !== 'ordinal')
        .map(withUnit)
    case 'money':
      return numbers()
        .filter(({ kind }) => kind === 'money')
        .map(rangeOf)
    case 'age':
      return findAges(text, language)
    case 'time':
      return findTimes(text, language)
    case 'name':
      return merged([
        ...findNames(text, language)
          .filter((name) => !isOnlyAPlace(name, text))
          .map(rangeOf),
        ...quotations(text).filter(isShort),
      ])
    case 'duration':
      return numbers()
        .filter(({ unit }) => unit !== undefined && timeUnit.test(foldString(unit)))
        .map(withUnit)
    case 'date':
      return merged([
        ...findDates(text, language)
          .filter(({ text: date, relative }) => relative !== true || !vaguePeriod.test(foldString(date)))
          .map(rangeOf),
        ...[...text.matchAll(feasts)].map(({ index, 0: feast }) => ({ start: index, end: index + feast.length })),
      ])
    case 'country':
      return findPlaces(text, language)
        .filter(({ as }) => as === 'country' || as === 'people')
        .map(rangeOf)
    case 'place':
      return merged([
        ...findPlaces(text, language)
          .filter(({ as }) => as !== 'people')
          .map(rangeOf),
        ...names(['place']),
        ...names([undefined]).filter(({ start }) => standsBehindPlaceWord(text.slice(0, start))),
      ])
    case 'person':
      return names([undefined]).filter(
        (name) => !isOnlyAPlace({ ...name, text: text.slice(name.start, name.end) }, text),
      )
    case 'organisation':
      return names(['organisation', undefined])
    case 'quote':
      return quotations(text)
    default:
      return []
  }
}

/** "In Techo", "aéroport de Techo": a name that no table knows is a place behind such a word, and a person elsewhere. */
function standsBehindPlaceWord(before: string): boolean {
  return placeLead.test(foldString(before))
}

const whereabouts =
  /(?:^|[^\p{L}])(?:in|near|outside|a|au|aux|en|dans|pres de|(?:town|city|village|port|province|district|region|suburb|ville|commune|quartier|banlieue)(?: of| de| d')?)\s*(?:the |la |le |les |l')?$/u

/** "In Techo", "à Techo": a single word behind such a preposition is no person. */
function isOnlyAPlace(
  { start, text: name, kind }: Range & { readonly text: string; readonly kind?: string },
  text: string,
): boolean {
  if (kind === 'place') return true
  return !/\s/.test(name) && whereabouts.test(foldString(text.slice(Math.max(0, start - 40), start)))
}

/** In order, with what overlaps joined. */
function merged(ranges: readonly Range[]): readonly Range[] {
  const result: Range[] = []
  for (const range of [...ranges].sort((left, right) => left.start - right.start)) {
    const last = result.at(-1)
    if (last !== undefined && range.start < last.end)
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, range.end) }
    else result.push(range)
  }
  return result
}
