import { monthNumber, weekdayNumber } from '../figures/calendar-words.ts'
import { isCurrencyCode } from '../figures/currencies.ts'
import { foldText, type Word, wordsOf } from '../figures/folded-text.ts'
import type { Language, Range } from '../types.ts'
import { isCommonWord } from './common-words.ts'
import { headingLines } from './heading-lines.ts'
import { connectors, findRuns, isNameWord, type Run, startsSentence } from './name-runs.ts'
import { findPlaces, type PlaceMention } from './places.ts'
import { frenchOrganisationHeads, namesToo, organisationWords, titles } from './titles.ts'

/** A proper name by its capitals: a person, an organisation, a place. */
export type NameMention = Range & {
  readonly text: string
  /** Told by its words ("Group", "Ministry", capitals only) or by the table of places; absent when only a name. */
  readonly kind?: 'organisation' | 'place'
}

type Reading = {
  readonly text: string
  readonly language: Language
  readonly words: readonly Word[]
  /** Folded words with a capital in the middle of a sentence. */
  readonly capitalInside: ReadonlySet<string>
  /** Folded words that also occur in lower case. */
  readonly lowerCase: ReadonlySet<string>
  readonly places: readonly PlaceMention[]
  readonly headings: readonly Range[]
}

function placeAt(reading: Reading, word: Word): PlaceMention | undefined {
  return reading.places.find(({ start, end }) => word.start >= start && word.end <= end)
}

/** Whether a word that the sentence or heading begins with, or any capital in a heading, is a name for other reasons. */
function isNameAnyway(word: Word, reading: Reading): boolean {
  if (placeAt(reading, word) !== undefined) return true
  if (word.upper || /^\p{L}\.\p{L}/u.test(word.folded)) return true
  if (reading.capitalInside.has(word.folded)) return !isCommonWord(word.folded, reading.language)
  return false
}

function isDateWord(word: Word): boolean {
  return monthNumber(word.folded) !== undefined || weekdayNumber(word.folded) !== undefined
}

function isDroppedFirst(run: Run, reading: Reading): boolean {
  const word = reading.words[run.from]
  if (word === undefined) return true
  if (
    /^(?:i|the|a|an|le|la|les|l|un|une|de|du|des|d|of|for)$/.test(word.folded) &&
    !(word.upper && run.from === run.to)
  )
    return true
  if (isDateWord(word)) return true
  const next = reading.words[run.from + 1]
  if (titles.has(word.folded)) {
    // "Prince Group" is a name, "Prince Sisowath" a title and a name.
    const organisation = reading.words
      .slice(run.from + 1, run.to + 1)
      .some(({ folded }) => organisationWords.has(folded))
    return !(namesToo.has(word.folded) && organisation)
  }
  const people = placeAt(reading, word)
  if (people?.as === 'people') {
    const last = reading.words.findIndex(({ end }) => end >= people.end)
    const after = reading.words[last + 1]
    return last >= run.to || (after !== undefined && (titles.has(after.folded) || !after.capital))
  }
  if (!startsSentence(reading.words, run.from)) return false
  if (isNameAnyway(word, reading)) return false
  const single = run.from === run.to
  if (single) return isCommonWord(word.folded, reading.language) || reading.lowerCase.has(word.folded)
  // "In Cambodia", "Speaking French": the first word is dropped when it is an ordinary one and no head of an organisation.
  const ordinary = isCommonWord(word.folded, reading.language) || reading.lowerCase.has(word.folded)
  return ordinary && !organisationWords.has(word.folded) && !(next?.gap === '-')
}

/** Offices ("Minister of Interior") are no names: a run that begins with a title and goes on with "of". */
function isOffice(run: Run, words: readonly Word[]): boolean {
  for (let at = run.from; at < run.to; at += 1) {
    const next = words[at + 1]?.folded ?? ''
    if (!titles.has(words[at]?.folded ?? '')) return false
    if (/^(?:of|de|du|des|d|for)$/.test(next)) return true
  }
  return false
}

/** "King of Cambodia" names Cambodia; past the words of another office nothing tells where a name would begin. */
function placeOfOffice(run: Run, reading: Reading): Run | undefined {
  for (let at = run.from + 1; at <= run.to; at += 1) {
    const word = reading.words[at]
    const place = word === undefined ? undefined : placeAt(reading, word)
    if (word !== undefined && place !== undefined && place.as !== 'people' && place.start === word.start)
      return { from: at, to: run.to }
  }
  return undefined
}

/** "ministre de l'Intérieur Sar Sokha": the first word is the office's. */
function withoutPortfolio(run: Run, reading: Reading): Run {
  const { words } = reading
  const before = words
    .slice(Math.max(0, run.from - 3), run.from)
    .map(({ folded }) => folded)
    .join(' ')
  const first = words[run.from]
  if (first === undefined || placeAt(reading, first) !== undefined) return run
  // Of a prime minister the country follows.
  if (/(?:^| )(?:prime|premiere?) minist(?:re|er) (?:of|de|du|des|d|de l|de la)$/.test(before)) return run
  if (/(?:^| )minist(?:re|res|er|ers) (?:de |du |des |of |for )?(?:l|la|le|the|de|du|des|of|for)$/.test(before))
    return { from: run.from + 1, to: run.to }
  const ministry = /(?:^| )(?:ministere|ministry) (?:de l|de la|du|des|of|of the|for)$/.exec(before)
  if (ministry === null) return run
  return { from: run.from - ministry[0].trim().split(' ').length, to: run.to }
}

function trimmed(run: Run, reading: Reading): Run | undefined {
  const { words } = reading
  const kept = { ...run }
  while (kept.from <= kept.to && isDroppedFirst(kept, reading)) {
    if (isOffice(kept, words)) return placeOfOffice(kept, reading)
    kept.from += 1
  }
  while (kept.to >= kept.from) {
    const last = words[kept.to]
    if (
      last === undefined ||
      !(
        isDateWord(last) ||
        (titles.has(last.folded) && !organisationWords.has(last.folded)) ||
        connectors.has(last.folded)
      )
    )
      break
    kept.to -= 1
  }
  return kept.from > kept.to ? undefined : kept
}

const frenchAdjective = /(?:ale?|aux|elle?|elles|ique|iques|ienne?|eure?|aire|royale?|nationaux|europeenne?|mondiale?)$/

/** "Direction générale de l'immigration": a French organisation goes on in lower case, through an adjective and one noun. */
function extended(run: Run, { words, language, places }: Reading): Run {
  const head = words[run.from]
  const place = places.find(({ start }) => start === head?.start)
  if (place !== undefined)
    return {
      from: run.from,
      to: Math.max(
        run.to,
        words.findLastIndex(({ end }) => end <= place.end),
      ),
    }
  if (language !== 'fr' || head === undefined || run.to !== run.from || !frenchOrganisationHeads.has(head.folded))
    return run
  let to = run.to
  const spaced = (at: number): boolean => words[at]?.gap === ' ' || words[at]?.gap === "'"
  while (to < run.from + 2 && spaced(to + 1) && frenchAdjective.test(words[to + 1]?.folded ?? '')) to += 1
  if (spaced(to + 1) && /^(?:de|du|des|d|pour)$/.test(words[to + 1]?.folded ?? '')) {
    const article = /^(?:la|le|les|l)$/.test(words[to + 2]?.folded ?? '') ? 1 : 0
    const noun = words[to + 2 + article]
    if (noun !== undefined && spaced(to + 2 + article) && noun.folded.length > 3) to += 2 + article
  }
  return { from: run.from, to }
}

function inHeading(run: Run, reading: Reading): boolean {
  const word = reading.words[run.from]
  return word !== undefined && reading.headings.some(({ start, end }) => word.start >= start && word.end <= end)
}

/** In a heading each word stands for itself: only known places, capitals and names of the prose count. */
function runsOfHeading(run: Run, reading: Reading): readonly Run[] {
  const kept: Run[] = []
  for (let at = run.from; at <= run.to; at += 1) {
    const word = reading.words[at]
    if (word === undefined || !word.capital || !isNameAnyway(word, reading) || titles.has(word.folded)) continue
    const last = kept.at(-1)
    if (last !== undefined && last.to === at - 1) last.to = at
    else kept.push({ from: at, to: at })
  }
  return kept
}

/** A line that begins with a capital and holds only ordinary words ("Regional Tensions"), or the code of a currency. */
function isAllOrdinary(run: Run, reading: Reading): boolean {
  const words = reading.words.slice(run.from, run.to + 1)
  if (words.length === 1 && words[0]?.upper === true && isCurrencyCode(words[0].folded)) return true
  if (!startsSentence(reading.words, run.from) || run.from === run.to) return false
  if (words.some((word) => isNameAnyway(word, reading) || organisationWords.has(word.folded))) return false
  return words.every(({ folded }) => connectors.has(folded) || isCommonWord(folded, reading.language))
}

function kindOf(run: Run, reading: Reading): 'organisation' | 'place' | undefined {
  const words = reading.words.slice(run.from, run.to + 1)
  if (words.some(({ folded }) => organisationWords.has(folded) || frenchOrganisationHeads.has(folded)))
    return 'organisation'
  if (words.every((word) => placeAt(reading, word) !== undefined)) return 'place'
  return words.length === 1 && words[0]?.upper === true ? 'organisation' : undefined
}

/**
 * Proper names of a text by their capitals, in order, not overlapping; titles, leading articles, months, weekdays and
 * nationalities are left out. A sentence's first word counts only for a reason of its own (it recurs inside a sentence,
 * another capital follows, it is a place, or it is no ordinary word). A text without capitals has no names: see findNamesIn.
 */
export function findNames(text: string, language: Language): readonly NameMention[] {
  const words = wordsOf(foldText(text))
  const inside = words.filter((word, at) => isNameWord(word) && !startsSentence(words, at))
  const headings = headingLines(text, language)
  const reading: Reading = {
    text,
    language,
    words,
    capitalInside: new Set(
      inside
        .filter((word) => !headings.some(({ start, end }) => word.start >= start && word.end <= end))
        .map(({ folded }) => folded),
    ),
    lowerCase: new Set(words.filter(({ capital }) => !capital).map(({ folded }) => folded)),
    places: findPlaces(text, language),
    headings,
  }
  const kept = findRuns(words, language).flatMap((run) =>
    inHeading(run, reading) ? runsOfHeading(run, reading) : [run],
  )
  return kept.flatMap((run) => {
    const named = withoutPortfolio(run, reading)
    const bare = named.from > named.to || isAllOrdinary(named, reading) ? undefined : trimmed(named, reading)
    const name = bare === undefined ? undefined : extended(bare, reading)
    const first = name === undefined ? undefined : words[name.from]
    const last = name === undefined ? undefined : words[name.to]
    if (name === undefined || first === undefined || last === undefined) return []
    if (first === last && first.folded.length === 1) return []
    const kind = kindOf(name, reading)
    return [
      {
        start: first.start,
        end: last.end,
        text: text.slice(first.start, last.end),
        ...(kind === undefined ? {} : { kind }),
      },
    ]
  })
}
