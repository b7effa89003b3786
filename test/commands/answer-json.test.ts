import { describe, expect, it } from 'vitest'
import { toAnswerJson } from '../../src/commands/answer-json.ts'
import { makeAnswer } from '../adapters/terminal/answers.ts'

describe('an answer as JSON', () => {
  it('has the shape that other programs rely on', () => {
    const passage = {
      ...{ id: 'harbour@00000000.3', articleId: 'harbour', version: '00000000', ordinal: 3, language: 'en' as const },
      ...{ text: 'The harbour reopened after 12 days.', start: 10, end: 45 },
    }
    const { article } = makeAnswer().citations[0] ?? {}
    if (article === undefined) throw new Error('no article')
    const answer = makeAnswer({ evidence: [{ passage, article, score: 0.7, signals: { similarity: 0.5 } }] })
    expect(JSON.parse(JSON.stringify(toAnswerJson(answer)))).toEqual({
      id: 'abcdefgh23',
      question: 'When did the harbour reopen?',
      language: 'en',
      status: 'answered',
      claims: [
        { text: 'The harbour reopened after 12 days.', citations: [1], verbatim: true },
        { text: 'Le port a rouvert.', citations: [2], verbatim: true },
      ],
      citations: [
        {
          ...{ n: 1, passageId: 'harbour@00000000.3', paragraph: 3, start: 10, end: 45 },
          quote: 'The harbour reopened after 12 days.',
          marks: [{ start: 27, end: 34 }],
          article: {
            ...{ id: 'harbour', title: 'Harbour reopens', outlet: 'The Daily Tide', published: '2026-03-04' },
            ...{ language: 'en', path: 'seeds/harbour.txt' },
          },
        },
        {
          ...{ n: 2, passageId: 'port@00000000.1', paragraph: 1, start: 0, end: 18 },
          quote: 'Le port a rouvert.',
          marks: [],
          article: { id: 'port', label: 'Réouverture du port', language: 'fr', path: 'seeds/port.txt' },
        },
      ],
      evidence: [
        {
          passageId: 'harbour@00000000.3',
          text: 'The harbour reopened after 12 days.',
          score: 0.7,
          signals: { similarity: 0.5 },
          article: {
            ...{ id: 'harbour', title: 'Harbour reopens', outlet: 'The Daily Tide', published: '2026-03-04' },
            ...{ language: 'en', path: 'seeds/harbour.txt' },
          },
        },
      ],
      corpus: { revision: 4, builtAt: '2026-03-05T10:00:00Z', articles: 2, newest: '2026-03-04' },
      tookMs: 3.4,
    })
  })

  it('carries the reasons when they are asked for, and a notice when there is one', () => {
    expect(toAnswerJson(makeAnswer(), true)).toMatchObject({ reasons: ['probability 0.91'] })
    expect(toAnswerJson(makeAnswer({ notice: 'Only help.' }))).toMatchObject({ notice: 'Only help.' })
  })
})
