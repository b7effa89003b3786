/** How well a sentence speaks of a topic: by itself, or through its passage and its article. */
import { articleOf, type Coverage, shareCovered } from '../answer/missing/coverage.ts'
import type { Unit } from '../answer/units/units.ts'
import type { WordMatcher } from '../match/similarity.ts'
import type { Question } from '../question/question.ts'
import { foldWords } from '../text/fold.ts'
import type { Range } from '../types.ts'
import type { Topic } from './topic.ts'

export type Reading = { readonly question: Question; readonly coverage: Coverage; readonly matcher: WordMatcher }

/** A word found only in the passage, or a name only in the article, speaks less surely of this figure. */
const borrowed = { before: 0.75, passage: 0.55, article: 0.45, articleName: 0.85, strayName: 0.5, event: 0.9 }
const measureShare = 0.4

/**
 * `about`: the lesser of how well the sentence speaks of what is asked, and of how well it is about those that are named.
 * `ofCounted`: the same for a figure that counts the very thing that is asked, in a sentence that names all that the
 * question names. An item of a list, "Lessa: 270 Danes", leaves it to the article to say that they were arrested.
 */
export function fitOfAbout(
  topic: Topic,
  reading: Reading,
  row: number,
): { readonly about: number; readonly ofCounted: number } {
  const { question, coverage } = reading
  const unit = coverage.units[row]
  if (unit === undefined || topic.about.length === 0) return { about: 1, ofCounted: 1 }
  const isNamed = (column: number): boolean => {
    const word = coverage.words[column]
    return word?.inName === true || question.places.some((place) => isWithin(word, place))
  }
  const own = createOwnLikeness(unit, row, reading)
  const share = (columns: readonly number[], likeness: (column: number) => number): number =>
    columns.length === 0 ? 1 : shareCovered(columns.map(likeness), columns.map(weight))
  const weight = (column: number): number =>
    (coverage.weights[column] ?? 0) * (topic.measures.includes(column) ? measureShare : 1)
  const inPassage = (column: number): number => borrowed.passage * (coverage.passage[row]?.[column] ?? 0)
  const inArticle = (column: number): number => coverage.article[row]?.[column] ?? 0
  const core = topic.about.filter((column) => !isNamed(column))
  const named = topic.about.filter(isNamed)
  const isTopic = createTopicTest(coverage, row)
  const isStray = (column: number): boolean => isFragment(unit) && !isTopic(column)
  const ofArticle = (column: number): number =>
    (isStray(column) ? borrowed.strayName : borrowed.articleName) * inArticle(column)
  const about = Math.min(
    share(core, (column) => Math.max(own(column), inPassage(column), borrowed.article * inArticle(column))),
    share(named, (column) => Math.max(own(column), ofArticle(column))),
  )
  const isSpecific = [...named, ...topic.counted.filter(isNamed)].length > 0
  const namesAll = isSpecific && isFragment(unit) && named.every((column) => own(column) >= namedFrom)
  const ofCounted = namesAll ? share(core, (column) => Math.max(own(column), borrowed.event * inArticle(column))) : 0
  return { about, ofCounted }
}

/** A name counts as found in the sentence from this likeness. */
const namedFrom = 0.7
/** An article is about what its first sentences name, and what so many of its sentences do. */
const topicOf = { lead: 3, sentences: 3, share: 0.1, from: 0.6 }

/** A name that an article only comes by is not what the items of its lists are about. */
function createTopicTest(coverage: Coverage, row: number): (column: number) => boolean {
  const unit = coverage.units[row]
  const article = unit === undefined ? '' : articleOf(unit)
  const rows = [...coverage.units.entries()].filter(([, other]) => articleOf(other) === article)
  const lead = rows
    .map(([other, { passage, start, text }]) => ({ other, text, at: passage.start + start }))
    .sort((left, right) => left.at - right.at)
    .slice(0, topicOf.lead)
    // What a list names first is one of its items, no topic.
    .filter(({ text }) => !/:\s/.test(text))
  return (column) => {
    const sentences = coverage.sentences[row]?.[column] ?? 0
    return (
      (sentences >= topicOf.sentences && sentences >= topicOf.share * rows.length) ||
      lead.some(({ other }) => (coverage.own[other]?.[column] ?? 0) >= topicOf.from)
    )
  }
}

/** The item before in a list is about something else; what introduces the list is not. */
export function isItem(unit: Unit): boolean {
  return /^[-•*–]\s/u.test(unit.text)
}

/** An item of a list, or a figure behind a label: it has no verb of its own. */
function isFragment(unit: Unit): boolean {
  return isItem(unit) || /^\p{Lu}[^:.;]{1,60}:\s[^.:]{0,25}\d/u.test(unit.text)
}

function isWithin(word: Range | undefined, { start, end }: Range): boolean {
  return word !== undefined && word.start >= start && word.end <= end
}

const spelledFrom = 0.95

/** How well a word is found in the sentence or just before it, by column. */
function createOwnLikeness(unit: Unit, row: number, { coverage, matcher }: Reading): (column: number) => number {
  const left = withoutLeftOut(unit)
  const words = left ?? unit.vocabulary
  const around = isFragment(unit) ? foldWords(unit.context?.text ?? '').map(({ word }) => word) : unit.surroundings
  if (left === undefined && !isFragment(unit)) return (column) => coverage.surroundings[row]?.[column] ?? 0
  return (column) => {
    const likeness = matcher.likenessOf(coverage.words[column]?.word ?? '', unit.language)
    const isName = coverage.words[column]?.inName === true
    // What the vectors make of a strange name says nothing: the coverage knows, and an introduction must spell it.
    const here = left === undefined ? (coverage.own[row]?.[column] ?? 0) : Math.max(0, ...words.map(likeness))
    const before = around.map(likeness).filter((value) => !isName || value >= spelledFrom)
    return Math.max(here, ...before.map((value) => borrowed.before * value))
  }
}

const leavingOut =
  /(?<![\p{L}])(?:outre|hormis|hors|excepté|sauf|sans compter|en plus (?:de|des|du)|besides|apart from|aside from|in addition to|other than|excluding|not counting)(?=[\s'’])[^,;.]*/giu

/** What stands after "besides" is not what the figures of the sentence are about; undefined when nothing is left out. */
function withoutLeftOut(unit: Unit): readonly string[] | undefined {
  const spans = [...unit.text.matchAll(leavingOut)].map(({ index, 0: text }) => ({
    start: index,
    end: index + text.length,
  }))
  if (spans.length === 0) return undefined
  return unit.words
    .filter((word) => !spans.some(({ start, end }) => word.start >= start && word.end <= end))
    .map(({ word }) => word)
}
