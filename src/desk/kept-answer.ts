import type { Answer } from '../types.ts'

/** Passages kept of an answer's evidence: what a button may show. All fifty and more would be 30 kB an answer. */
const evidenceAtMost = 10

/** An answer as it is kept, in memory and in the ledger: whole but for the evidence that nobody looks at again. */
export function toKeptAnswer(answer: Answer): Answer {
  return { ...answer, evidence: answer.evidence.slice(0, evidenceAtMost) }
}
