/** How well a sentence speaks of a topic: by itself, through the list that it stands in, or through its article. */

import type { Reading } from '../reading.ts'
import { meansPeople, type Topic } from '../topic.ts'
import { shareCovered } from './coverage.ts'
import { createNameLikeness, createOwnLikeness, createPeopleLikeness, createSetApartTest, ownFrom } from './likeness.ts'
import { createListLikeness } from './list-likeness.ts'
import { isWithin, type Likeness } from './literal.ts'
import { createSubjectTest } from './subjects.ts'

/** How strictly sentences are taken: `names`: what is named must be named in them, and one word at least be their own. */
export type Strictness = { readonly about: number; readonly thing: number; readonly names: boolean }
export const strict: Strictness = { about: 0.6, thing: 0.55, names: true }

/** A word found only in the passage, or a name only in the article, speaks less surely of this figure. */
const borrowed = {
  passage: 0.55,
  article: 0.45,
  subject: 0.7,
  articleName: 0.85,
  strayName: 0.5,
}
const measureShare = 0.4
/** A name counts as found in the sentence from this likeness. */
const namedFrom = 0.7

/** @returns by row of the coverage, 0 to 1: the best fit of the parts of the topic; 1 for a topic about nothing. */
export function createTopicFit(topic: Topic, reading: Reading, { names }: Strictness): (row: number) => number {
  const parts = topic.abouts.map((columns) => createPartFit(columns, topic, reading, names))
  return (row) => Math.max(...parts.map((fitOf) => fitOf(row)))
}

function createPartFit(
  columns: readonly number[],
  topic: Topic,
  reading: Reading,
  strictly: boolean,
): (row: number) => number {
  const { question, coverage } = reading
  const isNamed = (column: number): boolean => {
    const word = coverage.words[column]
    return word?.inName === true || question.places.some((place) => isWithin(word, place))
  }
  const named = columns.filter(isNamed)
  const others = columns.filter((column) => !isNamed(column))
  const telling = others.filter((column) => !meansPeople(coverage.words[column]?.word ?? ''))
  // "Foreigners" beside "expelled" is whoever is counted; alone it is the topic.
  const core = telling.length > 0 || named.length > 0 ? telling : others
  const isNamesOnly = core.length === 0 && topic.counted.length === 0
  const weightOf = (column: number): number =>
    (coverage.weights[column] ?? 0) * (topic.measures.includes(column) ? measureShare : 1)
  const shared = core.length > 0 ? [...core, ...topic.measures] : core
  const share = (of: readonly number[], likeness: Likeness): number =>
    of.length === 0 ? 1 : shareCovered(of.map(likeness), of.map(weightOf))
  const lists = createListLikeness(reading)
  const isPeopleOnly = telling.length === 0 && named.length === 0
  const subjects = createSubjectTest(reading)

  return (row) => {
    const own = isPeopleOnly ? createPeopleLikeness(row, reading) : createOwnLikeness(row, reading, lists)
    const isSubject = (column: number): boolean => subjects(row, column)
    const inArticle = (column: number): number =>
      Math.max(coverage.article[row]?.[column] ?? 0, isNamed(column) && isSubject(column) ? 1 : 0)
    const isSetApart = createSetApartTest(row, reading)
    // An article about expulsions does not make each of its figures one of them; several words are seldom all there.
    const isSpoken = core.length > 1 || core.some((column) => own(column) >= ownFrom) || topic.kind === 'toll'
    const around = (column: number): number =>
      isSetApart(column)
        ? 0
        : Math.max(
            borrowed.passage * (coverage.passage[row]?.[column] ?? 0),
            (isSubject(column) && isSpoken ? borrowed.subject : borrowed.article) * inArticle(column),
          )
    const ownName = createNameLikeness(row, reading, lists)
    const nameAround = (column: number): number =>
      inArticle(column) * (isSubject(column) ? borrowed.articleName : borrowed.strayName)
    const ofNames = named.map((column) => Math.max(ownName(column), strictly && isNamesOnly ? 0 : nameAround(column)))
    if (strictly && Math.min(1, ...ofNames) < namedFrom) return 0
    // What an article is not all about must be said in the sentence itself, and one word of the topic in any case.
    const isOwn = (column: number): boolean => own(column) >= ownFrom
    if (strictly && core.length > 0 && topic.kind !== 'toll' && !core.some(isOwn)) return 0
    if (strictly && heaviest(core, weightOf).some((column) => !isOwn(column) && !isSubject(column))) return 0
    // Which event a toll is of, an article need not say again.
    const least = !strictly && topic.kind === 'toll' ? borrowed.strayName : 0
    return Math.max(
      least,
      Math.min(
        share(shared, (column) => Math.max(own(column), around(column))),
        share(named, (column) => ofNames[named.indexOf(column)] ?? 0),
      ),
    )
  }
}

/** The two words of a topic that say most. */
function heaviest(columns: readonly number[], weightOf: Likeness): readonly number[] {
  return [...columns].sort((left, right) => weightOf(right) - weightOf(left)).slice(0, 2)
}
