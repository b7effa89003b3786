import { foldString } from '../figures/folded-text.ts'
import { nationalities } from './nationalities.ts'
import { capitalOnly, cities, countryAliases, worldRegions } from './place-names.ts'

export type PlaceKind = 'country' | 'people' | 'city' | 'region'

/** `any`: however it is written; `capital`: with a capital letter; `capitals`: in capitals only ("US", "UE"). */
export type PlaceWriting = 'any' | 'capital' | 'capitals'

export type PlaceEntry = {
  /** Folded words, in order. */
  readonly words: readonly string[]
  readonly code: string
  readonly as: PlaceKind
  /** ISO region of a city. */
  readonly country?: string
  readonly writing: PlaceWriting
}

/** Codes that Intl names but that are no place, no longer exist, or repeat another. */
const noRegion = new Set(
  'AN BU CP CS DD DG DY EA EU EZ FX HV IC NH QO RH SU TA TP UK UM UN VD XA XB YD YU ZR ZZ CQ'.split(' '),
)

/** The words of a name, as a text is cut into words. */
export function nameWords(name: string): readonly string[] {
  return foldString(name).match(/(?:\p{L}\.){2,}|[\p{L}\p{N}]+/gu) ?? []
}

function regionCodes(): readonly string[] {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  return [...letters.flatMap((first) => letters.map((second) => first + second))].filter((code) => !noRegion.has(code))
}

/** Spellings of a display name: "&" as a word or not there, "St." in full, without parentheses and without "SAR China". */
function spellings(name: string, and: string): readonly string[] {
  const plain = name
    .replace(/ SAR China$/, '')
    .replace(/^R\.A\.S\. chinoise de /, '')
    .replace(/^État de la Cité du /, '')
  const bare = plain.replace(/ ?\([^)]*\)/, '')
  const base = bare.replace('&', and)
  return [base, bare, base.replace(/\bSt\. /, 'Saint '), base.replace(/\bSt\. /, 'St ')]
}

/** Feminine and plural of a French adjective of nationality given in the masculine singular. */
function frenchForms(word: string): readonly string[] {
  if (
    /(?:que|ques|es|ees)$/.test(word) &&
    word.length > 4 &&
    !/(?:slovaque|malteque|britannique|bosniaque|monegasque)$/.test(word)
  )
    return [word]
  if (/[^e]s$/.test(word)) return [word, `${word}e`, `${word}es`]
  if (word.endsWith('e')) return [word, `${word}s`]
  if (/(?:[ei]en|on)$/.test(word)) return [word, `${word}s`, `${word}ne`, `${word}nes`]
  return [word, `${word}s`, `${word}e`, `${word}es`]
}

/** A language without a word of its own for a people leaves an empty entry. */
function wordsIn(entry: string): readonly string[] {
  return entry.split(' ').filter((word) => word !== '')
}

/** English plural where there is one ("Cambodians", not "Chineses"). */
function englishForms(word: string): readonly string[] {
  return /(?:ese|ish|ch|ss|s|x|z|men|women|man|woman|burkinabe|basotho|batswana)$/.test(word)
    ? [word]
    : [word, `${word}s`]
}

function entry(name: string, code: string, as: PlaceKind, country?: string): PlaceEntry {
  const words = nameWords(name)
  const only = name.startsWith('~') || capitalOnly.has(words.join(' '))
  const writing: PlaceWriting = name.startsWith('!') ? 'capitals' : only ? 'capital' : 'any'
  return { words, code, as, writing, ...(country === undefined ? {} : { country }) }
}

function countries(): readonly PlaceEntry[] {
  const english = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' })
  const french = new Intl.DisplayNames(['fr'], { type: 'region', fallback: 'none' })
  const named = regionCodes().flatMap((code) => [
    ...spellings(english.of(code) ?? '', 'and').map((name) => entry(name, code, 'country')),
    ...spellings(french.of(code) ?? '', 'et').map((name) => entry(name, code, 'country')),
  ])
  const aliased = Object.entries(countryAliases).flatMap(([code, names]) =>
    names.split('|').map((name) => entry(name, code, 'country')),
  )
  return [...aliased, ...named]
}

function peoples(): readonly PlaceEntry[] {
  return Object.entries(nationalities).flatMap(([code, [english, french]]) => {
    const forms = [...wordsIn(english).flatMap(englishForms), ...wordsIn(french).flatMap(frenchForms)]
    return forms.map((form) => entry(form, code, 'people'))
  })
}

function regions(): readonly PlaceEntry[] {
  return Object.entries(worldRegions).flatMap(([name, [places, people]]) => [
    ...places.split('|').map((form) => entry(form, `region:${name}`, 'region')),
    ...people.split('|').map((form) => entry(form, `region:${name}`, 'people')),
  ])
}

function towns(): readonly PlaceEntry[] {
  return Object.entries(cities).flatMap(([country, list]) =>
    list.split('|').flatMap((city) => {
      const names = city.split('=')
      const code = `city:${nameWords(names[0] ?? '').join('-')}`
      return names.map((name) => entry(name, code, 'city', country))
    }),
  )
}

let table: ReadonlyMap<string, readonly PlaceEntry[]> | undefined

/** Every place by its first folded word, longest name first; built on first use. The first entry of a name wins. */
export function placesByFirstWord(): ReadonlyMap<string, readonly PlaceEntry[]> {
  if (table !== undefined) return table
  const seen = new Set<string>()
  const byFirst = new Map<string, PlaceEntry[]>()
  for (const place of [...countries(), ...peoples(), ...regions(), ...towns()]) {
    const key = `${place.words.join(' ')}|${place.writing === 'capitals'}`
    const first = place.words[0]
    if (first === undefined || seen.has(key)) continue
    seen.add(key)
    byFirst.set(first, [...(byFirst.get(first) ?? []), place])
  }
  for (const list of byFirst.values()) list.sort((left, right) => right.words.length - left.words.length)
  table = byFirst
  return table
}
