/** Two numbers that are one figure: "18 à 35", "between 5 and 10 million", "7 out of 10". */
import { compareDecimals, shiftDecimal } from './decimals.ts'
import type { NumberDraft, NumberKind } from './number-draft.ts'

const rangeBetween = /^(?: ?- ?| to | a | and | et | through | jusqu'a )$/
const ratioBetween = /^(?: out of | in | sur | of every | pour | : ?|:)$/

/** Joins "18 à 35", "14-16", "between 5 and 10 million" and "7 out of 10" into one mention. */
export function joinNumbers(drafts: readonly NumberDraft[], folded: string): readonly NumberDraft[] {
  const result: NumberDraft[] = []
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

function isRange(low: NumberDraft, high: NumberDraft, between: string, folded: string): boolean {
  if (low.currency !== undefined && high.currency !== undefined && low.currency !== high.currency) return false
  if (high.qualifierStart !== undefined) return false
  const lead = folded.slice(Math.max(0, low.start - 12), low.start)
  const and = /and|et/.test(between)
  if (and) return /(?:between|entre) $/.test(lead)
  return compareDecimals(lowValue(low, high), high.value) < 0
}

function isRatio(part: NumberDraft, whole: NumberDraft, between: string, folded: string): boolean {
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
function lowValue(low: NumberDraft, high: NumberDraft): string {
  return low.scale === undefined && high.scale !== undefined ? shiftDecimal(low.value, high.scale) : low.value
}

function rangeOf(low: NumberDraft, high: NumberDraft): NumberDraft {
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
