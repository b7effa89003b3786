/** One answer of a model in the form asked for: within a time limit, with one retry. */
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { ChatError, type ChatMessage, type ChatModel } from './chat-model.ts'
import { readJson } from './read-json.ts'

export type CompletionLimits = {
  /** For each of the two attempts. */
  readonly timeoutMs: number
  /** Between them; a busy server's wish counts up to `longestPauseMs`. */
  readonly pauseMs: number
}

export const defaultLimits: CompletionLimits = { timeoutMs: 20_000, pauseMs: 300 }
/** A server that wants to be left alone for longer is not asked again. */
const longestPauseMs = 3_000

export type OutputForm<T> = {
  readonly name: string
  /** What the server is asked for. */
  readonly wanted: z.ZodType
  /** What is taken from it. */
  readonly accepted: z.ZodType<T>
}

/** @throws ChatError when the second attempt fails too. */
export async function completeInForm<T>(
  chat: ChatModel,
  messages: readonly ChatMessage[],
  form: OutputForm<T>,
  { timeoutMs, pauseMs }: CompletionLimits,
): Promise<T> {
  const { $schema: _, ...schema } = z.toJSONSchema(form.wanted)
  const attempt = async (): Promise<T> => {
    const signal = AbortSignal.timeout(timeoutMs)
    const text = await withinTime(chat.complete(messages, { schema: { name: form.name, schema }, signal }), signal)
    const parsed = form.accepted.safeParse(readJson(text))
    if (parsed.success) return parsed.data
    throw new ChatError('unusable', 'the model answered in another form than asked for')
  }
  try {
    return await attempt()
  } catch (error) {
    const { retryAfterMs = pauseMs } = toChatError(error)
    if (retryAfterMs > longestPauseMs) throw toChatError(error)
    await pause(retryAfterMs)
  }
  try {
    return await attempt()
  } catch (error) {
    throw toChatError(error)
  }
}

/** A model that does not listen to the signal is not waited for either. */
async function withinTime<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  let stop = (): void => {}
  const tooSlow = new Promise<never>((_, reject) => {
    stop = () => reject(new ChatError('slow', 'the model took too long'))
    signal.addEventListener('abort', stop, { once: true })
  })
  try {
    return await Promise.race([work, tooSlow])
  } finally {
    signal.removeEventListener('abort', stop)
  }
}

function toChatError(error: unknown): ChatError {
  if (error instanceof ChatError) return error
  return new ChatError('unusable', `the model failed: ${error instanceof Error ? error.name : typeof error}`)
}
