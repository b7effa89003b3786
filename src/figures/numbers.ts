import type { Language, Range } from '../types.ts'
import { currencyAfter, currencyBefore } from './currencies.ts'
import { type DateMention, findDates } from './dates.ts'
import { compareDecimals, shiftDecimal } from './decimals.ts'
import { type FoldedText, foldText, originalRange, type Word, wordsOf } from './folded-text.ts'
import { digitAtoms, type NumberAtom, wordAtoms } from './number-atoms.ts'
import { type Approximation, atLeastSuffix, countedNoun, qualifierBefore } from './number-context.ts'
import { scaleExponent } from './number-words.ts'
import { isBareYear } from './years.ts'

/** `year` and `day` belong to dates, `label` to names (G20, COVID-19); the others are quantities. */
export type NumberKind =
  | 'count'
  | 'percent'
  | 'money'
  | 'ordinal'
  | 'fraction'
  | 'range'
  | 'ratio'
  | 'time'
  | 'year'
  | 'day'
  | 'label'

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

type Draft = {
  start: number
  end: number
  kind: NumberKind
  value: string
  high?: string
  vague?: true
  approximate?: Approximation
  qualifierStart?: number
  currency?: string
  scale?: number
  /** Ends of the digits before scale, percent sign and currency: what may not be read again. */
  readonly atom: NumberAtom
}

const abbreviatedScales: Readonly<Record<string, number>> = {
  k: 3,
  m: 6,
  mn: 6,
  bn: 9,
  b: 9,
  tn: 12,
  md: 9,
  mds: 9,
  mrd: 9,
}

function readScale(draft: Draft, folded: string, language: Language): void {
  for (let round = 0; round < 2; round += 1) {
    const after = folded.slice(draft.end, draft.end + 16)
    const match = /^[ -]?(?:de )?(\p{L}+)(?![\p{L}\p{N}])/u.exec(after)
    const word = match?.[1] ?? ''
    const exponent = /^(?:millier|milliers)$/.test(word)
      ? 3
      : word === 'hundred'
        ? 2
        : (scaleExponent(word, language) ?? (draft.atom.spelled ? undefined : abbreviation(word, after, draft)))
    if (match === null || exponent === undefined) return
    if (draft.vague === true && !/s$/.test(word)) return
    draft.value = shiftDecimal(draft.value, exponent)
    draft.scale = (draft.scale ?? 0) + exponent
    draft.end += match[0].length
  }
}

/** "33m" is metres unless money: `k`, `bn` and `Md` always scale, `m` and `b` only beside a currency. */
function abbreviation(word: string, after: string, draft: Draft): number | undefined {
  const exponent = abbreviatedScales[word]
  if (exponent === undefined) return undefined
  const money = draft.currency !== undefined || currencyAfter(after.replace(/^ ?\p{L}+/u, '')) !== undefined
  return money || /^(?:k|bn|mn|tn|md|mds|mrd)$/.test(word) ? exponent : undefined
}

function complete(atom: NumberAtom, source: FoldedText, language: Language): Draft {
  const { folded } = source
  const kinds = {
    plain: 'count',
    vague: 'count',
    collective: 'count',
    ordinal: 'ordinal',
    fraction: 'fraction',
    label: 'label',
    time: 'time',
  } as const
  const draft: Draft = { start: atom.start, end: atom.end, kind: kinds[atom.kind], value: atom.value, atom }
  if (atom.kind === 'vague') draft.vague = true
  if (atom.kind === 'collective') draft.approximate = 'about'
  if (atom.kind !== 'plain' && atom.kind !== 'vague' && atom.kind !== 'collective') return draft
  const symbol = atom.spelled ? undefined : currencyBefore(folded.slice(0, draft.start))
  if (symbol !== undefined) {
    draft.currency = symbol.code
    draft.start -= symbol.length
  }
  if (isBareYear(folded, atom.start, atom.end, language) && symbol === undefined) {
    draft.kind = 'year'
    return draft
  }
  readScale(draft, folded, language)
  const percent =
    /^ ?(?:%|percentage points?|percent|per cent|pour cent|points? de pourcentage|pct|p\. ?100)(?!\p{L})/u.exec(
      folded.slice(draft.end, draft.end + 24),
    )
  if (percent !== null) {
    draft.kind = 'percent'
    draft.end += percent[0].length
    return qualified(draft, folded)
  }
  const plus = atLeastSuffix(folded.slice(draft.end))
  if (plus > 0) {
    draft.approximate = 'at-least'
    draft.end += plus
  }
  const currency = currencyAfter(folded.slice(draft.end))
  if (currency !== undefined && (draft.currency === undefined || currency.code === draft.currency)) {
    draft.currency = currency.code
    draft.end += currency.length
  }
  if (draft.currency !== undefined) draft.kind = 'money'
  return qualified(draft, folded)
}

function qualified(draft: Draft, folded: string): Draft {
  const qualifier = qualifierBefore(folded.slice(0, draft.start))
  if (qualifier === undefined) return draft
  draft.approximate = qualifier.meaning
  draft.qualifierStart = draft.start - qualifier.length
  return draft
}

const rangeBetween = /^(?: ?- ?| to | a | and | et | through | jusqu'a )$/
const ratioBetween = /^(?: out of | in | sur | of every | pour | : ?|:)$/

/** Joins "18 à 35", "14-16", "between 5 and 10 million" and "7 out of 10" into one mention. */
function joined(drafts: readonly Draft[], folded: string): readonly Draft[] {
  const result: Draft[] = []
  for (const draft of drafts) {
    const last = result.at(-1)
    const between = last === undefined ? '' : folded.slice(last.end, draft.start)
    const simple = (kind: NumberKind): boolean => kind === 'count' || kind === 'money' || kind === 'percent'
    if (
      last === undefined ||
      !simple(last.kind) ||
      !simple(draft.kind) ||
      last.high !== undefined ||
      last.vague ||
      draft.vague
    )
      result.push(draft)
    else if (rangeBetween.test(between) && isRange(last, draft, between, folded))
      result[result.length - 1] = rangeOf(last, draft)
    else if (ratioBetween.test(between) && isRatio(last, draft, between, folded)) {
      result[result.length - 1] = { ...last, end: draft.end, kind: 'ratio', high: draft.value }
    } else result.push(draft)
  }
  return result
}

function isRange(low: Draft, high: Draft, between: string, folded: string): boolean {
  if (low.currency !== undefined && high.currency !== undefined && low.currency !== high.currency) return false
  if (high.qualifierStart !== undefined) return false
  const lead = folded.slice(Math.max(0, low.start - 12), low.start)
  const and = /and|et/.test(between)
  if (and) return /(?:between|entre) $/.test(lead)
  return compareDecimals(lowValue(low, high), high.value) < 0
}

function isRatio(part: Draft, whole: Draft, between: string, folded: string): boolean {
  const wordy = /out of|sur|every|:/.test(between) || (part.value === '1' && / in /.test(between))
  return (
    wordy &&
    part.kind === 'count' &&
    whole.kind === 'count' &&
    !/^ ?(?:ans|mois|years?)/.test(folded.slice(whole.end)) &&
    compareDecimals(part.value, whole.value) <= 0
  )
}

/** "5 to 10 million": the low end shares the scale that only the high end says. */
function lowValue(low: Draft, high: Draft): string {
  return low.scale === undefined && high.scale !== undefined ? shiftDecimal(low.value, high.scale) : low.value
}

function rangeOf(low: Draft, high: Draft): Draft {
  const kind = low.kind === 'count' && high.kind === 'count' ? 'range' : high.kind === 'count' ? low.kind : high.kind
  const currency = low.currency ?? high.currency
  return {
    ...low,
    end: high.end,
    kind,
    value: lowValue(low, high),
    high: high.value,
    ...(currency === undefined ? {} : { currency }),
    ...(high.scale === undefined ? {} : { scale: high.scale }),
  }
}

function withinDate(range: Range, value: string, dates: readonly DateMention[]): NumberKind | undefined {
  const date = dates.find(
    (candidate) => candidate.precision !== 'relative' && range.start < candidate.end && candidate.start < range.end,
  )
  if (date === undefined) return undefined
  return date.year !== undefined && value === String(date.year) ? 'year' : 'day'
}

function unitOf(draft: Draft, words: readonly Word[], language: Language): Range | undefined {
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
  const source = foldText(text)
  const words = wordsOf(source)
  const dates = findDates(text, language)
  const digits = digitAtoms(source, language)
  const spelled = wordAtoms(words, language)
  const drafts: Draft[] = []
  for (const atom of [...digits, ...spelled].sort((left, right) => left.start - right.start)) {
    const last = drafts.at(-1)
    if (last !== undefined && atom.start < last.end) continue
    const range = originalRange(source, atom.start, atom.end)
    const kind = atom.spelled && atom.kind === 'plain' ? undefined : withinDate(range, atom.value, dates)
    drafts.push(
      kind === undefined
        ? complete(atom, source, language)
        : { start: atom.start, end: atom.end, kind, value: atom.value, atom },
    )
  }
  const mentions = joined(drafts, source.folded).map((draft) => mentionOf(draft, source, words, language))
  // Several folded units can come from one character ("½"): the first number keeps it.
  return mentions.filter(({ start, end }, at) => end > start && start >= (mentions[at - 1]?.end ?? 0))
}

function mentionOf(draft: Draft, source: FoldedText, words: readonly Word[], language: Language): NumberMention {
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
