import type { Answer, Evidence } from '../../src/types.ts'
import { toPrintableLine } from './printable.ts'

/** Of forty that are looked at; `--json` has all. */
const shownEvidence = 10
const narrowestText = 40
const textIndent = '        '

/** For `--explain`: why the status was chosen, and the evidence with the parts of its scores. */
export function renderExplanation(answer: Answer, width: number): string {
  const lines = [`${answer.status}:`, ...answer.reasons.map((reason) => `  ${toPrintableLine(reason)}`)]
  const { length } = answer.evidence
  if (length > 0) lines.push(`evidence, the best ${Math.min(shownEvidence, length)} of ${length}:`)
  for (const item of answer.evidence.slice(0, shownEvidence)) lines.push(...renderEvidence(item, width))
  return lines.join('\n')
}

function renderEvidence({ passage, score, signals }: Evidence, width: number): readonly string[] {
  const parts = Object.entries(signals).map(([name, value]) => `${name} ${value.toFixed(2)}`)
  const limit = Math.max(narrowestText, width - textIndent.length)
  const text = toPrintableLine(passage.text).slice(0, limit).toWellFormed()
  return [`  ${score.toFixed(2)}  ${passage.id}  ${parts.join(', ')}`, textIndent + text]
}
