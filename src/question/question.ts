/** A question, read: its language, its words, and what it names and asks for. */

import { type ExpectedAnswer, expectedAnswer } from '../entities/expected.ts'
import { misspeltQuestionWords } from '../entities/interrogatives.ts'
import { findNames, type NameMention } from '../entities/names.ts'
import { findPlaces, type PlaceMention } from '../entities/places.ts'
import { type DateMention, findDates } from '../figures/dates.ts'
import { findNumbers, type NumberMention } from '../figures/numbers.ts'
import type { WordSpace } from '../ports/word-space.ts'
import { type FoldedWord, fold, foldWords } from '../text/fold.ts'
import { isStopWord } from '../text/stop-words.ts'
import type { Language } from '../types.ts'
import { type Intent, isWordless, readIntent } from './intent.ts'
import { detectLanguage } from './language.ts'

export type QuestionWord = FoldedWord & {
  /** Part of a proper name. */
  readonly inName: boolean
}

export type Question = {
  readonly text: string
  /** Which language's words it is read with. */
  readonly language: Language
  /** True when the question is clearly in neither English nor French. */
  readonly foreign: boolean
  readonly intent: Intent
  readonly words: readonly FoldedWord[]
  /** The words that carry the topic, each once, in order; empty when a question is all function words or signs. */
  readonly content: readonly QuestionWord[]
  readonly expected: ExpectedAnswer
  readonly names: readonly NameMention[]
  readonly places: readonly PlaceMention[]
  readonly dates: readonly DateMention[]
  readonly numbers: readonly NumberMention[]
}

/**
 * Reads a question, in the language it is written in: the one that an asker has chosen for the answers is another matter.
 * Pure but for the word lists.
 * @param otherwise with which language's words it is read when it seems to be in a third one.
 */
export async function readQuestion(text: string, space: WordSpace, otherwise: Language = 'en'): Promise<Question> {
  const words = foldWords(text)
  const folded = words.map(({ word }) => word)
  const detected = await detectLanguage(text, folded, space)
  const spoken: Language = detected === 'other' ? otherwise : detected
  const misspelt = misspeltQuestionWords(text)
  const names = findNames(text, spoken).filter(({ start, text: name }) => !misspelt.has(start) || name.includes(' '))
  return {
    text,
    language: spoken,
    foreign: detected === 'other',
    intent: isWordless(text) ? 'wordless' : readIntent(folded.join(' ')),
    words,
    content: contentWords(
      text,
      words.filter(({ start }) => !misspelt.has(start)),
      spoken,
      names,
    ),
    expected: expectedAnswer(text, spoken),
    names,
    places: findPlaces(text, spoken),
    dates: findDates(text, spoken),
    numbers: findNumbers(text, spoken),
  }
}

const degrees: ReadonlySet<string> = new Set(
  'long far fast big high tall deep old heavy large wide often soon'.split(' '),
)

function contentWords(
  text: string,
  words: readonly FoldedWord[],
  language: Language,
  names: readonly NameMention[],
): readonly QuestionWord[] {
  const different = new Map<string, QuestionWord>()
  for (const [position, word] of words.entries()) {
    // "How long", "how big": the kind of answer, and no word that an article must hold, unless it is the only one.
    const isDegree = words[position - 1]?.word === 'how' && degrees.has(word.word)
    if (isDegree && words.length > 2) continue
    if (isStopWord(word.word, language, text.slice(word.start, word.end))) continue
    if (word.word.length < 2 && !/\d/.test(word.word)) continue
    const inName = names.some(({ start, end }) => word.start >= start && word.end <= end)
    const known = different.get(word.word)
    if (known === undefined || (inName && !known.inName)) different.set(word.word, { ...word, inName })
  }
  return [...different.values()]
}

const answering =
  /(?<!\p{L})(?:answer|reply|replied|respond|react|repond|repondu|reagi|reagit|replique|retorque)\p{L}{0,4}(?!\p{L})/u

/** Whether it asks what somebody said or answered. */
export function asksForWords({ expected, text }: Question): boolean {
  return expected.type === 'quote' || (expected.type === 'other' && answering.test(fold(text)))
}
