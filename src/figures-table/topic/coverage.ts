/** How far each word of a question is found in a sentence, around it, in its passage, in its article and anywhere. */
import { editDistance } from '../../match/edit-distance.ts'
import type { WordMatcher } from '../../match/similarity.ts'
import type { WordSpace } from '../../ports/word-space.ts'
import type { Question, QuestionWord } from '../../question/question.ts'
import { articleOf } from '../../reading/article-of.ts'
import type { Unit } from '../../reading/quotable.ts'
import type { Language } from '../../types.ts'
import { carryOver } from './carry-over.ts'
import { completeNames } from './family-names.ts'

/** One row a unit and one column a content word of the question, in their orders; values 0 to 1. */
export type Coverage = {
  readonly units: readonly Unit[]
  readonly words: readonly QuestionWord[]
  /** How much each word counts: rare in these sentences, and rare in general language. */
  readonly weights: readonly number[]
  readonly own: readonly (readonly number[])[]
  readonly surroundings: readonly (readonly number[])[]
  readonly passage: readonly (readonly number[])[]
  readonly article: readonly (readonly number[])[]
  /** The best that any unit reaches, by word. */
  readonly anywhere: readonly number[]
  /** In how many sentences of its article a word is found well, by unit and word. */
  readonly sentences: readonly (readonly number[])[]
}

/** A sentence that leans on the one before, or on its heading, is found through it, but less surely. */
const borrowed = 0.75
/** From this likeness a word counts as found. */
export const foundFrom = 0.75

/** Compares every content word of the question with every unit. Cost: words × different words of the units. */
export function measureCoverage(
  question: Question,
  units: readonly Unit[],
  matcher: WordMatcher,
  space: WordSpace,
): Coverage {
  const words = question.content
  // What the vectors make of a name that is in no list says nothing: its spelling must tell.
  const strange = new Set(
    words.filter(({ word, inName }) => inName && !space.isFrequent(word, 'en') && !space.isFrequent(word, 'fr')),
  )
  const best = (word: QuestionWord, vocabulary: readonly string[], language: Language): number => {
    let highest = 0
    const isStrange = strange.has(word)
    const likenessTo = matcher.likenessOf(word.word, language)
    for (const candidate of vocabulary) {
      const likeness = likenessTo(candidate)
      if (likeness > highest && (!isStrange || isSpelledAlike(word.word, candidate))) highest = likeness
      if (highest === 1) break
    }
    return highest
  }
  const compared: Readonly<Record<Language, Map<readonly string[], readonly number[]>>> = {
    en: new Map(),
    fr: new Map(),
  }
  const compare = (vocabulary: readonly string[], language: Language): readonly number[] => {
    const known = compared[language].get(vocabulary)
    if (known !== undefined) return known
    const row = words.map((word) => best(word, vocabulary, language))
    compared[language].set(vocabulary, row)
    return row
  }
  const literal = units.map(({ vocabulary, language }) => compare(vocabulary, language))
  const own = completeNames(question, units, literal)
  const isName = words.map(({ inName }) => inName)
  const carried = carryOver(units, own, isName)
  const around = units.map((unit) => compare(unit.surroundings, unit.language))
  const surroundings = own.map((row, unit) =>
    row.map((value, word) => Math.max(value, borrowed * (around[unit]?.[word] ?? 0), carried[unit]?.[word] ?? 0)),
  )
  const passage = highestByGroup(units, surroundings, ({ passage: { id } }) => id)
  const article = highestByGroup(units, own, articleOf)
  return {
    units,
    words,
    weights: words.map((word, column) => weigh(word, column, own, question.language, space)),
    own,
    surroundings,
    passage,
    article,
    anywhere: words.map((_, column) => Math.max(0, ...own.map((row) => row[column] ?? 0))),
    sentences: countByArticle(units, own, words.length),
  }
}

function isSpelledAlike(left: string, right: string): boolean {
  const length = Math.min(left.length, right.length)
  if (left === right || (length >= 4 && (left.startsWith(right) || right.startsWith(left)))) return true
  const limit = length >= 8 ? 2 : length >= 5 ? 1 : 0
  return limit > 0 && editDistance(left, right, limit) <= limit
}

/** The weighted share of the question that a row of likenesses covers, 0 to 1. */
export function shareCovered(row: readonly number[], weights: readonly number[]): number {
  let covered = 0
  let total = 0
  weights.forEach((weight, column) => {
    covered += weight * (row[column] ?? 0)
    total += weight
  })
  return total === 0 ? 0 : covered / total
}

function weigh(
  word: QuestionWord,
  column: number,
  own: readonly (readonly number[])[],
  language: Language,
  space: WordSpace,
): number {
  const softFrequency = own.reduce((sum, row) => sum + (row[column] ?? 0) ** 2, 0)
  const here = Math.log(1 + own.length / Math.max(0.5, softFrequency))
  return here * Math.sqrt(Math.max(0.2, space.rarity(word.word, language) - 1.5))
}

function highestByGroup(
  units: readonly Unit[],
  rows: readonly (readonly number[])[],
  groupOf: (unit: Unit) => string,
): readonly (readonly number[])[] {
  const highest = new Map<string, number[]>()
  return units
    .map((unit, position) => {
      const row = rows[position] ?? []
      const name = groupOf(unit)
      const group = highest.get(name)
      if (group === undefined) highest.set(name, [...row])
      else
        row.forEach((value, column) => {
          group[column] = Math.max(group[column] ?? 0, value)
        })
      return name
    })
    .map((name) => highest.get(name) ?? [])
}

function countByArticle(
  units: readonly Unit[],
  own: readonly (readonly number[])[],
  columns: number,
): readonly (readonly number[])[] {
  const counts = new Map<string, number[]>()
  return units
    .map((unit, position) => {
      const name = articleOf(unit)
      const count = counts.get(name) ?? new Array<number>(columns).fill(0)
      own[position]?.forEach((value, column) => {
        if (value >= foundFrom) count[column] = (count[column] ?? 0) + 1
      })
      counts.set(name, count)
      return name
    })
    .map((name) => counts.get(name) ?? [])
}
