/** What was read of pages, Markdown and PDF in a run that was interrupted, so that the next one starts where it was. */
import { createHash } from 'node:crypto'
import { appendFileSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Extracted } from '../extracted.ts'
import type { Extractor } from './extractor.ts'

const fileName = 'reading.jsonl'
/** Older ones are of another time: the program may read otherwise by now. */
const keptForMs = 24 * 60 * 60 * 1_000
const rangeSchema = z.object({ start: z.number(), end: z.number() })
const lineSchema = z.object({
  key: z.string(),
  extracted: z.looseObject({ text: z.string(), facts: z.record(z.string(), z.unknown()), skip: z.array(rangeSchema) }),
})

export type KeptExtractions = Extractor & {
  /** What was kept has gone into the corpus, and is needed no more. */
  forget(): void
}

/**
 * An extractor that asks another one only for what it has not read yet. Refusals are not kept: a machine that was busy
 * may have been their reason.
 * @param version of the program: another one may read otherwise.
 */
export function keepExtractions(extractor: Extractor, dataFolder: string, version: string): KeptExtractions {
  const file = join(dataFolder, fileName)
  const kept = readKept(file)
  return {
    ...extractor,
    async extract(request) {
      const key = keyOf(version, request.format, 'bytes' in request ? request.bytes : request.text)
      const before = kept.get(key)
      if (before !== undefined) return before
      const extracted = await extractor.extract(request)
      keep(file, { key, extracted })
      return extracted
    },
    forget: () => rmSync(file, { force: true }),
  }
}

function keyOf(version: string, format: string, content: string | Uint8Array): string {
  return createHash('sha256').update(`${version}\n${format}\n`).update(content).digest('hex')
}

/** What cannot be kept is read again. */
function keep(file: string, line: { readonly key: string; readonly extracted: Extracted }): void {
  try {
    appendFileSync(file, `${JSON.stringify(line)}\n`, { mode: 0o600 })
  } catch {
    // A full disk, or none yet: the run itself will say so.
  }
}

/** The last line may be cut: the run was killed while it wrote it. */
function readKept(file: string): ReadonlyMap<string, Extracted> {
  const kept = new Map<string, Extracted>()
  try {
    if (Date.now() - statSync(file).mtimeMs > keptForMs) rmSync(file, { force: true })
    for (const line of readFileSync(file, 'utf8').split('\n')) {
      const parsed = lineSchema.safeParse(parseJson(line))
      if (parsed.success) kept.set(parsed.data.key, parsed.data.extracted as Extracted)
    }
  } catch {
    // Nothing was interrupted.
  }
  return kept
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
