/** Who says what a sentence says, as the sentence writes it. Found by words of attribution, never guessed. */
import { findNames } from '../entities/names.ts'
import { findDates } from '../figures/dates.ts'
import { type FoldedText, foldText, originalRange } from '../figures/folded-text.ts'
import type { Language, Range } from '../types.ts'
import {
  invertedPronoun,
  sourceLead,
  speakingNoun,
  speakingPronoun,
  speechAfterSubject,
  speechBeforeSubject,
  spokenParticiple,
} from './speaker-words.ts'

/**
 * `named`: where the speaker stands, and the words of attribution; `pronoun`: whoever the sentence before names;
 * `none`: the sentence does not say.
 */
export type Attribution =
  | { readonly kind: 'named'; readonly speaker: Range; readonly verb: Range }
  | { readonly kind: 'pronoun'; readonly verb: Range }
  | { readonly kind: 'none' }

const mostSpeakerWords = 22

/** @returns offsets (UTF-16) in `text`. */
export function readSpeaker(text: string, language: Language): Attribution {
  const dateline = readDateline(text, language)?.end ?? 0
  // Blanks keep the offsets.
  const source = foldText(' '.repeat(dateline) + text.slice(dateline))
  const reading = { source, language }
  return (
    fromSourceLead(reading) ?? fromSubjectBefore(reading) ?? fromSubjectAfter(reading) ?? pronounOf(source) ?? noSpeaker
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
      /[,;:!?"]|\.(?<!(?<![\p{L}])(?:mr?|mrs|ms|me|dr|st|\p{L})\.)(?: |$)| - |\n| (?:que|qu'|that|has|have|had|a|ont|est|is|was|were|sont|at|on|le|lors)(?![\p{L}'])/u.exec(
        after,
      )
    const speaker = speakerIn(source, begin, from + (stop?.index ?? after.length), language)
    const verb = originalRange(source, match.index, begin)
    if (speaker !== undefined) return { kind: 'named', speaker, verb }
  }
  return undefined
}

/** "X said", "X, minister of Y, has confirmed": X is what stands between the verb and the clause's beginning. */
function fromSubjectBefore({ source, language }: Reading): Attribution | undefined {
  for (const match of source.folded.matchAll(speechAfterSubject)) {
    const before = source.folded.slice(0, match.index).trimEnd()
    const whole = before.replace(/(?:,| -)$/, '').trimEnd().length
    const aside = startOfAside(before)
    const from = startOfClause(before.slice(0, aside ?? whole))
    const bare = aside === undefined ? undefined : speakerIn(source, from, aside, language)
    // "M. X - president of Y - said" is X; "The minister, X, said" is both.
    const isEnough = bare !== undefined && hasName(source.original.slice(bare.start, bare.end), language)
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
    const speaker = speakerIn(source, from, end, language)
    const verb = originalRange(source, match.index, from)
    if (speaker !== undefined) return { kind: 'named', speaker, verb }
  }
  return undefined
}

function pronounOf(source: FoldedText): Attribution | undefined {
  const inverted = invertedPronoun.exec(source.folded)
  if (inverted !== null && saysSo(source.folded, inverted))
    return { kind: 'pronoun', verb: originalRange(source, inverted.index, source.folded.length) }
  for (const match of source.folded.matchAll(speechAfterSubject)) {
    const before = source.folded.slice(0, match.index).trimEnd()
    const words = before.slice(startOfClause(before)).trim()
    const verb = originalRange(source, match.index, match.index + match[0].length)
    if (speakingPronoun.test(words)) return { kind: 'pronoun', verb }
  }
  return undefined
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
      /[,;:"!?]|\((?![^()]*\))| - |\n|(?<![\p{L}])(?:that|que|and|et|but|mais|while|tandis que|as|which|whose|dont)(?![\p{L}'])|(?<![\p{L}])qu'/gu,
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
  return open === -1 ? undefined : open
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
