/** The person whom "he" or "elle" stands for. */
import { findNames } from '../entities/names.ts'
import { findPlaces } from '../entities/places.ts'
import type { Language } from '../types.ts'
import type { Exchange } from './exchange.ts'

/** The last person that the question names, else the first of the answer; undefined when neither names one. */
export function findPerson({ question, answer }: Exchange, language: Language): string | undefined {
  return peopleOf(question, language).at(-1) ?? peopleOf(answer, language)[0] ?? peopleOf(answer, other(language))[0]
}

function peopleOf(text: string, language: Language): readonly string[] {
  const places = findPlaces(text, language)
  return findNames(text, language)
    .filter(({ kind }) => kind === undefined)
    .filter(({ start, end }) => !places.some((place) => place.start < end && start < place.end))
    .map((name) => name.text)
    .filter((name) => /^\p{Lu}\p{L}*\p{Ll}/u.test(name))
}

function other(language: Language): Language {
  return language === 'en' ? 'fr' : 'en'
}

/** The question with the name in the place of the first pronoun, or with the name in brackets behind it. */
export function putPerson(text: string, person: string, language: Language): string {
  const rules = language === 'en' ? english : french
  for (const [pattern, put] of rules) {
    if (pattern.test(text)) return text.replace(pattern, (...found: string[]) => put(person, found))
  }
  return `${text} (${person})`
}

type Rule = readonly [RegExp, (person: string, found: readonly string[]) => string]

const english: readonly Rule[] = [
  [/(?<!\p{L})s?he(?!\p{L})/iu, (person) => person],
  [/(?<!\p{L})(?:his|her)(?= (?!(?:in|on|at|to|for|by|with|from)(?!\p{L}))\p{L})/iu, (person) => `${person}’s`],
  [/(?<!\p{L})(?:him|her)(?!\p{L})/iu, (person) => person],
]
const french: readonly Rule[] = [
  [/(?<!\p{L})(qui|où|ou) (est|était)-(?:il|elle)$/iu, (person, [, asking, verb]) => `${asking} ${verb} ${person}`],
  [/(?<!\p{L})qu['’](\p{L}+-(?:t-)?(?:il|elle))(?!\p{L})/iu, (person, [, verb]) => `que ${person} ${verb}`],
  [
    /(?<![\p{L}’'-])((?:(?:ne |se |y |en |le |la |lui |n['’]|s['’]|l['’]))*\p{L}+-(?:t-)?(?:il|elle))(?!\p{L})/iu,
    (person, [, verb]) => `${person} ${verb}`,
  ],
  [/(?<!\p{L})qu['’](?:il|elle)(?!\p{L})/iu, (person) => `que ${person}`],
  [/(?<![\p{L}-])(?:il|elle)(?!\p{L})/iu, (person) => person],
]
