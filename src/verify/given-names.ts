/** Whom a person who pastes a quote names as its speaker, in the words around it. */
import { findNames } from '../entities/names.ts'
import { titles } from '../entities/titles.ts'
import { foldString } from '../figures/folded-text.ts'
import { readSpeech } from '../speech/read-speech.ts'
import type { Language } from '../types.ts'
import { isSpeech } from './attribution.ts'
import { nameConnectors } from './locks/name-words.ts'

/** `isSure`: not only a word in brackets or behind a dash, which may be a newspaper. */
type GivenSpeaker = { readonly name: string; readonly isSure: boolean }

/** What newsrooms and feeds put before a text. */
const cries =
  /(?<![\p{L}])(?:breaking(?: news)?|just in|urgent|alerte?s?|flash|exclusi(?:ve|f)|updates?|news|infos?|watch|video|live|direct|thread|rt|via|sources?|photos?|credits?|lire|read)(?![\p{L}])/giu

/** Whether words are nothing but what newsrooms put before a text: "URGENT". */
export function isCry(words: string): boolean {
  return !/\p{L}/u.test(words.replace(cries, ''))
}

/** @param outside the words before, between and after the quotes, in order. */
export function findGivenSpeakers(outside: readonly string[], language: Language): readonly GivenSpeaker[] {
  return outside.flatMap((words, at) => readSegment(words, at > 0, language))
}

function readSegment(words: string, isAfter: boolean, language: Language): readonly GivenSpeaker[] {
  const bracketed = [...words.matchAll(/[([]([^()[\]]+)[)\]]/gu)].flatMap(([, inner = '']) =>
    namesOf(inner.replace(cries, ' '), language).map((name) => ({ name, isSure: false })),
  )
  const plain = words
    .replace(/[([][^()[\]]*[)\]]/gu, ' ')
    .replace(cries, '. ')
    .replace(/[\p{Extended_Pictographic}\u{1f1e6}-\u{1f1ff}]/gu, '. ')
  const dash = isAfter ? /^[\s"“”«»'’.,!?…]*(?:[-–—―~]|\n)\s*(\p{L}[^\n]*)/u.exec(plain)?.[1] : undefined
  if (dash !== undefined && !isSpeech(dash)) {
    const [first = ''] = dash.split(/[,;(]/u)
    const isSure = !isOutlet(first)
    return [...bracketed, ...namesOf(first, language).map((name) => ({ name, isSure }))]
  }
  const last = isAfter ? firstSentence(plain) : lastSentence(plain)
  const names = namesOf(last, language)
  if (names.length === 0) return bracketed
  if (!isSpeech(last) && !/:["“«\s]*$/u.test(last) && !isOnlyNames(last, names)) return bracketed
  // As an article would write it, so that it is read alike.
  const sentence = isAfter ? `“It was so”, ${last.replace(/^[\s,"”»]+/u, '')}` : `${last.trim()} “It was so.”`
  const [read] = readSpeech(sentence, language).speeches
  const spoken = read?.speaker === undefined ? [] : namesOf(read.speaker.words, language)
  return [...bracketed, ...(spoken.length > 0 ? spoken : names).map((name) => ({ name, isSure: true }))]
}

/** What stands before a full stop or a question introduces nothing. */
const ends = /[!?]\s|\.\s+(?<!(?<!\p{L})(?:M|MM|Mr|Mrs|Ms|Dr|St|\p{Lu})\.\s+)/u

function firstSentence(words: string): string {
  return words.replace(/^[\s.!?…,"”»]+/u, '').split(ends)[0] ?? ''
}

function lastSentence(words: string): string {
  return words.trimEnd().split(ends).at(-1) ?? ''
}

function isOnlyNames(words: string, names: readonly string[]): boolean {
  const rest = names.reduce((left, name) => left.replace(name, ' '), words)
  return (foldString(rest).match(/\p{L}+/gu) ?? []).every((word) => titles.has(word) || nameConnectors.has(word))
}

/** Not those of addresses: "port.com". */
function namesOf(text: string, language: Language): readonly string[] {
  const words = text.replace(/\S+\.\p{Ll}{2,}\S*/gu, ' ')
  // Within other words, so that neither the first one's capital nor the look of a heading says anything.
  const names = findNames(`it was said there by ${words} again and again`, language).map(({ text: name }) => name)
  return names.length > 0 ? names : findNames(words, language).map(({ text: name }) => name)
}

/** "Le Monde", "The Guardian", "Reuters", "RSS.com" */
function isOutlet(words: string): boolean {
  const bare = words.trim()
  return (
    /^(?:the|le|la|les|l['’])\s?\p{Lu}/iu.test(bare) ||
    /\p{L}\.\p{Ll}{2}/u.test(bare) ||
    !/\s/.test(bare) ||
    /(?<!\p{L})(?:post|times|news|press|presse|agence|agency|journal|tribune|gazette|radio|tv|daily|herald|info)(?!\p{L})/iu.test(
      bare,
    )
  )
}
