/** The hand-written vocabulary: which words say the same thing, within a language and across the two. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { LRUCache } from 'lru-cache'
import { stem } from '../../src/text/stems.ts'
import type { Language } from '../../src/types.ts'

export type Concepts = {
  share(left: string, leftLanguage: Language, right: string, rightLanguage: Language): boolean
}

type Listed = { readonly byWord: Map<string, number[]>; readonly forms: string[][] }
/** What says the same as one word: the forms as listed, and the lengths of the forms that have a stem. */
type Related = { readonly forms: ReadonlySet<string>; readonly stems: ReadonlyMap<string, readonly number[]> }

/** "Department" has the stem of "depart": an inflection is not that much longer than the form that is listed. */
const longestEnding = 3
/** For each pair of languages. */
const rememberedWords = 1_000
const nothing: Related = { forms: new Set(), stems: new Map() }

/** Reads all `.tsv` files of folders: English forms, a tab, French forms, separated by commas. Phrases are passed over. */
export async function readConcepts(folders: readonly string[]): Promise<Concepts> {
  const listed: Readonly<Record<Language, Listed>> = {
    en: { byWord: new Map(), forms: [] },
    fr: { byWord: new Map(), forms: [] },
  }
  let concept = 0
  for (const path of await listFiles(folders)) {
    for (const line of (await readFile(path, 'utf8')).split('\n')) {
      const [english, french] = line.split('\t')
      if (english === undefined || french === undefined) continue
      addForms(listed.en, english, concept)
      addForms(listed.fr, french, concept)
      concept += 1
    }
  }
  const remember = () => new LRUCache<string, Related>({ max: rememberedWords })
  const remembered = { en: { en: remember(), fr: remember() }, fr: { en: remember(), fr: remember() } }

  const relatedTo = (word: string, language: Language, other: Language): Related => {
    const known = remembered[language][other].get(word)
    if (known !== undefined) return known
    const concepts = conceptsOf(listed[language], word, language)
    const found = concepts.length === 0 ? nothing : collect(concepts, listed[other], other)
    remembered[language][other].set(word, found)
    return found
  }

  return {
    share(left, leftLanguage, right, rightLanguage) {
      const related = relatedTo(left, leftLanguage, rightLanguage)
      if (related === nothing) return false
      // A form that is listed is read as listed; another inflection of it is found by its stem.
      if (listed[rightLanguage].byWord.has(right)) return related.forms.has(right)
      const lengths = related.stems.get(stem(right, rightLanguage))
      return lengths?.some((length) => Math.abs(length - right.length) <= longestEnding) ?? false
    },
  }
}

/** The concepts of a word as listed, else of the listed forms with its stem. */
function conceptsOf({ byWord }: Listed, word: string, language: Language): readonly number[] {
  const exact = byWord.get(word)
  if (exact !== undefined) return exact
  const sought = stem(word, language)
  const found = new Set<number>()
  for (const [candidate, concepts] of byWord) {
    // Words of one stem begin alike; so only few need be stemmed.
    if (candidate[0] !== word[0] || candidate[1] !== word[1] || candidate[2] !== word[2]) continue
    if (Math.abs(candidate.length - word.length) > longestEnding) continue
    if (stem(candidate, language) === sought) for (const id of concepts) found.add(id)
  }
  return [...found]
}

function collect(concepts: readonly number[], { forms }: Listed, language: Language): Related {
  const all = new Set(concepts.flatMap((id) => forms[id] ?? []))
  const stems = new Map<string, number[]>()
  for (const form of all) {
    const key = stem(form, language)
    stems.set(key, [...(stems.get(key) ?? []), form.length])
  }
  return { forms: all, stems }
}

async function listFiles(folders: readonly string[]): Promise<readonly string[]> {
  const files: string[] = []
  for (const folder of folders) {
    const names = (await readdir(folder)).filter((name) => name.endsWith('.tsv')).sort()
    files.push(...names.map((name) => join(folder, name)))
  }
  return files
}

function addForms({ byWord, forms }: Listed, written: string, concept: number): void {
  const words: string[] = []
  for (const form of written.split(',')) {
    const word = foldForm(form)
    if (word === '' || word.includes(' ')) continue
    words.push(word)
    const concepts = byWord.get(word)
    if (concepts === undefined) byWord.set(word, [concept])
    else concepts.push(concept)
  }
  forms[concept] = words
}

const beyondAscii = /[\u0080-\uffff]/

/** The vocabulary is written in lower case with plain apostrophes: `fold()` would do the same, ten times slower. */
function foldForm(form: string): string {
  const word = form.trim()
  if (!beyondAscii.test(word)) return word
  return word.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('œ', 'oe').replaceAll('æ', 'ae')
}
