/** `proof`: the evidence record of an answer, and how its citations stand today. Loads no model, makes no file. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { renderProof } from '../../adapters/terminal/render-proof.ts'
import { UserError } from '../errors.ts'
import { isBroken, openProof, readAnswerId } from '../record/open-proof.ts'
import { writeProofCsl } from '../record/proof-csl.ts'
import { writeProofCsv } from '../record/proof-csv.ts'
import { writeProofJson } from '../record/proof-json.ts'
import { writeProofMarkdown } from '../record/proof-markdown.ts'
import { proofTexts } from '../record/proof-texts.ts'
import type { Proof } from '../record/types.ts'
import type { Parts } from './parts.ts'

type ProofFormat = 'md' | 'json' | 'csl' | 'csv'
export type ProofFlags = { readonly format?: ProofFormat; readonly json?: boolean }

const writers: Readonly<Record<ProofFormat, (proof: Proof) => string>> = {
  md: writeProofMarkdown,
  json: writeProofJson,
  csl: writeProofCsl,
  csv: writeProofCsv,
}

/**
 * @returns 1 when the record or the store is not what it was, else 0: a changed article is no fault.
 * @throws UserError when the id is malformed or unknown.
 */
export async function runProof(parts: Parts, typed: string, flags: ProofFlags): Promise<number> {
  if (flags.json === true && flags.format !== undefined && flags.format !== 'json') {
    throw new UserError('give --json or --format, not both')
  }
  const id = readAnswerId(typed, 'en')
  if (!existsSync(join(parts.dataFolder, 'ledger.db'))) throw new UserError(proofTexts('en').unknownId(id))
  const index = parts.hasCorpus() ? (await parts.corpus()).index : undefined
  const proof = await openProof(id, await parts.ledger(), index)
  const format = flags.json === true ? 'json' : flags.format
  const { colours, width, print } = parts.output
  const text = format === undefined ? renderProof(proof, { colours, width }) : writers[format](proof)
  // `print` adds the line end that the last line of a CSV has already.
  await print(text.replace(/\r?\n$/, format === 'csv' ? '\r' : ''))
  return isBroken(proof) ? 1 : 0
}
