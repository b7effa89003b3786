/** One number with what belongs to it: scale, percent sign, currency, and how surely it is meant. Offsets in the folded text. */
import type { Language } from '../types.ts'
import { currencyAfter, currencyBefore } from './currencies.ts'
import { shiftDecimal } from './decimals.ts'
import type { FoldedText } from './folded-text.ts'
import type { NumberAtom } from './number-atom.ts'
import { type Approximation, atLeastSuffix, qualifierBefore } from './number-context.ts'
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

/** A number being read. */
export type NumberDraft = {
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

function readScale(draft: NumberDraft, folded: string, language: Language): void {
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
function abbreviation(word: string, after: string, draft: NumberDraft): number | undefined {
  const exponent = abbreviatedScales[word]
  if (exponent === undefined) return undefined
  const money = draft.currency !== undefined || currencyAfter(after.replace(/^ ?\p{L}+/u, '')) !== undefined
  return money || /^(?:k|bn|mn|tn|md|mds|mrd)$/.test(word) ? exponent : undefined
}

/** Reads what stands around a writing of a number. */
export function completeNumber(atom: NumberAtom, source: FoldedText, language: Language): NumberDraft {
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
  const draft: NumberDraft = { start: atom.start, end: atom.end, kind: kinds[atom.kind], value: atom.value, atom }
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

function qualified(draft: NumberDraft, folded: string): NumberDraft {
  const qualifier = qualifierBefore(folded.slice(0, draft.start))
  if (qualifier === undefined) return draft
  draft.approximate = qualifier.meaning
  draft.qualifierStart = draft.start - qualifier.length
  return draft
}
