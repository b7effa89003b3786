/** The words of a quote that answer: a figure with its unit, a name, a date, chosen by what the question asks for. */
import { findExpected } from '../../entities/expected.ts'
import { findNumbers } from '../../figures/numbers.ts'
import { meansPeople } from '../../figures-table/topic.ts'
import type { WordMatcher } from '../../match/similarity.ts'
import type { Question, QuestionWord } from '../../question/question.ts'
import { type FoldedWord, foldWords } from '../../text/fold.ts'
import type { Language, Range } from '../../types.ts'

/** More than so many places that fit the question equally well mark nothing. */
const mostMarks = 4
/** A word beside a place is one of the question's from this likeness. */
const foundFrom = 0.6
/** Words on either side of a place that say what it is about. */
const reach = 8
/** Words apart at which a word counts half as much as right beside. */
const halfway = 4
/** What is counted says more than the rest of the question, "people" less. */
const shares = { counted: 10, people: 0.5, name: 0.5, other: 1 }
/** Places that fit so much of the best one are marked too. */
const nearlyBest = 0.8

const none: Readonly<Record<Language, RegExp>> = {
  en: /(?<!\p{L})(?:nobody|no one|none|nothing|(?:no|without(?: any)?|not a single) (?!longer|more|less|fewer|one\b)\p{L}+)(?!\p{L})/giu,
  fr: /(?<!\p{L})(?:aucune? \p{L}+|aucune?(?! \p{L})|(?:sans|pas (?:une? seule?|de|d['’])) ?(?!doute|que|qu['’])\p{L}+|nul(?:le)? \p{L}+|(?<!(?:une?|la|chaque|par|cette|sa|leur|en) )personne)(?!\p{L})/giu,
}

/** Ranges within the quote, in order and apart from each other; none when nothing stands out. */
export function markAnswer(
  question: Question,
  quote: string,
  language: Language,
  matcher: WordMatcher,
): readonly Range[] {
  const words = foldWords(quote)
  const places = candidates(question, quote, language)
  const scored = places.map((range) => ({
    range,
    score: fitOf(range, places, question, quote, words, language, matcher),
  }))
  const best = Math.max(0, ...scored.map(({ score }) => score))
  const chosen = scored.filter(({ score }) => score >= nearlyBest * best).map(({ range }) => range)
  return chosen.length > mostMarks ? [] : keepApart(chosen)
}

function candidates(question: Question, quote: string, language: Language): readonly Range[] {
  const { expected } = question
  const found = findExpected(quote, language, expected)
    .filter(({ start, end }) => isNew(quote.slice(start, end), question))
    .map((range) => withQualifier(range, quote, language))
  const negations = expected.type === 'number' ? [...quote.matchAll(none[language])].map(rangeOfMatch) : []
  return keepApart([...found, ...negations])
}

/** What an answer must do: say something that the question does not. */
function isNew(text: string, question: Question): boolean {
  const asked = new Set(question.words.map(({ word }) => word))
  return foldWords(text).some(({ word }) => !asked.has(word) && (word.length > 2 || /\d/.test(word)))
}

function rangeOfMatch(match: RegExpMatchArray): Range {
  const start = match.index ?? 0
  return { start, end: start + match[0].length }
}

/** "More than" belongs to the figure: without it, it is another. */
function withQualifier(range: Range, quote: string, language: Language): Range {
  const number = findNumbers(quote, language).find(({ start, end }) => start < range.end && range.start < end)
  const qualifier = number?.approximateRange
  if (qualifier === undefined || qualifier.start >= range.start) return range
  // Without the space or the "d'" before it.
  const lead = /^\s*(?:[dD]['’](?=\p{L}))?/u.exec(quote.slice(qualifier.start))?.[0].length ?? 0
  return { start: qualifier.start + lead, end: range.end }
}

const clauseEnd = /[;:]|\.\s|\s[-–—]\s/u

/** How much of what the question asks stands near a place, nearer than to another one and in the same clause. */
function fitOf(
  range: Range,
  all: readonly Range[],
  question: Question,
  quote: string,
  words: readonly FoldedWord[],
  language: Language,
  matcher: WordMatcher,
): number {
  const first = words.findIndex(({ end }) => end > range.start)
  const last = words.findLastIndex(({ start }) => start < range.end)
  const near = words.flatMap(({ word, start, end }, position) => {
    const isInside = position >= first && position <= last
    const distance = isInside ? 0 : Math.min(Math.abs(position - first), Math.abs(position - last)) - 1
    const between = position < first ? quote.slice(end, range.start) : quote.slice(range.end, start)
    const isOthers = !isInside && all.some((other) => other !== range && isNearer(other, range, { start, end }, words))
    const isParted =
      isOthers ||
      (!isInside && (clauseEnd.test(between) || all.some((other) => other !== range && isBetween(other, range, start))))
    return distance > reach || isParted ? [] : [{ word, share: halfway / (halfway + distance) }]
  })
  const { counted } = question.expected
  return question.content.reduce((sum, asked) => {
    const likenessTo = matcher.likenessOf(asked.word, language)
    const isCounted = counted !== undefined && asked.start >= counted.start && asked.end <= counted.end
    const best = Math.max(
      0,
      ...near.map(({ word, share }) => {
        const likeness = likenessTo(word)
        // Cubed: a word that is only alike must not make up for the one asked about.
        return likeness >= foundFrom ? likeness ** 3 * share : 0
      }),
    )
    return sum + best * shares[kindOf(asked, isCounted)]
  }, 0)
}

function kindOf({ word, inName }: QuestionWord, isCounted: boolean): keyof typeof shares {
  if (isCounted) return meansPeople(word) ? 'people' : 'counted'
  if (inName) return 'name'
  return 'other'
}

/** A word belongs to the nearest place; between two as near, to the one before it. */
function isNearer(other: Range, range: Range, word: Range, words: readonly FoldedWord[]): boolean {
  const between = (left: Range, right: Range) =>
    words.filter(({ start, end }) => start >= left.end && end <= right.start)
  const distanceTo = (place: Range) =>
    place.end <= word.start ? between(place, word).length : word.end <= place.start ? between(word, place).length : -1
  const [one, two] = [distanceTo(other), distanceTo(range)]
  return one < two || (one === two && other.end <= word.start)
}

function isBetween(other: Range, range: Range, position: number): boolean {
  return other.start >= range.end ? other.end <= position : other.end <= range.start && other.start >= position
}

function keepApart(ranges: readonly Range[]): readonly Range[] {
  const apart: Range[] = []
  for (const range of [...ranges].sort((left, right) => left.start - right.start)) {
    const last = apart.at(-1)
    if (last !== undefined && range.start < last.end) {
      apart[apart.length - 1] = { start: last.start, end: Math.max(last.end, range.end) }
    } else apart.push({ start: range.start, end: range.end })
  }
  return apart
}
