import { UserError } from '../errors.ts'
import type { Ledger } from '../ports/ledger.ts'
import type { Language } from '../types.ts'
import { type CheckSource, checkRecord } from './check-record.ts'
import { proofTexts } from './proof-texts.ts'
import type { Proof } from './types.ts'

const answerId = /^[a-z2-7]{10}$/
/** The end of the line under an answer, which people paste whole: what stands before the id in it. */
const proofCommand = /(?:^|[\s/])proof\s+([a-z2-7]{10})$/

/**
 * The id of an answer as a person typed it, in its one writing; the line that shows it is taken, too.
 * @throws UserError when no answer can have it.
 */
export function readAnswerId(typed: string, language: Language): string {
  const line = typed.trim().toLowerCase()
  const id = proofCommand.exec(line)?.[1] ?? line
  if (!answerId.test(id)) throw new UserError(proofTexts(language).malformedId)
  return id
}

/**
 * Opens the record of an answer and checks it, the same on every platform.
 * @param source undefined when there is no corpus.
 * @throws UserError when the id is malformed or nothing is kept under it.
 */
export async function openProof(
  typed: string,
  ledger: Pick<Ledger, 'recordOf'>,
  source: CheckSource | undefined,
  language: Language = 'en',
): Promise<Proof> {
  const id = readAnswerId(typed, language)
  const record = await ledger.recordOf(id)
  if (record === undefined) throw new UserError(proofTexts(language).unknownId(id))
  return { record, check: await checkRecord(record, source) }
}

/** Whether the record or the store was tampered with or damaged: a fault, not a change of the article. */
export function isBroken({ check }: Proof): boolean {
  return check.citations.some(({ integrity }) => !['intact', 'unknown', 'version-missing'].includes(integrity))
}
