/** What a button, a menu or a form stands for, in the 100 characters that come back when it is used, by anybody. */
import { z } from 'zod'

const key = z.string().regex(/^[a-z2-7]{10}$/)
/** Number of a citation or page; 0: none in particular. */
const number = z
  .string()
  .regex(/^\d{1,3}$/)
  .transform(Number)

const kinds = ['passage', 'passages', 'sources', 'useful', 'wrong', 'doubt', 'page'] as const
const customId = z.tuple([z.enum(kinds), key, number])

export type CustomId = {
  readonly kind: (typeof kinds)[number]
  /** Id of the answer, or key of the pages. */
  readonly key: string
  readonly n: number
}

export function writeCustomId({ kind, key, n }: CustomId): string {
  return `${kind}:${key}:${n}`
}

/** Undefined for what this bot never wrote. */
export function readCustomId(text: string): CustomId | undefined {
  const parsed = customId.safeParse(text.split(':'))
  if (!parsed.success) return undefined
  const [kind, key, n] = parsed.data
  return { kind, key, n }
}
