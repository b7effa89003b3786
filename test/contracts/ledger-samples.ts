import { makeRecordOfOld } from '../../src/record/make-record.ts'
import type { EvidenceRecord } from '../../src/record/types.ts'
import type { Answer } from '../../src/types.ts'

export function sampleRecord(answer: Answer, askedAt = new Date()): EvidenceRecord {
  return makeRecordOfOld(answer, askedAt.toISOString())
}

export function sampleAnswer(id: string, parts: Partial<Answer> = {}): Answer {
  return {
    ...{ id, question: `Who asked ${id}?`, language: 'en', status: 'answered', claims: [], citations: [] },
    ...{ evidence: [], tookMs: 12, reasons: ['a reason'] },
    corpus: { revision: 1, builtAt: '2026-03-01T00:00:00.000Z', articles: 5 },
    ...parts,
  }
}
