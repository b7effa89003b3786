import { oncePerText } from '../once-per-text.ts'
import type { Language, Range } from '../types.ts'
import { type DateMention, findDates } from './dates.ts'
import { digitAtoms } from './digit-atoms.ts'
import { type FoldedText, foldText, originalRange, type Word, wordsOf } from './folded-text.ts'
import { type Approximation, countedNoun } from './number-context.ts'
import { completeNumber, type NumberDraft, type NumberKind } from './number-draft.ts'
import { joinNumbers } from './number-ranges.ts'
import { wordAtoms } from './word-atoms.ts'

export type { NumberKind } from './number-draft.ts'

/** A number in a text: the digits or words with their sign, scale, percent sign and currency, without "more than" and the unit. */
export type NumberMention = Range & {
  readonly text: string
  readonly kind: NumberKind
  /** Canonical decimal, scale applied (`48.6 billion` = `48600000000`); `1/3` for a fraction, `20:30` for a time. */
  readonly value: string
  /** The other end of a range, or the whole of a ratio ("7 sur 10"). */
  readonly high?: string
  /** "hundreds", "des milliers": `value` is only the order of magnitude. */
  readonly vague?: true
  readonly approximate?: Approximation
  /** Where the words of `approximate` stand when they come before the number. */
  readonly approximateRange?: Range
  /** ISO 4217. */
  readonly currency?: string
  /** The exponent of ten of a scale word ("milliards" = 9). */
  readonly scale?: number
  /** The noun counted, as written. */
  readonly unit?: string
  readonly unitRange?: Range
}

function withinDate(range: Range, value: string, dates: readonly DateMention[]): NumberKind | undefined {
  const date = dates.find(
    (candidate) => candidate.precision !== 'relative' && range.start < candidate.end && candidate.start < range.end,
  )
  if (date === undefined) return undefined
  return date.year !== undefined && value === String(date.year) ? 'year' : 'day'
}

function unitOf(draft: NumberDraft, words: readonly Word[], language: Language): Range | undefined {
  if (
    draft.kind !== 'count' &&
    draft.kind !== 'range' &&
    draft.kind !== 'ratio' &&
    draft.kind !== 'ordinal' &&
    draft.kind !== 'fraction'
  )
    return undefined
  const from = words.findIndex(({ foldedStart }) => foldedStart >= draft.end)
  if (from === -1) return undefined
  const following = words.slice(from, from + 7)
  const first = following[0]
  if (first !== undefined && first.gap.length > 0 && !/^(?:[ '-]|%|\+? ?)$/.test(first.gap.slice(-1))) return undefined
  const noun = countedNoun(
    following.map(({ folded, gap }, position) => ({ folded, gap: position === 0 ? gap.replace(/^\+/, '') : gap })),
    language,
  )
  const start = noun === undefined ? undefined : following[noun.first]
  const end = noun === undefined ? undefined : following[noun.last]
  return start === undefined || end === undefined ? undefined : { start: start.start, end: end.end }
}

/**
 * Numbers of a text in order, never overlapping, in digits or words, in English or French writing; a number inside
 * another ("444" in "10 444") is never found. Offsets are those of the text as given.
 */
export function findNumbers(text: string, language: Language): readonly NumberMention[] {
  return finders[language](text)
}

const finders = {
  en: oncePerText((text) => readNumbers(text, 'en')),
  fr: oncePerText((text) => readNumbers(text, 'fr')),
}

function readNumbers(text: string, language: Language): readonly NumberMention[] {
  const source = foldText(text)
  const words = wordsOf(source)
  const dates = findDates(text, language)
  const digits = digitAtoms(source, language)
  const spelled = wordAtoms(words, language)
  const drafts: NumberDraft[] = []
  for (const atom of [...digits, ...spelled].sort((left, right) => left.start - right.start)) {
    const last = drafts.at(-1)
    if (last !== undefined && atom.start < last.end) continue
    const range = originalRange(source, atom.start, atom.end)
    const kind = atom.spelled && atom.kind === 'plain' ? undefined : withinDate(range, atom.value, dates)
    drafts.push(
      kind === undefined
        ? completeNumber(atom, source, language)
        : { start: atom.start, end: atom.end, kind, value: atom.value, atom },
    )
  }
  const mentions = joinNumbers(drafts, source.folded).map((draft) => mentionOf(draft, source, words, language))
  // Several folded units can come from one character ("½"): the first number keeps it.
  return mentions.filter(({ start, end }, at) => end > start && start >= (mentions[at - 1]?.end ?? 0))
}

function mentionOf(draft: NumberDraft, source: FoldedText, words: readonly Word[], language: Language): NumberMention {
  const range = originalRange(source, draft.start, draft.end)
  const unitRange = unitOf(draft, words, language)
  return {
    ...range,
    text: source.original.slice(range.start, range.end),
    kind: draft.kind,
    value: draft.value,
    ...(draft.high === undefined ? {} : { high: draft.high }),
    ...(draft.vague === undefined ? {} : { vague: draft.vague }),
    ...(draft.approximate === undefined ? {} : { approximate: draft.approximate }),
    ...(draft.qualifierStart === undefined
      ? {}
      : { approximateRange: originalRange(source, draft.qualifierStart, draft.start) }),
    ...(draft.currency === undefined ? {} : { currency: draft.currency }),
    ...(draft.scale === undefined ? {} : { scale: draft.scale }),
    ...(unitRange === undefined ? {} : { unit: source.original.slice(unitRange.start, unitRange.end), unitRange }),
  }
}

const families: Readonly<Partial<Record<NumberKind, string>>> = {
  percent: 'percent',
  ordinal: 'ordinal',
  fraction: 'fraction',
  time: 'time',
  ratio: 'ratio',
}

/**
 * The same figure, whatever the language or writing: value, other end, currency and kind; how surely it is meant is not
 * compared. A currency that only one of them names does not tell them apart when the value is the same.
 */
export function sameNumber(left: NumberMention, right: NumberMention): boolean {
  if (left.value !== right.value || left.high !== right.high || left.vague !== right.vague) return false
  if (families[left.kind] !== families[right.kind]) return false
  return left.currency === right.currency || left.currency === undefined || right.currency === undefined
}

/** True for what is counted or measured, false for years, days of a date and the digits of names. */
export function isQuantity(mention: NumberMention): boolean {
  return mention.kind !== 'year' && mention.kind !== 'day' && mention.kind !== 'label'
}
