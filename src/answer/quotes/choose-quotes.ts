/** Which sentences are quoted: the best one, then at most two others that add something. */
import type { RankedUnit } from '../units/rank-units.ts'
import type { Unit } from '../units/units.ts'

const mostQuotes = 3
/** How far below the best a sentence may be (log-odds) to be quoted beside it. */
const reach = 1.5
/** It must itself cover so much of what the best one covers of the question. */
const leastCoverage = 0.75
/** A number counts what is asked from this likeness of the noun beside it. */
const countsFrom = 0.5
/** Two sentences that share more of their words say the same. */
const sameWords = 0.6

export function chooseQuotes(ranked: readonly RankedUnit[], most = mostQuotes): readonly RankedUnit[] {
  const [best, ...others] = ranked
  if (best === undefined) return []
  const chosen = [best]
  for (const candidate of others) {
    if (chosen.length === most || candidate.score < best.score - reach) break
    if (candidate.features.surroundings < leastCoverage * best.features.surroundings) continue
    if (candidate.features.expectedNew < best.features.expectedNew) continue
    if (candidate.features.relation < leastCoverage * best.features.relation) continue
    if (best.features.countedNumber >= countsFrom && candidate.features.countedNumber < countsFrom) continue
    if (best.features.names > 0 && candidate.features.names < leastCoverage * best.features.names) continue
    if (chosen.every((item) => addsTo(candidate.unit, item.unit))) chosen.push(candidate)
  }
  return chosen
}

function addsTo(candidate: Unit, quoted: Unit): boolean {
  if (candidate.passage.id === quoted.passage.id) return false
  const words = new Set(quoted.vocabulary)
  const shared = candidate.vocabulary.filter((word) => words.has(word)).length
  const all = words.size + candidate.vocabulary.length - shared
  return shared / all < sameWords
}
