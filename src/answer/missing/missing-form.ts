/** Whether words have the form of what is asked for: a figure of those counted, a name beside the office, an age beside a name. */
import type { WordMatcher } from '../../match/similarity.ts'
import type { Question } from '../../question/question.ts'
import type { Unit } from '../units/units.ts'
import { type Coverage, nameFrom } from './coverage.ts'
import type { Missing } from './missing-kinds.ts'
import { missingName, missingNamed } from './missing-naming.ts'
import { missingAnswer, missingSuperlative } from './missing-topics.ts'
import { missingAge, missingCounted, missingHolder, missingValue } from './missing-values.ts'

/** @param row of the sentence in the coverage; `quoted` is that sentence, or it with its neighbours. */
export function missingForm(
  question: Question,
  quoted: Unit,
  coverage: Coverage,
  row: number,
  matcher: WordMatcher,
): readonly Missing[] {
  return [
    ...missingAnswer(question, quoted),
    ...missingSuperlative(question, quoted),
    ...missingCounted(question, quoted, matcher),
    ...missingValue(question, quoted),
    ...missingAge(question, quoted, namesSpokenOf(coverage, row)),
    ...missingHolder(question, quoted),
    ...missingNamed(question, quoted),
    ...missingName(question, quoted, matcher),
  ]
}

/** Whether a sentence has the form of an answer by itself. */
export function fitsForm(question: Question, coverage: Coverage, row: number, matcher: WordMatcher): boolean {
  const unit = coverage.units[row]
  return unit !== undefined && missingForm(question, unit, coverage, row, matcher).length === 0
}

/** Whether all names of the question are in the sentence, or carried into it by a pronoun. */
function namesSpokenOf({ words, surroundings }: Coverage, row: number): boolean {
  const found = surroundings[row] ?? []
  return words.every(({ inName }, column) => !inName || (found[column] ?? 0) >= nameFrom)
}
