/** A count, an amount, a height, a colour that is asked for: another figure in the words quoted does not stand for it. */
import { mentionsProperty } from '../../entities/properties.ts'
import { findNumbers } from '../../figures/numbers.ts'
import type { WordMatcher } from '../../match/similarity.ts'
import type { Question, QuestionWord } from '../../question/question.ts'
import { fold, foldWords } from '../../text/fold.ts'
import type { Range } from '../../types.ts'
import { isNew } from '../units/is-new.ts'
import type { Unit } from '../units/units.ts'
import { expectedIn } from './entities-of.ts'
import type { Missing } from './missing-kinds.ts'

/** A noun that is counted, or what it is counted of, is spoken of from this likeness. */
const spokenOfFrom = 0.4

/** Nouns that name nothing of their own: whoever or whatever is counted beside them answers. */
const anything: ReadonlySet<string> = new Set(
  'people person persons individuals personnes personne gens individus times fois others autres'.split(' '),
)
/** "Twelve of them", "390,000 people": said of whoever the text speaks of, though not of a part of them. */
const anybody =
  /(?:\d|\p{L}) (?:people|persons|of (?:them|those|these)|others|personnes|d'entre (?:eux|elles)|autres)(?!\p{L})|(?:two|three|four|five|six|seven|eight|nine|ten|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|\d) of the (?:two|three|four|five|six|seven|eight|nine|ten|\d)/u
const partOfThem: ReadonlySet<string> = new Set(
  'women woman men man children child girls boys minors femmes femme hommes homme enfants enfant filles garcons mineurs'.split(
    ' ',
  ),
)

/** Each noun of "how many rhino horns", "combien de cas de rougeole" must be in the words quoted or in their heading. */
export function missingCounted(question: Question, quoted: Unit, matcher: WordMatcher): readonly Missing[] {
  const nouns = nounsCounted(question)
  const vocabulary = [...foldWords(quoted.text).map(({ word }) => word), ...quoted.surroundings]
  const isAnybody = anybody.test(fold(quoted.text))
  const absent = nouns.filter(({ word }) => {
    if (isAnybody && nouns.length === 1 && !partOfThem.has(word)) return false
    const likenessTo = matcher.likenessOf(word, quoted.language)
    return !vocabulary.some((candidate) => likenessTo(candidate) >= spokenOfFrom)
  })
  if (absent.length > 0) return absent.map(({ word }) => ({ kind: 'counted', text: word, nowhere: false }))
  return isAnybody || nouns.length === 0 || isCounted(nouns, quoted, matcher)
    ? []
    : [{ kind: 'counted', text: nouns[0]?.word ?? '', nowhere: false }]
}

/** Not where every figure counts something else: "27 suspects" under a heading that speaks of compounds. */
function isCounted(nouns: readonly QuestionWord[], quoted: Unit, matcher: WordMatcher): boolean {
  const likenesses = nouns.map(({ word }) => matcher.likenessOf(word, quoted.language))
  const numbers = findNumbers(quoted.text, quoted.language).filter(({ kind }) => kind === 'count' || kind === 'range')
  return (
    numbers.every(({ unit }) => unit === undefined) ||
    numbers.some(({ unit, end }) => {
      if (unit === undefined) return false
      const behind = foldWords(quoted.text.slice(end, end + reachOfNoun))
      return behind.some(({ word }) => likenesses.some((likenessTo) => likenessTo(word) >= spokenOfFrom))
    })
  )
}

/** UTF-16 units behind a number in which the noun counted is looked for. */
const reachOfNoun = 60

const complement = /^ (?:de la |de l['’]|d['’]|du |des |de |of (?:the )?)(\p{L}+)/u
const mass = /(?<!\p{L})how much(?!\p{L})/u
/** "Combien de jeunes pourront": the verb behind the noun. */
const frenchVerb = /(?:ront|aient|erent)$/

function nounsCounted(question: Question): readonly QuestionWord[] {
  const { expected, text, content } = question
  const range = expected.counted
  // "How much ivory was stopped?": 27 tonnes; what is weighed is often not named again.
  if (range === undefined || mass.test(fold(text))) return []
  const behind = complement.exec(text.slice(range.end))
  const end = behind === null ? range.end : range.end + behind[0].length
  const named: readonly Range[] = [...question.names, ...question.places, ...question.dates, ...question.numbers]
  return content.filter(
    (word) =>
      word.start >= range.start &&
      word.end <= end &&
      !anything.has(word.word) &&
      !frenchVerb.test(word.word) &&
      !named.some((other) => other.start < word.end && other.end > word.start),
  )
}

/** Properties that are told by a figure, and the words that the figure needs beside it; folded. */
const toldByFigure: ReadonlyMap<string, RegExp> = new Map(
  Object.entries({
    speed:
      /(?<!\p{L})(?:km\/?h|kph|mph|knots?|noeuds?|(?:kilomet\p{L}+|miles?) (?:an|per|a l'|par|\/) ?\p{L}+|kilometres heure|metres? (?:per|par|a) second)/u,
    height:
      /(?<!\p{L})(?:met(?:re|er)s?|m|feet|foot|ft|centimet\p{L}+|cm|inch\p{L}*|storeys?|stories|floors|etages|kilomet\p{L}+)(?!\p{L})/u,
    depth: /(?<!\p{L})(?:met(?:re|er)s?|m|feet|foot|ft|centimet\p{L}+|cm|kilomet\p{L}+|fathoms?|miles?)(?!\p{L})/u,
    weight: /(?<!\p{L})(?:kilos?|kg|tonn?e?s?|tons?|pounds?|lbs?|grams?|grammes?|ounces?)(?!\p{L})/u,
    temperature: /(?<!\p{L})(?:degrees?|degres?|celsius|fahrenheit)(?!\p{L})|°/u,
    population:
      /(?<!\p{L})(?:inhabitants?|people|residents?|population|habitante?s?|personnes|ames|souls|peuple\p{L}*)(?!\p{L})/u,
    ...Object.fromEntries(
      'salary price reward ransom revenue fine distance length area staff floors rooms'
        .split(' ')
        .map((key) => [key, /\d|\p{L}/u]),
    ),
  }),
)
const colours =
  /(?<!\p{L})(?:red|blue|green|white|black|yellow|orange|pink|purple|brown|gr[ea]y|beige|golden?|silver|rouges?|bleue?s?|verte?s?|blanc(?:he)?s?|noire?s?|jaunes?|roses?|violete?s?|violettes?|marron|brune?s?|grise?s?|dore|doree?s?|argente)(?!\p{L})/u
/** Kinds of question that want no value. */
const withoutValue: ReadonlySet<string> = new Set(
  'yes-no reason quote person manner date duration place country several-figures'.split(' '),
)

/** "The population of the town", "what is she paid", "la couleur de la voiture": told by a figure, a sum, a colour. */
export function missingValue(question: Question, quoted: Unit): readonly Missing[] {
  const { expected, properties } = question
  if (withoutValue.has(expected.type)) return []
  return properties
    .filter(({ kind, key }) => kind === 'property' && !isToldIn(key))
    .map(({ key }) => ({ kind: 'answer', text: key, nowhere: false }))

  function isToldIn(key: string): boolean {
    if (key === 'colour') return colours.test(fold(quoted.text))
    const unit = toldByFigure.get(key)
    if (unit === undefined) return true
    if (!unit.test(fold(quoted.text))) return false
    return expectedIn(quoted, { type: 'number' }).some(({ start, end }) =>
      isNew(quoted.text.slice(start, end), question),
    )
  }
}

/** Between an age and the name of whose it is, in UTF-16 units. */
const ageReach = 45

/** "How old is Helen Drury?" wants the age beside her name, or beside the pronoun that stands for her. */
export function missingAge(question: Question, quoted: Unit, isSpokenOf: boolean): readonly Missing[] {
  const asksAge = question.expected.type === 'age' || question.properties.some(({ key }) => key === 'age')
  if (!asksAge) return []
  const persons = namedPersons(question)
  const offices = question.properties.filter(({ kind }) => kind === 'office')
  if (persons.length === 0 && offices.length === 0) return []
  const parts = new Set(persons.flatMap(({ text }) => fold(text).split(/[^\p{L}]+/u)).filter((part) => part.length > 2))
  const names = foldWords(quoted.text).filter(({ word }) => parts.has(word))
  const ages = expectedIn(quoted, { type: 'age' })
  const isBeside = (age: Range) =>
    (persons.length === 0 && offices.some((office) => mentionsProperty(around(quoted, age, ageReach), office))) ||
    names.some(({ start, end }) => age.start - end <= ageReach && start - age.end <= ageReach) ||
    (persons.length > 0 && names.length === 0 && isSpokenOf)
  return ages.some(isBeside) ? [] : [{ kind: 'property', text: 'age', nowhere: false }]
}

function around({ text }: Unit, { start, end }: Range, reach: number): string {
  return text.slice(Math.max(0, start - reach), end + reach)
}

/** The names of the question that may be a person's: no place, no organisation, no acronym. */
function namedPersons({ names, places }: Question): Question['names'] {
  return names.filter(
    ({ kind, text, start, end }) =>
      kind === undefined &&
      !/^\p{Lu}{2,5}s?$/u.test(text) &&
      !places.some((place) => place.start < end && place.end > start),
  )
}

const asksName: ReadonlySet<string> = new Set(['person', 'definition', 'name'])

/** How far around a name the office is looked for that its bearer holds, in UTF-16 units. */
const officeReach = 70

/** "Who is the minister of justice?" wants a name beside the office: the ministry has none. */
export function missingHolder(question: Question, quoted: Unit): readonly Missing[] {
  const { type } = question.expected
  const offices = question.properties.filter(({ kind }) => kind === 'office')
  if (offices.length === 0 || !asksName.has(type) || namedPersons(question).length > 0) return []
  const holders = expectedIn(quoted, { type: 'person' }).filter(({ start, end }) =>
    isNew(quoted.text.slice(start, end), question),
  )
  const names = (part: string) =>
    offices.some((office) => mentionsProperty(part, office) && (!isPortfolio(office.key) || minister.test(fold(part))))
  const isHeld = ({ start, end }: Range) => {
    const before = quoted.text.slice(Math.max(0, start - officeReach), start).split(/[,;:–—]|\. /)
    const after = quoted.text.slice(end, end + officeReach).split(/[,;:–—]|\. /)
    // "The interior minister, Anna Lund" has nothing between; "…, General Lund" is somebody else's office.
    const beside = (before.at(-1) ?? '').trim() === '' ? before.at(-2) : before.at(-1)
    return names(beside ?? '') || names(after.slice(0, 2).join(' '))
  }
  return holders.some(isHeld) ? [] : [{ kind: 'holder', text: offices[0]?.key ?? '', nowhere: false }]
}

const minister = /(?<!\p{L})(?:minist(?:er|re)s?|secretary|secretaire)(?!\p{L})/u

function isPortfolio(key: string): boolean {
  return key.endsWith('-minister') && key !== 'prime-minister'
}
