/** What a model has to give: claims, each with the passages that carry it and the exact words relied on. */
import { z } from 'zod'

/** More claims than these are not read. */
export const mostClaims = 5

const claim = z.object({
  text: z.string(),
  citations: z.array(z.object({ passage: z.number(), words: z.string() })),
})

/** What the server is told to produce. */
export const draftForm = z.object({ claims: z.array(claim) })

/** What is accepted: one malformed claim does not take the others with it. */
export const acceptedDraft = z.object({ claims: z.array(z.unknown()) })

export type ModelClaim = z.output<typeof claim>

/** Whatever else a model adds is left out; undefined for a claim of another form. */
export function readClaim(value: unknown): ModelClaim | undefined {
  return claim.safeParse(value).data
}
