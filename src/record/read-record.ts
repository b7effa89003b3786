/** A record as it comes out of a file: looked at from top to bottom, since it must open years later. */
import { z } from 'zod'
import { UserError } from '../errors.ts'
import { type EvidenceRecord, recordSchema } from './types.ts'

const language = z.enum(['en', 'fr'])
const range = z.object({ start: z.number(), end: z.number() })
const article = z.object({
  id: z.string(),
  title: z.string().exactOptional(),
  label: z.string().exactOptional(),
  author: z.string().exactOptional(),
  outlet: z.string().exactOptional(),
  url: z.string().exactOptional(),
  published: z.string().exactOptional(),
  updated: z.string().exactOptional(),
  language,
  path: z.string(),
  version: z.string(),
  fileSha256: z.string().exactOptional(),
  textSha256: z.string().exactOptional(),
})
const citation = z.object({
  n: z.number(),
  passageId: z.string(),
  paragraph: z.number(),
  article,
  quote: z.string(),
  ...range.shape,
  marks: z.array(range),
  introducedBy: z.string().exactOptional(),
  saidBy: z.string().exactOptional(),
  corrections: z.array(z.string()).exactOptional(),
  quoteSha256: z.string(),
  verdict: z.enum(['exact', 'differs', 'unchecked']),
})
const failure = z.object({ lock: z.enum(['quote', 'figure', 'name', 'hedge']), words: z.string(), why: z.string() })
const schema = z.object({
  schema: z.literal(recordSchema),
  id: z.string(),
  question: z.string(),
  language,
  askedAt: z.string(),
  status: z.enum(['answered', 'unsure', 'not-found']),
  notice: z.string().exactOptional(),
  claims: z.array(z.object({ text: z.string(), citations: z.array(z.number()), verbatim: z.boolean() })),
  citations: z.array(citation),
  corpus: z.object({
    revision: z.number(),
    builtAt: z.string(),
    articles: z.number(),
    newest: z.string().exactOptional(),
  }),
  models: z.object({ embedding: z.string().exactOptional(), chat: z.string().exactOptional() }),
  reasons: z.array(z.string()),
  dropped: z.array(z.object({ text: z.string(), failures: z.array(failure) })),
  tookMs: z.number(),
}) satisfies z.ZodType<EvidenceRecord>

const frame = z.object({ schema: z.number() })

/**
 * Reads a record from its JSON.
 * @throws UserError when a newer version of Sourcier wrote it, or when it is damaged.
 */
export function readRecord(json: string): EvidenceRecord {
  const value = parse(json)
  const framed = frame.safeParse(value)
  if (framed.success && framed.data.schema > recordSchema) {
    throw new UserError(
      `this record was written by a newer version of Sourcier (form ${framed.data.schema}, this one knows ${recordSchema}): update Sourcier`,
    )
  }
  const parsed = schema.safeParse(value)
  if (!parsed.success)
    throw new UserError('this record is damaged: restore ledger.db from a backup', { cause: parsed.error })
  return parsed.data
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}
