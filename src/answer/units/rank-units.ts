/** Orders the sentences of the candidate passages: best to quote first. */
import type { WordMatcher } from '../../match/similarity.ts'
import type { Question } from '../../question/question.ts'
import type { Evidence } from '../../types.ts'
import { weightedSum } from '../decision/linear.ts'
import { unitWeights } from '../decision/weights.ts'
import { createInstructionTest } from '../instructions.ts'
import { type Coverage, shareCovered } from '../missing/coverage.ts'
import { readUnitFeatures, type UnitFeatures, unitFeatureNames } from './unit-features.ts'
import type { Unit } from './units.ts'

export type RankedUnit = {
  readonly unit: Unit
  /** Its row in the coverage. */
  readonly row: number
  readonly features: UnitFeatures
  /** Log-odds of being the one to quote, up to a constant. */
  readonly score: number
}

/** Reading a sentence's names and figures is the dear part: only those whose words promise something are read so. */
const examined = 60

/** Units of passages that retrieval did not find are left out: they only serve to tell how rare a word is. */
export function rankUnits(
  question: Question,
  coverage: Coverage,
  matcher: WordMatcher,
  evidence: readonly Evidence[],
): readonly RankedUnit[] {
  const isInstruction = createInstructionTest(question, coverage.units)
  const found = new Map(evidence.map((item) => [item.passage.id, item]))
  const byPromise = [...coverage.units.entries()]
    .flatMap(([row, unit]) => {
      const item = found.get(unit.passage.id)
      return item === undefined ? [] : [{ row, unit, signals: item.signals, promise: promiseOf(coverage, row, item) }]
    })
    .sort((left, right) => right.promise - left.promise)
  const promising: typeof byPromise = []
  for (const item of byPromise) {
    if (promising.length === examined) break
    if (!isInstruction(item.row)) promising.push(item)
  }
  return promising
    .map(({ row, unit, signals }): RankedUnit => {
      const features = readUnitFeatures(question, coverage, row, matcher, signals)
      return { unit, row, features, score: weightedSum(features, unitWeights, unitFeatureNames) }
    })
    .sort((left, right) => right.score - left.score)
}

function promiseOf({ surroundings, passage, weights }: Coverage, row: number, { signals }: Evidence): number {
  const own = shareCovered(surroundings[row] ?? [], weights)
  return own + 0.3 * shareCovered(passage[row] ?? [], weights) + 0.3 * (signals['meaning'] ?? 0)
}
