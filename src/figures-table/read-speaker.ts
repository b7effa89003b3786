/** Who says what a sentence says, as the sentence writes it. Found by words of attribution, never guessed. */
import { findNames } from '../entities/names.ts'
import { findDates } from '../figures/dates.ts'
import { type FoldedText, foldText, originalRange } from '../figures/folded-text.ts'
import type { Language, Range } from '../types.ts'
import {
  invertedPronoun,
  paperFinds,
  sourceLead,
  speakingNoun,
  speakingPronoun,
  speechAfterSubject,
  speechBeforeSubject,
  spokenParticiple,
} from './speaker-words.ts'

/**
 * `named`: where the speaker stands, and the words of attribution; `pronoun`: whoever was named before, folded: "she";
 * `none`: the sentence does not say.
 */
export type Attribution =
  | { readonly kind: 'named'; readonly speaker: Range; readonly verb: Range }
  | { readonly kind: 'pronoun'; readonly verb: Range; readonly pronoun: string }
  | { readonly kind: 'none' }

const mostSpeakerWords = 22

/** @returns offsets (UTF-16) in `text`. */
export function readSpeaker(text: string, language: Language): Attribution {
  const dateline = readDateline(text, language)?.end ?? 0
  // Blanks keep the offsets.
  const source = foldText(' '.repeat(dateline) + text.slice(dateline))
  const reading = { source, language }
  return (
    fromSourceLead(reading) ??
    fromSubjectBefore(reading) ??
    fromSubjectAfter(reading) ??
    fromPaper(reading) ??
    pronounOf(source) ??
    noSpeaker
  )
}

const noSpeaker: Attribution = { kind: 'none' }

type Reading = { readonly source: FoldedText; readonly language: Language }

/** "According to X, …", "selon X", "reported by X": X goes to the next comma, or to a verb. */
function fromSourceLead({ source, language }: Reading): Attribution | undefined {
  for (const match of source.folded.matchAll(sourceLead)) {
    // The article of the noun must not count as the end of it.
    const article = /^ (?:the|le|la|les|l')(?![\p{L}])/u.exec(source.folded.slice(match.index + match[0].length))
    const begin = match.index + match[0].length
    const from = begin + (article?.[0].length ?? 0)
    const after = source.folded.slice(from)
    // The dot of "M." or of an initial does not end a name.
    const stop =
      /[,;:!?"]|\.(?<!(?<![\p{L}])(?:mr?|mrs|ms|me|dr|st|\p{L})\.)(?: |$)| - |\n| (?:que|qu'|that|has|have|had|a|ont|est|is|was|were|sont|at|on|le|lors|dans|during|ou|alors)(?![\p{L}'])/u.exec(
        after,
      )
    const end = from + (stop?.index ?? after.length)
    const speaker = speakerIn(source, begin, withApposition(source, begin, end, language), language)
    const verb = originalRange(source, match.index, begin)
    if (speaker !== undefined) return { kind: 'named', speaker, verb }
  }
  return undefined
}

/** "do not declare", "refused to say": nothing is said. */
const notSaid = /(?<![\p{L}])(?:not|never|n't|to|will|would|could|can|may|might|must|should|ne|n'|sans|without)$/u

/** "X said", "X, minister of Y, has confirmed": X is what stands between the verb and the clause's beginning. */
function fromSubjectBefore({ source, language }: Reading): Attribution | undefined {
  for (const match of source.folded.matchAll(speechAfterSubject)) {
    const before = source.folded.slice(0, match.index).trimEnd()
    if (notSaid.test(before)) continue
    const whole = before.replace(/(?:,| -)$/, '').trimEnd().length
    const aside = startOfAside(before)
    const from = startOfClause(before.slice(0, aside ?? whole))
    const bare = aside === undefined ? undefined : speakerIn(source, from, aside, language)
    // "M. X - president of Y - said" is X; "The minister, X, said" is both, "The head of the Y Committee, X, said" too.
    const isEnough = bare !== undefined && namesWhoever(bare, aside ?? whole, whole, source, language)
    const speaker = isEnough ? bare : speakerIn(source, from, whole, language)
    const verb = originalRange(source, match.index, match.index + match[0].length)
    if (speaker !== undefined) return { kind: 'named', speaker, verb }
  }
  return undefined
}

/** "…", said X; "…", a déclaré X. */
function fromSubjectAfter({ source, language }: Reading): Attribution | undefined {
  for (const match of source.folded.matchAll(speechBeforeSubject)) {
    const from = match.index + match[0].length
    const stop =
      /[,;:!?"]|\.(?<!(?<![\p{L}])(?:mr?|mrs|ms|me|dr|st|\p{L})\.)(?: |$)|\n| (?:que|that|on|in|at|lors|dans)(?![\p{L}'])/u.exec(
        source.folded.slice(from),
      )
    const end = from + (stop?.index ?? source.folded.length - from)
    const speaker = speakerIn(source, from, withApposition(source, from, end, language), language)
    const verb = originalRange(source, match.index, from)
    if (speaker !== undefined) return { kind: 'named', speaker, verb }
  }
  return undefined
}

/** "The report identified 50 sites": what a paper finds it says. */
function fromPaper({ source, language }: Reading): Attribution | undefined {
  const match = paperFinds.exec(source.folded)
  const { paper = '', finds = '' } = match?.groups ?? {}
  if (match === null) return undefined
  const end = match.index + match[0].length - finds.length
  const speaker = speakerIn(source, end - 1 - paper.length, end, language)
  return speaker && { kind: 'named', speaker, verb: originalRange(source, end, end + finds.length) }
}

/** "her director, Paul Adeyemi," is both; where the words before the comma name a person it ends there. */
function withApposition(source: FoldedText, from: number, end: number, language: Language): number {
  const first = originalRange(source, from, end)
  if (findNames(`… ${source.original.slice(first.start, first.end)}`, language).some(({ kind }) => kind === undefined))
    return end
  const aside = /^, ?(?:m\.|mme|mr\.?|mrs\.?|ms\.?|dr\.?)? ?[^,;:!?"()]{3,40}(?=,|[.!?]?["\s]*$)/u.exec(
    source.folded.slice(end),
  )
  if (aside === null) return end
  const { start, end: close } = originalRange(source, end, end + aside[0].length)
  const words = source.original.slice(start, close).replace(/^[,\s]+|[.!?\s]+$/gu, '')
  const [name] = findNames(`… ${words}`, language)
  const isName =
    name !== undefined && name.kind === undefined && words.endsWith(name.text) && !/\s\p{Ll}{4}/u.test(words)
  return isName ? end + aside[0].replace(/[.!?\s]+$/u, '').length : end
}

function pronounOf(source: FoldedText): Attribution | undefined {
  const inverted = invertedPronoun.exec(source.folded)
  if (inverted !== null && saysSo(source.folded, inverted))
    return {
      kind: 'pronoun',
      verb: originalRange(source, inverted.index, source.folded.length),
      pronoun: lastWordOf(inverted[0]),
    }
  for (const match of source.folded.matchAll(speechAfterSubject)) {
    const before = source.folded.slice(0, match.index).trimEnd()
    const words = before.slice(startOfClause(before)).trim()
    const verb = originalRange(source, match.index, match.index + match[0].length)
    if (speakingPronoun.test(words)) return { kind: 'pronoun', verb, pronoun: lastWordOf(words) }
  }
  return undefined
}

function lastWordOf(words: string): string {
  return /\p{L}+$/u.exec(words)?.[0] ?? ''
}

/** "a-t-il déclaré", "explique-t-elle". */
function saysSo(folded: string, inverted: RegExpExecArray): boolean {
  const after = folded.slice(inverted.index + inverted[0].length)
  const verb = /^\p{L}+/u.exec(inverted[0])?.[0] ?? ''
  return spokenParticiple.test(after) || [...verb.matchAll(speechAfterSubject)].length > 0
}

/** Past the last comma, semicolon, quotation mark, dash, or a conjunction that begins another clause. */
function startOfClause(before: string): number {
  const cuts = [
    ...before.matchAll(
      /,(?! \d{4}(?:[\s,]|$))|[;:"!?]|\((?![^()]*\))| - |\n|(?<![\p{L}])(?:that|que|and|et|but|mais|while|tandis que|as|which|whose|dont)(?![\p{L}'])|(?<![\p{L}])qu'/gu,
    ),
  ]
  const last = cuts.at(-1)
  return last === undefined ? 0 : last.index + last[0].length
}

/** Where the aside begins that ends a text: "The minister, X," and "M. X - president of Y -". */
function startOfAside(before: string): number | undefined {
  const opening = /\)$/.test(before) ? '(' : /,$/.test(before) ? ',' : / -$/.test(before) ? ' - ' : undefined
  if (opening === undefined) return undefined
  const open = before.lastIndexOf(opening, before.length - 3)
  // "dated July 10, 2020," is no aside.
  return open === -1 || /^, \d{4},$/.test(before.slice(open)) ? undefined : open
}

/** Whether the words before an aside name the speaker, and the aside names nobody in their place. */
function namesWhoever(bare: Range, from: number, to: number, source: FoldedText, language: Language): boolean {
  const aside = originalRange(source, from, to)
  const named = (range: Range) => findNames(`… ${source.original.slice(range.start, range.end)}`, language)
  const names = named(bare)
  const isPerson = names.some(({ kind }) => kind === undefined)
  return names.length > 0 && (isPerson || !named(aside).some(({ kind }) => kind === undefined))
}

function hasName(text: string, language: Language): boolean {
  // Behind other words, so that the first one's capital says nothing.
  return findNames(`… ${text}`, language).length > 0
}

/** The words between two folded positions, when they hold a name or one who can speak. */
function speakerIn(source: FoldedText, from: number, to: number, language: Language): Range | undefined {
  const folded = source.folded.slice(from, to)
  const lead = /^\s*/.exec(folded)?.[0].length ?? 0
  const words = folded.trim()
  if (words === '' || words.split(' ').length > mostSpeakerWords) return undefined
  const range = originalRange(source, from + lead, from + lead + words.length)
  const text = source.original.slice(range.start, range.end)
  const isNoun = speakingNoun.test(words)
  if (!isNoun && !hasName(text, language)) return undefined
  // "In 2025 the ministry", "a annoncé dimanche la ministre": a time before the subject is no part of it.
  const [date] = findDates(text, language)
  const time =
    date === undefined ? undefined : /^(?:in|on|by|en|le|au|at|since|depuis)?\s*$/iu.exec(text.slice(0, date.start))
  if (date === undefined || time === null || time === undefined) return range
  const rest = text.slice(date.end)
  const gap = /^[\s,]*/u.exec(rest)?.[0].length ?? 0
  const kept = { start: range.start + date.end + gap, end: range.end }
  return kept.end > kept.start ? kept : undefined
}

/** "MANAMA, Jan 13, 2026 -": what stands before the dash says where and when an article was written. */
export function readDateline(text: string, language: Language): Range | undefined {
  const match = /^\p{Lu}[^.!?\n]{0,70}?\s[-–—]\s/u.exec(text)
  if (match === null || findDates(match[0], language).length === 0) return undefined
  return { start: 0, end: match[0].length }
}
