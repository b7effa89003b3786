/** What a language model is told when it serves as a reader: it marks sentences by number and writes no word of an answer. */
import { explainFence, fence } from './fence.ts'
import type { PromptMessage } from './message.ts'

export type MarkSentencesPrompt = {
  readonly question: string
  /** Runs of sentences, each with what it needs to be understood; their numbers run on through all of them. */
  readonly stretches: readonly { readonly lead?: string; readonly sentences: readonly string[] }[]
  /** Random, in none of the texts above. */
  readonly delimiter: string
}

export function markSentencesPrompt({ question, stretches, delimiter }: MarkSentencesPrompt): readonly PromptMessage[] {
  const system = [
    'You find the sentences of news articles that answer a question. You never write an answer yourself.',
    explainFence(delimiter),
    '',
    '- Name a sentence only when it, read in its place, states what is asked: about that very person, place, time and thing.',
    '- A sentence about another person, another year or another figure does not answer. Nothing may answer: then the list is empty.',
    '- `sure` is the probability, 0 to 1, that a careful reader would accept the sentence as the answer.',
    '- At most eight sentences, the best first.',
    '',
    'Answer with one JSON object and nothing else, such as: {"answers":[{"sentence":7,"sure":0.9}]}',
  ].join('\n')
  let number = 0
  const shown = stretches.map(({ lead, sentences }, at) => {
    const lines = sentences.map((sentence) => {
      number += 1
      return `${number}. ${sentence}`
    })
    const text = [...(lead === undefined ? [] : [`From: ${lead}`]), ...lines].join('\n')
    return fence(`ARTICLE ${at + 1}`, text, delimiter)
  })
  const user = [...shown, fence('QUESTION', question, delimiter), 'Which sentences answer the question? As JSON.']
  return [
    { role: 'system', content: system },
    { role: 'user', content: user.join('\n\n') },
  ]
}
