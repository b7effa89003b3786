/** What a button says when it is pressed: at most 64 bytes, read with suspicion, since anybody can send anything. */
import { z } from 'zod'

const answerId = z.string().regex(/^[a-z2-7]{10}$/)
const citation = z
  .string()
  .regex(/^[1-9]\d{0,2}$/)
  .transform(Number)

/**
 * `choose-…` shows the numbers of the citations, `buttons` shows the first buttons again; `again` shows the whole answer,
 * whose sending may have failed.
 */
const answerActions = ['figures', 'useful', 'wrong', 'choose-passage', 'choose-doubt', 'buttons', 'again'] as const
const citationActions = ['passage', 'doubt'] as const

const pressSchema = z.union([
  z.tuple([z.enum(answerActions), answerId]).transform(([action, answerId]) => ({ action, answerId })),
  z
    .tuple([z.enum(citationActions), answerId, citation])
    .transform(([action, answerId, citation]) => ({ action, answerId, citation })),
  z
    .tuple([z.literal('language'), z.enum(['en', 'fr', 'auto'])])
    .transform(([action, language]) => ({ action, language })),
])
export type Press = z.output<typeof pressSchema>

/** At most 64 bytes, all ASCII. */
export function writePress(press: Press): string {
  if (press.action === 'language') return `${press.action}:${press.language}`
  return 'citation' in press
    ? `${press.action}:${press.answerId}:${press.citation}`
    : `${press.action}:${press.answerId}`
}

/** Undefined for what no button of ours says. */
export function readPress(data: string): Press | undefined {
  return pressSchema.safeParse(data.split(':')).data
}
