/** What is quoted around the sentence that was chosen: one that leans on the sentence before is shown with it. */
import { leansOnBefore } from '../units/leaning.ts'
import type { RankedUnit } from '../units/rank-units.ts'
import { readUnits, type Unit } from '../units/units.ts'

/** UTF-16 units of the longest quote of more than one sentence. */
const longestQuote = 400
/** How far below the sentence chosen (log-odds) its neighbour may rank to be quoted with it, if it leans on it or not. */
const reach = { leaning: 3, beside: 1.2 }

/**
 * The sentence with the ones that it leans on before it, and with a neighbour that ranks nearly as high; the same unit
 * where it stands alone, or where the whole would be too long.
 */
export function extendQuote(unit: Unit, ranked: readonly RankedUnit[] = []): Unit {
  const units = readUnits(unit.passage)
  let first = unit
  while (leansOnBefore(first)) {
    const before = units[first.position - 1]
    if (before === undefined || unit.end - before.start > longestQuote) break
    first = before
  }
  const scoreOf = (other: Unit) => ranked.find((item) => isSame(item.unit, other))?.score ?? Number.NEGATIVE_INFINITY
  const isRanked = Number.isFinite(scoreOf(unit))
  const least = (far: number) => scoreOf(unit) - far
  const next = units[unit.position + 1]
  const isWorthIt =
    next !== undefined && scoreOf(next) >= least(leansOnBefore(next) ? reach.leaning : reach.beside) && isRanked
  const last = isWorthIt && next.end - first.start <= longestQuote ? next : unit
  const before = units[unit.position - 1]
  const isBeside = first === unit && last === unit && before !== undefined && scoreOf(before) >= least(reach.beside)
  if (isBeside && isRanked && unit.end - before.start <= longestQuote) first = before
  if (first === unit && last === unit) return unit
  return joinUnits(first, unit, last)
}

function isSame(left: Unit, right: Unit): boolean {
  return left.passage.id === right.passage.id && left.position === right.position
}

/** The quotes of the sentences chosen, in their order; one that stands inside another quote is left out. */
export function extendQuotes(chosen: readonly Unit[], ranked: readonly RankedUnit[]): readonly Unit[] {
  const quotes: Unit[] = []
  for (const [position, unit] of chosen.entries()) {
    // Only the first takes in what follows: the others are there for one thing each.
    const quote = extendQuote(unit, position === 0 ? ranked : [])
    if (!quotes.some((other) => overlaps(other, quote))) quotes.push(quote)
    else if (!quotes.some((other) => overlaps(other, unit))) quotes.push(unit)
  }
  return quotes
}

function overlaps(left: Unit, right: Unit): boolean {
  return left.passage.id === right.passage.id && left.start < right.end && right.start < left.end
}

/** The words of the chosen sentence stay: they say what the quote is about. */
function joinUnits(first: Unit, chosen: Unit, last: Unit): Unit {
  const text = chosen.passage.text.slice(first.start, last.end)
  return {
    ...chosen,
    position: first.position,
    start: first.start,
    end: last.end,
    text,
    surroundings: first.surroundings,
  }
}
