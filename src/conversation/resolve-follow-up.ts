/** A follow-up question made whole without a model: it takes over the topic, or the person, of the question before. */
import { findNames } from '../entities/names.ts'
import { findPlaces } from '../entities/places.ts'
import { findDates } from '../figures/dates.ts'
import { foldString } from '../figures/folded-text.ts'
import { readDisagreementQuestion } from '../question/asks-disagreement.ts'
import { readIntent } from '../question/intent.ts'
import { foldWords } from '../text/fold.ts'
import { countStopWords, isStopWord } from '../text/stop-words.ts'
import type { Language, Range } from '../types.ts'
import type { Exchange } from './exchange.ts'
import { followUpWords } from './follow-up-words.ts'
import { findPerson, putPerson } from './person.ts'

/** UTF-16 units: what a question may have at most. */
const longest = 2_000
/** A question with more words of its own says what it is about. */
const fewWords = 3
/** How far back a topic is looked for. */
const remembered = 6

/**
 * The question as it would be asked by itself. A full question, a greeting, or one without a conversation before it is
 * given back as it is.
 * @param previous oldest first; questions as they were asked or as they were resolved.
 */
export function resolveFollowUp(question: string, previous: readonly Exchange[]): string {
  let topic: Exchange | undefined
  for (const { question: asked, answer } of previous.slice(-remembered)) {
    if (isSearch(asked)) topic = { question: wholeOf(topic === undefined ? asked : resolve(asked, topic)), answer }
  }
  if (topic === undefined || !isSearch(question)) return question
  const resolved = resolve(question, topic)
  return resolved.length > longest ? question : resolved
}

function isSearch(text: string): boolean {
  const words = foldWords(text).map(({ word }) => word)
  return words.length > 0 && readIntent(words.join(' ')) === 'search'
}

function resolve(question: string, topic: Exchange): string {
  const agreement = readDisagreementQuestion(question)
  if (agreement !== undefined) return agreement.topic === '' ? `${withoutMark(question)}: ${topic.question}` : question
  const language = languageOf(question, languageOf(topic.question, 'en'))
  const words = followUpWords[language]
  const whole = withoutMark(question)
  const led = words.lead.exec(foldEven(whole))?.[0].length ?? 0
  const text = whole.slice(led).trim()
  const folded = foldEven(text)
  if (text === '') return question
  if (words.bare.test(folded)) return carryOver(text, topic)
  if (leansOn(words.person, folded, text, language)) {
    const person = findPerson(topic, languageOf(topic.question, language))
    if (person !== undefined) return ended(putPerson(text, person, language), question)
    if (countContent(text, language) <= fewWords) return carryOver(text, topic)
  }
  const isFragment = !words.interrogative.test(folded) && countContent(text, language) <= fewWords
  if (isFragment && (led > 0 || words.preposition.test(folded))) return replaceOrAdd(text, topic, language)
  const isShort = countContent(text, language) < fewWords && findNames(text, language).length === 0
  if (led > 0 && isShort && findPlaces(text, language).length === 0) return carryOver(text, topic)
  if (leansOn(words.thing, folded, text, language) && countContent(text, language) <= fewWords)
    return carryOver(text, topic)
  return question
}

/** Whether a pronoun stands in the question for something that the question itself does not say. */
function leansOn(pronoun: RegExp, folded: string, text: string, language: Language): boolean {
  const words = followUpWords[language]
  const match = pronoun.exec(folded.replace(words.empty, (found) => ' '.repeat(found.length)))
  if (match === null || words.antecedent.test(folded.slice(0, match.index))) return false
  return !findNames(text, language).some(({ start }) => start > 0 || /\p{L} \p{Lu}/u.test(text))
}

/** Of "do the sources disagree: …?" a further question goes on with what it was about. */
function wholeOf(question: string): string {
  return readDisagreementQuestion(question)?.topic || question
}

/** "When?" after "Who expelled the foreigners?": "When: expelled the foreigners?" */
function carryOver(text: string, topic: Exchange): string {
  const language = languageOf(topic.question, 'en')
  const about = withoutMark(topic.question)
  const asking = followUpWords[language].asking.exec(foldEven(about))?.[0].length ?? 0
  return ended(`${text}: ${about.slice(asking).trim()}`, topic.question)
}

/** A date takes the place of the date, a place of the place, a name of the name; anything else is added. */
function replaceOrAdd(text: string, topic: Exchange, language: Language): string {
  const topicLanguage = languageOf(topic.question, language)
  const about = withoutMark(topic.question)
  const { preposition } = followUpWords[language]
  const isPhrase = preposition.test(foldEven(text))
  const found = readParts(text, language)
  const [part] = found
  const old =
    part === undefined ? undefined : readParts(about, topicLanguage).findLast(({ kind }) => kind === part.kind)
  if (found.length === 1 && part !== undefined && old !== undefined && language === topicLanguage) {
    const start = isPhrase ? beginOfPhrase(about, old.start, language) : old.start
    const instead = isPhrase ? text : text.slice(part.start, part.end)
    return ended(about.slice(0, start) + instead + about.slice(old.end), topic.question)
  }
  const joint = isPhrase ? ' ' : language === 'fr' ? ', et ' : ', and '
  return ended(`${about}${joint}${text}`, topic.question)
}

type Part = Range & { readonly kind: string }

function readParts(text: string, language: Language): readonly Part[] {
  const dates = findDates(text, language).map(({ start, end }): Part => ({ start, end, kind: 'date' }))
  const places = findPlaces(text, language).map(
    ({ start, end, as }): Part => ({ start, end, kind: as === 'people' ? 'people' : 'place' }),
  )
  const taken = [...dates, ...places]
  const names = findNames(text, language)
    .filter(({ start, end }) => !taken.some((other) => other.start < end && start < other.end))
    .map(({ start, end }): Part => ({ start, end, kind: 'name' }))
  return [...taken, ...names].sort((left, right) => left.start - right.start)
}

/** Where the preposition before a word begins: "from the ", "au ". */
function beginOfPhrase(text: string, position: number, language: Language): number {
  const before = foldEven(text.slice(0, position))
  const article = language === 'en' ? '(?:the )?' : "(?:la |le |les |l')?"
  const prepositions = "in|on|at|from|during|since|to|of|en|a|au|aux|dans|depuis|pendant|du|des|de|d'"
  return new RegExp(`(?<!\\p{L})(?:${prepositions}) ?${article}$`, 'u').exec(before)?.index ?? position
}

function countContent(text: string, language: Language): number {
  return foldWords(text).filter(({ word, start, end }) => !isStopWord(word, language, text.slice(start, end))).length
}

function languageOf(text: string, otherwise: Language): Language {
  const { en, fr } = countStopWords(foldWords(text).map(({ word }) => word))
  if (en === fr) return /[àâçéèêîôùœ]|\b[cdjlmnst]['’]\p{L}/iu.test(text) ? 'fr' : otherwise
  return fr > en ? 'fr' : 'en'
}

function withoutMark(text: string): string {
  return text.trim().replace(/[\s?!.…]+$/u, '')
}

/** With the mark of the question that it was made from. */
function ended(text: string, like: string): string {
  return text + (/\s*\?\s*$/u.exec(like)?.[0].trimEnd() ?? '?')
}

/** Folded with the same offsets; only lower case where a letter folds to two. */
function foldEven(text: string): string {
  const folded = foldString(text)
  return folded.length === text.length ? folded : text.toLowerCase()
}
