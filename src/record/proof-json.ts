import type { CitationCheck, Proof } from './types.ts'

/** Valid inside JSON strings, but they command terminals, turn the direction of writing or end lines of a script. */
const risky = /[\u007f-\u009f\u2028\u2029\p{Bidi_Control}]/gu

/** The record with each citation's check beside it: the shape that other programs rely on. */
function toProofJson({ record, check }: Proof) {
  const checks = new Map(check.citations.map((checked): readonly [number, CitationCheck] => [checked.n, checked]))
  return {
    ...record,
    citations: record.citations.map((citation) => {
      const { n: _, ...checked } = checks.get(citation.n) ?? { n: 0, state: 'unknown', integrity: 'unknown' }
      return { ...citation, check: checked }
    }),
    checked: { at: check.checkedAt, ...check.corpus },
  }
}

export function writeProofJson(proof: Proof): string {
  return writeJson(toProofJson(proof))
}

/** Indented JSON that keeps every character, and prints harmlessly. */
export function writeJson(value: unknown): string {
  return JSON.stringify(value, undefined, 2).replaceAll(
    risky,
    (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
