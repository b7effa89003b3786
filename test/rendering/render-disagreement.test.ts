import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { replyWithAnswer } from '../../adapters/discord/answers/answer-reply.ts'
import { toMessage } from '../../adapters/discord/answers/message.ts'
import { createPages } from '../../adapters/discord/answers/pages.ts'
import { renderingMessages } from '../../adapters/telegram/messages/messages.ts'
import { renderAnswer as renderForTerminal } from '../../adapters/terminal/render-answer.ts'
import { toAnswerJson } from '../../src/commands/answer-json.ts'
import { renderAnswer } from '../../src/rendering/blocks/render-answer.ts'
import { toPlain } from '../../src/rendering/cutting/plain.ts'
import { describeDisagreement } from '../../src/rendering/describe-disagreement.ts'
import type { Answer } from '../../src/types.ts'
import { englishQuote, frenchQuote, harbour, makeAnswer } from '../adapters/terminal/answers.ts'
import { hostileText, loneSurrogates } from './hostile-text.ts'

const disagreement: Answer['disagreement'] = [
  { citation: 1, figure: '12 days', speaker: 'Ellen Marsh' },
  { citation: 2, figure: '9 jours' },
]
const lines = {
  en: 'The sources differ: 12 days (Ellen Marsh, March 4, 2026) [1]; 9 jours (date unknown) [2].',
  fr: 'Les sources divergent : 12 days (Ellen Marsh, 4 mars 2026) [1] ; 9 jours (date inconnue) [2].',
} as const

describe('what the sources of an answer disagree on', () => {
  it.each(['en', 'fr'] as const)('is one line above the quotes, on every platform (%s)', (language) => {
    const answer = makeAnswer({ language, disagreement })
    const line = lines[language]
    const rendering = renderAnswer(answer, { kept: true })
    expect(rendering.groups[0]).toEqual([{ kind: 'lead', spans: [{ text: line, style: 'bold' }] }])
    expect(toPlain(rendering).split('\n')[0]).toBe(line)
    const options = { kept: true, private: false, asked: answer.question, showsQuestion: false }
    const [embed] = toMessage(replyWithAnswer(answer, options), createPages(), '1').embeds
    expect(embed?.description?.split('\n')[0]?.replaceAll('\\', '')).toBe(`**${line}**`)
    const [message] = renderingMessages(rendering, { chat: 1 })
    expect(message?.text).toContain(`${line}\n`)
    expect(message?.entities.some(({ type }) => type === 'bold')).toBe(true)
    expect(renderForTerminal(answer, { colours: false, width: 200, explain: false }).split('\n')[0]).toBe(line)
    for (const row of renderForTerminal(answer, { colours: false, width: 40, explain: false }).split('\n'))
      expect(row.length).toBeLessThanOrEqual(40)
  })

  it('is in the JSON, and neither there nor in words where there is none', () => {
    expect(toAnswerJson(makeAnswer({ disagreement })).disagreement).toEqual(disagreement)
    expect(toAnswerJson(makeAnswer())).not.toHaveProperty('disagreement')
    expect(describeDisagreement(makeAnswer())).toBeUndefined()
    expect(describeDisagreement(makeAnswer({ disagreement: disagreement?.slice(0, 1) ?? [] }))).toBeUndefined()
  })

  it('is one line that shows nothing half and commands nothing, whatever an article holds', () => {
    fc.assert(
      fc.property(hostileText(300), hostileText(300), (figure, speaker) => {
        const citations = [{ ...englishQuote, article: { ...harbour, published: figure } }, frenchQuote]
        const told = [
          { citation: 1, figure, speaker },
          { citation: 2, figure: speaker },
        ]
        const line = describeDisagreement(makeAnswer({ citations, disagreement: told })) ?? ''
        expect(line).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u)
        expect(loneSurrogates(line)).toBe(0)
        expect(line.length).toBeLessThan(700)
      }),
    )
  })
})
