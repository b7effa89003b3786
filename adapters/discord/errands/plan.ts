/** What is to be sent for an errand, kept in the inbox as JSON until it is sent. */
import { z } from 'zod'
import type { Message } from '../answers/message.ts'

/** Discord's own shapes: written by this program, checked by Discord when they are sent. */
const messageSchema = z.custom<Message>(
  (value) => z.looseObject({ embeds: z.array(z.unknown()), components: z.array(z.unknown()) }).safeParse(value).success,
)
const planSchema = z.object({
  message: messageSchema,
  /** Nothing of it may be kept once it is sent. */
  private: z.boolean(),
})

export type Plan = z.output<typeof planSchema>

/** @throws ZodError when an older or newer version wrote something else. */
export function readPlan(json: string): Plan {
  return planSchema.parse(JSON.parse(json))
}
