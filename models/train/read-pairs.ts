import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { UserError } from '../../src/errors.ts'

/** A text and its translation. */
export type TextPair = { readonly english: string; readonly french: string }
export type LawSection = TextPair & { readonly headings: TextPair }
export type LawTerm = TextPair & { readonly definitions: TextPair }
/** Words of one meaning in both languages, with the English explanation (empty where there is none). */
export type Entry = { readonly english: readonly string[]; readonly french: readonly string[]; readonly gloss: string }
export type Gloss = { readonly words: readonly string[]; readonly gloss: string; readonly examples: readonly string[] }

export type TrainingData = {
  readonly laws: readonly LawSection[]
  readonly lawTerms: readonly LawTerm[]
  readonly lexicon: readonly Entry[]
  readonly glosses: readonly Gloss[]
  readonly tatoeba: readonly TextPair[]
  readonly tico: readonly TextPair[]
  readonly pud: readonly TextPair[]
  /** Our own vocabulary of the news: forms of one notion in both languages. */
  readonly news: readonly Entry[]
}

/**
 * Reads the pair files of a folder (their columns are described beside them) and our own vocabulary files.
 * `limit` keeps that many records of each file. A file that is missing counts as empty, so that other collections of
 * pairs can be trained on. Throws UserError when the folder holds no pair file at all.
 */
export function readTrainingData(
  folder: string,
  vocabularyFolder: string,
  limit = Number.POSITIVE_INFINITY,
): TrainingData {
  const rows = (name: string): readonly (readonly string[])[] => readRows(join(folder, name), limit)
  const data: TrainingData = {
    laws: rows('laws.en-fr.tsv.gz').map(([headingEn = '', headingFr = '', english = '', french = '']) => ({
      english,
      french,
      headings: { english: headingEn, french: headingFr },
    })),
    lawTerms: rows('law-terms.en-fr.tsv.gz').map(([english = '', french = '', meansEn = '', meansFr = '']) => ({
      english,
      french,
      definitions: { english: meansEn, french: meansFr },
    })),
    lexicon: rows('lexicon.en-fr.tsv.gz').map(([english = '', french = '', gloss = '']) => ({
      english: splitList(english, '|'),
      french: splitList(french, '|'),
      gloss,
    })),
    glosses: rows('glosses.en.tsv.gz').map(([words = '', gloss = '', examples = '']) => ({
      words: splitList(words, '|'),
      gloss,
      examples: splitList(examples, '|'),
    })),
    tatoeba: rows('tatoeba.en-fr.tsv.gz').map(toTextPair),
    tico: rows('tico19.en-fr.tsv.gz').map(toTextPair),
    pud: rows('pud.en-fr.tsv.gz').map(toTextPair),
    news: readVocabulary(vocabularyFolder),
  }
  const records = data.laws.length + data.lexicon.length + data.tatoeba.length + data.tico.length + data.pud.length
  if (records === 0) throw new UserError(`no pair files in ${folder}: name their folder with --pairs FOLDER`)
  return data
}

/** Every `*.tsv` of the folder: `english forms, comma separated<TAB>french forms, comma separated`; `#` starts a comment. */
export function readVocabulary(folder: string): readonly Entry[] {
  if (!existsSync(folder)) return []
  const files = readdirSync(folder).filter((name) => name.endsWith('.tsv'))
  return files.sort().flatMap((name) =>
    readFileSync(join(folder, name), 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '' && !line.startsWith('#'))
      .map((line) => {
        const [english = '', french = ''] = line.split('\t')
        return { english: splitList(english, ','), french: splitList(french, ','), gloss: '' }
      })
      .filter((entry) => entry.english.length > 0 && entry.french.length > 0),
  )
}

/** Lines of `english<TAB>french`. */
export function toTextPairs(text: string): readonly TextPair[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return lines.map((line) => toTextPair(line.split('\t')))
}

function readRows(path: string, limit: number): readonly (readonly string[])[] {
  if (!existsSync(path)) return []
  const text = gunzipSync(readFileSync(path)).toString('utf8')
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return lines.slice(0, limit).map((line) => line.split('\t'))
}

function toTextPair([english = '', french = '']: readonly string[]): TextPair {
  return { english, french }
}

function splitList(text: string, separator: string): readonly string[] {
  return text
    .split(separator)
    .map((word) => word.trim())
    .filter((word) => word !== '')
}
