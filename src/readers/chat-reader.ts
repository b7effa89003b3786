/** The configured chat model as a reader: it marks sentences by number, the words stay those of the articles. */
import { z } from 'zod'
import { markSentencesPrompt } from '../../prompts/mark-sentences.ts'
import type { Reader, Stretch } from '../ports.ts'
import type { ChatModel } from '../writing/chat-model.ts'
import { completeInForm } from '../writing/complete.ts'
import { createDelimiter } from '../writing/delimiter.ts'

const marks = z.object({ answers: z.array(z.object({ sentence: z.number(), sure: z.number() })) })
/** What a sentence that was not marked is worth, and what a mark may be at most: the model is not always right. */
const unmarked = 0.02
const surest = 0.98
const pauseMs = 300
/** Characters of a sentence that are shown. */
const longestSentence = 2_000

/** Throws ChatError when the model does not answer in time or in form. */
export function createChatReader(chat: ChatModel): Reader {
  return {
    modelId: `chat:${chat.name}`,
    async read(question, stretches, limitMs) {
      if (stretches.length === 0) return []
      // Less than this no model answers in.
      if (limitMs < 1) return stretches.map(() => undefined)
      const shown = stretches.map(shorten)
      const messages = markSentencesPrompt({ question, stretches: shown, delimiter: createDelimiter() })
      const form = { name: 'marks', wanted: marks, accepted: marks }
      const { answers } = await completeInForm(chat, messages, form, {
        timeoutMs: Math.max(1, limitMs / 2 - pauseMs),
        pauseMs,
      })
      const sure = new Map(answers.map(({ sentence, sure: probability }) => [sentence, probability]))
      let number = 0
      return stretches.map(({ sentences }) => {
        const own = sentences.map(() => {
          number += 1
          return Math.min(surest, Math.max(unmarked, sure.get(number) ?? unmarked))
        })
        return { holds: Math.max(unmarked, ...own), sentences: own }
      })
    },
  }
}

function shorten({ lead, sentences }: Stretch): Stretch {
  const cut = (text: string) => text.slice(0, longestSentence)
  return { sentences: sentences.map(cut), ...(lead !== undefined && { lead: cut(lead) }) }
}
