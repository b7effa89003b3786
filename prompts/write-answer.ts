/** What a language model is told when it may write an answer. Pure: the same input gives the same words. */
import type { Language } from '../src/types.ts'
import { explainFence, fence } from './fence.ts'
import type { PromptMessage } from './message.ts'

/** A passage as the model sees it, under the number by which it cites it. */
export type NumberedPassage = {
  /** 1 for the first. */
  readonly number: number
  readonly text: string
  readonly language: Language
  /** Title, outlet and date of the article, as far as known. */
  readonly source: string
  /** The heading or line that introduces the passage. */
  readonly introducedBy?: string
}

export type WriteAnswerPrompt = {
  readonly question: string
  /** The language of the answer: the asker's. */
  readonly language: Language
  readonly passages: readonly NumberedPassage[]
  /** Random, in none of the texts above. */
  readonly delimiter: string
  /** Claims, at most. */
  readonly mostClaims: number
}

const languageNames: Readonly<Record<Language, string>> = { en: 'English', fr: 'French' }

export function writeAnswerPrompt(prompt: WriteAnswerPrompt): readonly PromptMessage[] {
  return [
    { role: 'system', content: systemMessage(prompt) },
    { role: 'user', content: userMessage(prompt) },
  ]
}

function systemMessage({ language, delimiter, mostClaims }: WriteAnswerPrompt): string {
  const name = languageNames[language]
  return [
    'You answer a question for journalists from numbered passages of news articles, and from nothing else.',
    explainFence(delimiter),
    '',
    `Write at most ${mostClaims} claims in ${name}, each one sentence of plain text that answers the question or a part of it.`,
    'For each claim:',
    '- Give in "citations" each passage that alone carries the whole claim, by its number in "passage"; usually one.',
    '- Give in "words" the exact words relied on, copied from that passage letter by letter in its own language, at least a whole clause. Never translate, shorten, correct or join them.',
    `- Keep every figure, date and name as the passage has it. Figures may be written the ${name} way; do not round, add up, compare or convert them.`,
    '- Keep who says it and how surely: "said", "alleged", "suspected", "according to", "more than", "nearly", "not" and their like must stay in the claim.',
    '- Name nobody and nothing that the words relied on do not name.',
    '- No links, no markup, no lists, no citation marks in the text.',
    'When the passages do not answer the question, give no claims. Add nothing that you know from elsewhere.',
    '',
    'Answer with one JSON object and nothing else, such as:',
    '{"claims":[{"text":"…","citations":[{"passage":2,"words":"…"}]}]}',
  ].join('\n')
}

function userMessage({ question, language, passages, delimiter }: WriteAnswerPrompt): string {
  const shown = passages.map(({ number, text, language, source, introducedBy }) => {
    const lines = [`Source: ${source} (in ${languageNames[language]})`]
    if (introducedBy !== undefined) lines.push(`Under: ${introducedBy}`)
    return fence(`PASSAGE ${number}`, [...lines, '', text].join('\n'), delimiter)
  })
  const asked = fence('QUESTION', question, delimiter)
  return [...shown, asked, `Answer the question in ${languageNames[language]}, as JSON.`].join('\n\n')
}
