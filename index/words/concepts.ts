/** The hand-written vocabulary: which words say the same thing, within a language and across the two. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { stem } from '../../src/text/stems.ts'
import type { Language } from '../../src/types.ts'

export type Concepts = {
  share(left: string, leftLanguage: Language, right: string, rightLanguage: Language): boolean
}

type Listed = { readonly byWord: Map<string, number[]>; readonly byPrefix: Map<string, Set<string>> }
type Found = readonly number[] | undefined

/** Words of one stem begin alike; so only few need be stemmed to find one, and none at start. */
const prefixLength = 3
const longestEnding = 3

/** Reads all `.tsv` files of folders: English forms, a tab, French forms, separated by commas. Phrases are passed over. */
export async function readConcepts(folders: readonly string[]): Promise<Concepts> {
  const listed: Readonly<Record<Language, Listed>> = { en: createListed(), fr: createListed() }
  let concept = 0
  for (const path of await listFiles(folders)) {
    for (const line of (await readFile(path, 'utf8')).split('\n')) {
      const [english, french] = line.split('\t')
      if (english === undefined || french === undefined) continue
      concept += 1
      addForms(listed.en, english, concept)
      addForms(listed.fr, french, concept)
    }
  }
  const remembered: Readonly<Record<Language, Map<string, Found>>> = { en: new Map(), fr: new Map() }

  // A form that is listed is read as listed; another inflection of it is found by its stem.
  const conceptsOf = (word: string, language: Language): Found => {
    const exact = listed[language].byWord.get(word)
    if (exact !== undefined) return exact
    const known = remembered[language]
    if (!known.has(word)) known.set(word, conceptsByStem(listed[language], word, language))
    return known.get(word)
  }

  return {
    share(left, leftLanguage, right, rightLanguage) {
      const ours = conceptsOf(left, leftLanguage)
      const theirs = ours && conceptsOf(right, rightLanguage)
      return ours?.some((id) => theirs?.includes(id)) ?? false
    },
  }
}

async function listFiles(folders: readonly string[]): Promise<readonly string[]> {
  const files: string[] = []
  for (const folder of folders) {
    const names = (await readdir(folder)).filter((name) => name.endsWith('.tsv')).sort()
    files.push(...names.map((name) => join(folder, name)))
  }
  return files
}

function createListed(): Listed {
  return { byWord: new Map(), byPrefix: new Map() }
}

function addForms({ byWord, byPrefix }: Listed, forms: string, concept: number): void {
  for (const form of forms.split(',')) {
    const word = foldForm(form)
    if (word === '' || word.includes(' ')) continue
    const concepts = byWord.get(word)
    if (concepts === undefined) byWord.set(word, [concept])
    else concepts.push(concept)
    const prefix = word.slice(0, prefixLength)
    const alike = byPrefix.get(prefix)
    if (alike === undefined) byPrefix.set(prefix, new Set([word]))
    else alike.add(word)
  }
}

/** The vocabulary is written in lower case with plain apostrophes: `fold()` would do the same, ten times slower. */
function foldForm(form: string): string {
  return form.trim().normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('œ', 'oe').replaceAll('æ', 'ae')
}

function conceptsByStem({ byWord, byPrefix }: Listed, word: string, language: Language): Found {
  const sought = stem(word, language)
  const concepts = new Set<number>()
  for (const candidate of byPrefix.get(word.slice(0, prefixLength)) ?? []) {
    // "Department" has the stem of "depart": an inflection is not that much longer.
    if (Math.abs(candidate.length - word.length) > longestEnding) continue
    if (stem(candidate, language) === sought) for (const id of byWord.get(candidate) ?? []) concepts.add(id)
  }
  return concepts.size === 0 ? undefined : [...concepts]
}
