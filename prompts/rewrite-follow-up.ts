/** What a language model is told when it may rewrite a follow-up question so that it can be understood alone. */
import type { Language } from '../src/types.ts'
import { explainFence, fence } from './fence.ts'
import type { PromptMessage } from './message.ts'

/** One exchange of a conversation, oldest first where there are several. */
export type Exchange = { readonly question: string; readonly answer: string }

export type RewriteFollowUpPrompt = {
  readonly question: string
  readonly language: Language
  readonly previous: readonly Exchange[]
  /** Random, in none of the texts above. */
  readonly delimiter: string
}

const languageNames: Readonly<Record<Language, string>> = { en: 'English', fr: 'French' }

export function rewriteFollowUpPrompt({
  question,
  language,
  previous,
  delimiter,
}: RewriteFollowUpPrompt): readonly PromptMessage[] {
  const system = [
    'You rewrite the last question of a conversation so that it can be understood without the conversation.',
    explainFence(delimiter),
    '',
    `- Write one question in ${languageNames[language]}, in plain text, and do not answer it.`,
    '- Replace words such as "he", "there", "that" by what they stand for, and add the topic that is left unsaid.',
    '- Use only names, places, figures and dates of the conversation. Change nothing else.',
    '- A question that can be understood alone is given back unchanged.',
    '',
    'Answer with one JSON object and nothing else, such as: {"question":"…"}',
  ].join('\n')
  const shown = previous.map((exchange, at) =>
    fence(`EXCHANGE ${at + 1}`, `Asked: ${exchange.question}\nAnswered: ${exchange.answer}`, delimiter),
  )
  const user = [...shown, fence('LAST QUESTION', question, delimiter), 'Rewrite the last question, as JSON.']
  return [
    { role: 'system', content: system },
    { role: 'user', content: user.join('\n\n') },
  ]
}
