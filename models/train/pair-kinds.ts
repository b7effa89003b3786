import { countryAndMonthNames } from './common-names.ts'
import { drawOne, type Random } from './random.ts'
import type { Entry, TextPair, TrainingData } from './read-pairs.ts'
import type { EncodedText, Tokenizer } from './word-piece.ts'

/** One kind of pair; a batch holds one kind only, so that kinds cannot be told apart by their length or style. */
export type PairKind = {
  readonly name: string
  /** Relative number of batches. */
  readonly share: number
  readonly size: number
  /** The pair of a record; kinds with several words a side draw one of each. */
  pair(record: number, random: Random): readonly [EncodedText, EncodedText]
}

/** Two words that mean the same, found by aligning translated texts; `share` is how surely. */
export type WordPair = TextPair & { readonly share: number }

const LONGEST_TEXT = 64

/** All kinds for which there is data. Shares were chosen by measuring (see the model card). */
export function pairKinds(data: TrainingData, aligned: readonly WordPair[], tokenizer: Tokenizer): readonly PairKind[] {
  const encode = (text: string): EncodedText => tokenizer.encode(text).subarray(0, LONGEST_TEXT)
  const texts = (name: string, share: number, pairs: readonly (readonly [string, string])[]): PairKind =>
    textKind(name, share, pairs, encode)
  const words = (name: string, share: number, groups: readonly WordGroups[]): PairKind =>
    wordKind(name, share, groups, encode)
  const translations = (pairs: readonly TextPair[]): (readonly [string, string])[] =>
    pairs.map((pair) => [pair.english, pair.french])
  const headed = data.laws.filter((law) => law.headings.english !== '' && law.headings.french !== '')
  const kinds = [
    texts('law', 0.8, translations(data.laws)),
    texts('law heading', 0.5, translations(headed.map((law) => law.headings))),
    texts('heading to text, across', 0.5, headed.flatMap(acrossHeadings)),
    texts('heading to text, same language', 0.2, headed.flatMap(ownHeadings)),
    texts('law term', 0.2, translations(data.lawTerms)),
    texts('definition', 0.05, translations(data.lawTerms.map((term) => term.definitions))),
    words('lexicon', 1, data.lexicon.map(acrossWords)),
    words('synonyms', 0.4, data.lexicon.flatMap(ownWords)),
    words(
      'word to gloss',
      0.3,
      data.glosses.map((entry) => ({ first: entry.words, second: [entry.gloss] })),
    ),
    words(
      'word to gloss, across',
      0.15,
      data.lexicon.filter(hasGloss).map((entry) => ({ first: entry.french, second: [entry.gloss] })),
    ),
    words(
      'gloss to example',
      0.15,
      data.glosses.map((entry) => ({ first: [entry.gloss], second: entry.examples })),
    ),
    texts('tatoeba', 1.3, translations(data.tatoeba)),
    texts('tico', 0.3, translations(data.tico)),
    texts('pud', 0.15, translations(data.pud)),
    words('news', 1.5, data.news.map(acrossWords)),
    words('news, same language', 0.5, data.news.flatMap(ownWords)),
    texts('names', 0.15, translations(countryAndMonthNames())),
    texts('aligned words', 1.2, translations(aligned)),
  ]
  return kinds.filter((kind) => kind.size > 0)
}

type WordGroups = { readonly first: readonly string[]; readonly second: readonly string[] }

function acrossHeadings(law: TrainingData['laws'][number]): (readonly [string, string])[] {
  return [
    [law.headings.english, law.french],
    [law.headings.french, law.english],
  ]
}

function ownHeadings(law: TrainingData['laws'][number]): (readonly [string, string])[] {
  return [
    [law.headings.english, law.english],
    [law.headings.french, law.french],
  ]
}

function acrossWords(entry: Entry): WordGroups {
  return { first: entry.english, second: entry.french }
}

function ownWords(entry: Entry): readonly WordGroups[] {
  return [entry.english, entry.french]
    .filter((words) => words.length > 1)
    .map((words) => ({ first: words, second: words }))
}

function hasGloss(entry: Entry): boolean {
  return entry.gloss !== ''
}

function textKind(
  name: string,
  share: number,
  pairs: readonly (readonly [string, string])[],
  encode: (text: string) => EncodedText,
): PairKind {
  const encoded = pairs
    .map(([first, second]) => [encode(first), encode(second)] as const)
    .filter(([first, second]) => first.length > 0 && second.length > 0)
  const nothing: EncodedText = new Uint16Array(0)
  return { name, share, size: encoded.length, pair: (record) => encoded[record] ?? [nothing, nothing] }
}

function wordKind(
  name: string,
  share: number,
  groups: readonly WordGroups[],
  encode: (text: string) => EncodedText,
): PairKind {
  const encodeAll = (words: readonly string[]): readonly EncodedText[] =>
    words.map(encode).filter((text) => text.length > 0)
  const encoded = groups
    .map((group) => ({ first: encodeAll(group.first), second: encodeAll(group.second) }))
    .filter((group) => group.first.length > 0 && group.second.length > 0)
  const nothing: EncodedText = new Uint16Array(0)
  return {
    name,
    share,
    size: encoded.length,
    pair: (record, random) => [
      drawOne(random, encoded[record]?.first ?? []) ?? nothing,
      drawOne(random, encoded[record]?.second ?? []) ?? nothing,
    ],
  }
}
