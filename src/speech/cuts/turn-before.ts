/** What stands before a slice in its sentence and turns it. */
import { foldText, originalRange } from '../../figures/folded-text.ts'
import type { Language, Range } from '../../types.ts'
import { endsClause, governsAfter } from '../../verify/locks/hedge-scope.ts'
import { findHedges } from '../../verify/locks/hedges.ts'
import {
  approximation,
  concession,
  condition,
  contrast,
  exception,
  governor,
  inversion,
  invertedCondition,
  irony,
  label,
  restrictive,
  restrictor,
  reversal,
  vouching,
} from './turning-words.ts'

const that = /(?<!\p{L})(?:that|whether|que|qu'|laquelle|lequel|lesquelles|lesquels|if|si)\s*["“«]?\s*$/u

/** @returns offsets in `before`. */
export function turnBefore(before: string, slice: string, language: Language, isAttributed: boolean): readonly Range[] {
  if (!/\p{L}/u.test(before)) return []
  const source = foldText(before)
  const { folded } = source
  const range = (start: number, end: number) => originalRange(source, start, end)
  const matched = (pattern: RegExp): readonly Range[] => {
    const match = pattern.exec(folded)
    if (match === null) return []
    const words = match[0].replace(/^[\s,;:(–—-]+/u, '')
    return [range(match.index + match[0].length - words.length, match.index + match[0].trimEnd().length)]
  }
  const hedges = findHedges(before, language)
    .filter((hedge) => governsAfter(before, hedge))
    .filter(({ kind }) => kind === 'negation' || kind === 'allegation' || kind === 'doubt')
    .map(({ start, end }) => ({ start, end }))
  const isFigure =
    /^[\s]*(?:[\d\p{Sc}]|(?:a |one |two |three |four |five |six |half |un |une |deux |trois |la moitie))/iu.test(slice)
  const found: Range[] = [
    ...hedges,
    ...matched(restrictor),
    ...matched(restrictive),
    ...(isFigure ? matched(approximation) : []),
    ...matched(label),
    ...matched(inversion),
    ...matched(invertedCondition),
  ]
  // A whole clause before the slice, up to its comma: what it is about or on what condition it holds.
  for (const pattern of [condition, concession, exception, irony, reversal]) {
    const match = pattern.exec(folded)
    if (match === null) continue
    const rest = folded.slice(match.index + match[0].length)
    if (!endsClause(rest)) found.push(range(match.index, match.index + match[0].length))
  }
  const half = contrastBefore(folded)
  if (half !== undefined) found.push(range(half.start, half.end))
  const complement = that.exec(folded)
  if (complement !== null) {
    const governing = folded.slice(0, complement.index).trimEnd()
    const isSaid = isAttributed && !reversal.test(governing) && !irony.test(governing)
    if (!vouching.test(governing) && !isSaid) found.push(range(governing.search(/\S+(?:\s+\S+){0,3}$/u), folded.length))
  }
  if (governor.test(folded) && beginsVerb(slice, language))
    found.push(...matched(/[^\s,;:]+(?:\s+[^\s,;:]+){0,6}\s*$/u))
  return found.filter(({ start, end }) => end > start)
}

/** "He is not a liar, but | a fool", "cheaper than in 2024, but | energy has doubled": the first half is missing. */
function contrastBefore(folded: string): Range | undefined {
  const match = /(?:^|\s)(?<word>but|mais|yet|whereas|tandis que|alors que)\s*["“«]?\s*$/u.exec(folded)
  if (match === null || match.index === 0 || contrast.exec(folded) === null) return undefined
  const start = match.index + match[0].search(/\S/u)
  return { start, end: start + (match.groups?.['word']?.length ?? 0) }
}

/** An infinitive, a gerund or a participle: what it is governed by says whether it happened. */
function beginsVerb(slice: string, language: Language): boolean {
  const word = foldText(/^\W*([\p{L}'’-]+)/u.exec(slice)?.[1] ?? '').folded
  if (/^(?:be|been|being|have|having|avoir|etre|ete)$/u.test(word)) return true
  if (language === 'fr') return /(?:er|ir|re|oir)$/u.test(word) && word.length > 3
  // A bare English verb looks like a noun: it is one behind a determiner only.
  return (
    /^\p{Ll}/u.test(slice.trimStart()) &&
    !/^(?:the|a|an|his|her|its|their|this|that|these|those|some|all|every|each|no|many|most|my|our|your|which|whom|what|\p{L}+ly)$/u.test(
      word,
    )
  )
}
