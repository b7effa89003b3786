/** What is to be sent for an update, step by step; kept in the inbox as JSON until all of it is sent. */
import { z } from 'zod'
import { entitySchema } from '../messages/entities.ts'

const keyboardSchema = z.array(z.array(z.object({ text: z.string(), data: z.string() })))
/** Rows of buttons; `data` comes back when one is pressed. */
export type Keyboard = z.output<typeof keyboardSchema>

const messageSchema = z.object({
  kind: z.literal('message'),
  chat: z.int(),
  /** The topic of a forum. */
  thread: z.int().optional(),
  /** The message that it replies to. */
  replyTo: z.int().optional(),
  text: z.string(),
  entities: z.array(entitySchema),
  keyboard: keyboardSchema.optional(),
  /** Says no more twice than once: it is sent again when nobody knows whether it arrived. */
  repeatable: z.boolean().optional(),
})
export type MessageStep = z.output<typeof messageSchema>

const pressAnswerSchema = z.object({
  kind: z.literal('press-answer'),
  query: z.string(),
  text: z.string().optional(),
  /** In a window of its own, for what must not be overlooked. */
  alert: z.boolean(),
})
const keyboardStepSchema = z.object({
  kind: z.literal('keyboard'),
  chat: z.int(),
  message: z.int(),
  keyboard: keyboardSchema,
})
const inlineResultSchema = z.object({
  id: z.string(),
  title: z.string(),
  description: z.string(),
  text: z.string(),
  entities: z.array(entitySchema),
})
export type InlineResult = z.output<typeof inlineResultSchema>
const inlineAnswerSchema = z.object({
  kind: z.literal('inline-answer'),
  query: z.string(),
  results: z.array(inlineResultSchema),
})

const stepSchema = z.discriminatedUnion('kind', [
  messageSchema,
  pressAnswerSchema,
  keyboardStepSchema,
  inlineAnswerSchema,
])
export type Step = z.output<typeof stepSchema>

const planSchema = z.object({
  steps: z.array(stepSchema),
  /** Nothing of it may be kept once it is sent. */
  private: z.boolean(),
  /** Of the answer that it gives, so that it can be asked for again. */
  answerId: z.string().optional(),
})
export type Plan = z.output<typeof planSchema>

/** @throws ZodError when an older or newer version wrote something else. */
export function readPlan(json: string): Plan {
  return planSchema.parse(JSON.parse(json))
}

export const nothing: Plan = { steps: [], private: false }
