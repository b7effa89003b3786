/** Answers to render: of a news story that does not exist. */
import type { Answer, ArticleFacts, Citation } from '../../../src/types.ts'

export const harbour: ArticleFacts = {
  id: 'harbour',
  title: 'Harbour reopens',
  outlet: 'The Daily Tide',
  published: '2026-03-04',
  language: 'en',
  path: 'seeds/harbour.txt',
}

export const port: ArticleFacts = { id: 'port', label: 'Réouverture du port', language: 'fr', path: 'seeds/port.txt' }

export const englishQuote: Citation = {
  n: 1,
  passageId: 'harbour@00000000.3',
  paragraph: 3,
  article: harbour,
  quote: 'The harbour reopened after 12 days.',
  start: 10,
  end: 45,
  marks: [{ start: 27, end: 34 }],
}

export const frenchQuote: Citation = {
  n: 2,
  passageId: 'port@00000000.1',
  paragraph: 1,
  article: port,
  quote: 'Le port a rouvert.',
  start: 0,
  end: 18,
  marks: [],
}

export function makeAnswer(change: Partial<Answer> = {}): Answer {
  return {
    id: 'abcdefgh23',
    question: 'When did the harbour reopen?',
    language: 'en',
    status: 'answered',
    claims: [
      { text: englishQuote.quote, citations: [1], verbatim: true },
      { text: frenchQuote.quote, citations: [2], verbatim: true },
    ],
    citations: [englishQuote, frenchQuote],
    evidence: [],
    corpus: { revision: 4, builtAt: '2026-03-05T10:00:00Z', articles: 2, newest: '2026-03-04' },
    tookMs: 3.4,
    reasons: ['probability 0.91'],
    ...change,
  }
}
