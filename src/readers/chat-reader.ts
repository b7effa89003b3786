/** The configured chat model as a reader: it marks sentences by number, the words stay those of the articles. */
import { z } from 'zod'
import { markSentencesPrompt } from '../../prompts/mark-sentences.ts'
import type { Reader, Stretch } from '../ports/reader.ts'
import { ChatError, type ChatModel } from '../writing/chat-model.ts'
import { completeInForm, defaultLimits } from '../writing/complete.ts'
import { createDelimiter } from '../writing/delimiter.ts'
import { createReader, untilAborted } from './create-reader.ts'

const marks = z.object({ answers: z.array(z.object({ sentence: z.number(), sure: z.number() })) })
/** What a sentence that was not marked is worth, and what a mark may be at most: the model is not always right. */
const unmarked = 0.02
const surest = 0.98
/** Between the two attempts, in milliseconds. */
const pauseMs = 300
const longestTimerMs = 2 ** 31 - 1
/** Characters of a sentence that are shown. */
const longestSentence = 2_000

/** A model that takes too long has read nothing. Throws ChatError when it cannot be had, or not in the form asked for. */
export function createChatReader(chat: ChatModel): Reader {
  return createReader({
    modelId: `chat:${chat.name}`,
    // As long as one that writes: no model on a network or a small machine answers within the common limit.
    patienceMs: defaultLimits.timeoutMs,
    async read(question, stretches, limitMs, signal) {
      // Timers take whole milliseconds, and not more than these.
      const timeoutMs = Math.ceil(Math.min(limitMs, longestTimerMs))
      const inTime = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)])
      const messages = markSentencesPrompt({
        question: shorten(question),
        stretches: stretches.map(shortenAll),
        delimiter: createDelimiter(),
      })
      const form = { name: 'marks', wanted: marks, accepted: marks }
      // Both attempts share the time: the second has what the first has left.
      const limits = { timeoutMs, pauseMs }
      const answered = await completeInForm(endedBy(chat, inTime), messages, form, limits).catch((error: unknown) => {
        if (error instanceof ChatError && error.fault === 'slow') return undefined
        throw error
      })
      if (answered === undefined) return stretches.map(() => undefined)
      const sure = new Map(answered.answers.map(({ sentence, sure: probability }) => [sentence, probability]))
      let number = 0
      return stretches.map(({ sentences }) => {
        const own = sentences.map(() => {
          number += 1
          return Math.min(surest, Math.max(unmarked, sure.get(number) ?? unmarked))
        })
        return { holds: Math.max(unmarked, ...own), sentences: own }
      })
    },
  })
}

/** A model whose requests end with a signal too, whether it listens or not: what nobody waits for is not paid for. */
function endedBy(chat: ChatModel, ending: AbortSignal): ChatModel {
  return {
    ...chat,
    async complete(messages, { signal, ...options }) {
      if (ending.aborted) throw new ChatError('slow', 'the model took too long')
      const either = signal === undefined ? ending : AbortSignal.any([signal, ending])
      return await untilAborted(chat.complete(messages, { ...options, signal: either }), ending).catch((error) => {
        throw ending.aborted ? new ChatError('slow', 'the model took too long') : error
      })
    },
  }
}

function shortenAll({ lead, sentences }: Stretch): Stretch {
  return { sentences: sentences.map(shorten), ...(lead !== undefined && { lead: shorten(lead) }) }
}

/** One line, so that no text can look like a numbered sentence; some servers refuse half a surrogate pair. */
function shorten(text: string): string {
  return text.slice(0, longestSentence).toWellFormed().replace(controls, ' ')
}

const controls = /[\s\p{Cc}]+/gu
