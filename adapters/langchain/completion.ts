/** A chat server's answer, read: its text, or why there is none. */
import { z } from 'zod'
import { ChatError } from '../../src/writing/chat-model.ts'
import type { ChatResponse } from './chat-http.ts'

const part = z.object({ type: z.string(), text: z.string().optional() })
const completion = z.object({
  choices: z
    .array(
      z.object({
        finish_reason: z.string().nullish(),
        message: z.object({
          content: z.union([z.string(), z.array(part)]).nullish(),
          refusal: z.string().nullish(),
        }),
      }),
    )
    .min(1),
})

/** @throws ChatError; its message never holds what the server said, which may repeat the question. */
export function readCompletion({ status, retryAfterMs, body }: ChatResponse): string {
  if (status === 429) throw new ChatError('busy', 'the model is busy (429)', retryAfterMs)
  if (status >= 500) throw new ChatError('unreachable', `the model's server failed (${status})`, retryAfterMs)
  if (status < 200 || status >= 300)
    throw new ChatError('unusable', `the model's server refused the request (${status})`)
  const parsed = completion.safeParse(parseJson(body))
  const [choice] = parsed.data?.choices ?? []
  if (choice === undefined) throw new ChatError('unusable', 'the model answered in another form than the protocol has')
  const { message, finish_reason: reason } = choice
  if (reason === 'content_filter' || (message.refusal ?? '') !== '') {
    throw new ChatError('refused', 'the model refused to answer')
  }
  if (reason === 'length') throw new ChatError('unusable', 'the answer of the model was cut off')
  const { content } = message
  const text = Array.isArray(content) ? content.map((item) => item.text ?? '').join('') : (content ?? '')
  if (text.trim() === '') throw new ChatError('unusable', 'the model answered nothing')
  return text
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}
