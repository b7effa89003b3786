import { describe, expect, it } from 'vitest'
import type { DeskStatus, Gap, PassageView } from '../../src/desk/types.ts'
import { renderGaps } from '../../src/rendering/blocks/render-gaps.ts'
import { renderPassage } from '../../src/rendering/blocks/render-passage.ts'
import { renderSources } from '../../src/rendering/blocks/render-sources.ts'
import { renderStatus } from '../../src/rendering/blocks/render-status.ts'
import { toPlain } from '../../src/rendering/cutting/plain.ts'
import type { Passage } from '../../src/types.ts'
import { harbour, port } from '../adapters/terminal/answers.ts'

describe('the articles as a bot lists them', () => {
  const articles = [
    { ...harbour, url: 'https://example.org/harbour', version: '00000000', sha256: '0', passages: 7, origin: 'a' },
    { ...port, version: '00000000', sha256: '0', passages: 1, origin: 'b' },
  ]

  it.each([
    [
      'en',
      [
        '2 articles, newest first',
        '- Harbour reopens (https://example.org/harbour) · The Daily Tide · March 4, 2026 · 7 passages',
        '- [Réouverture du port] · date unknown · in French · seeds/port.txt · 1 passage',
      ],
    ],
    [
      'fr',
      [
        '2 articles, le plus récent d’abord',
        '- Harbour reopens (https://example.org/harbour) · The Daily Tide · 4 mars 2026 · en anglais · 7 passages',
        '- [Réouverture du port] · date inconnue · seeds/port.txt · 1 passage',
      ],
    ],
  ] as const)('are named with outlet, date and place (%s)', (language, lines) => {
    expect(toPlain(renderSources(articles, language)).split('\n')).toEqual(lines)
  })

  it('are said to be none', () => {
    expect(toPlain(renderSources([], 'en'))).toBe('I hold no article yet.')
  })
})

describe('the state of things', () => {
  const status: DeskStatus = {
    version: '1.2.3',
    corpus: { revision: 4, builtAt: '2026-03-05T10:00:00Z', articles: 2, newest: '2026-03-04' },
    passages: 8,
    languages: { en: 1, fr: 1 },
    embeddingModel: 'small@1',
    answers: 3,
    privateAnswers: 1,
    byStatus: { answered: 2, 'not-found': 1 },
    keepDays: 90,
  }

  it.each([
    [
      'en',
      [
        'Status · Sourcier 1.2.3',
        '- 2 articles, revision 4 of March 5, 2026',
        '- newest article of March 4, 2026',
        '- 8 passages · English 1 · French 1',
        '- finds with small@1; quotes only, no chat model',
        '- 3 answers kept, 1 private, only counted · Answer 2 · Not found 1',
        '- questions are kept for 90 days',
      ],
    ],
    [
      'fr',
      [
        'État · Sourcier 1.2.3',
        '- 2 articles, révision 4 du 5 mars 2026',
        '- article le plus récent du 4 mars 2026',
        '- 8 passages · anglais 1 · français 1',
        '- cherche avec small@1 ; cite seulement, sans modèle de langue',
        '- 3 réponses gardées, 1 en privé seulement comptée · Réponse 2 · Pas trouvé 1',
        '- les questions sont gardées 90 jours',
      ],
    ],
  ] as const)('is a line a fact (%s)', (language, lines) => {
    expect(toPlain(renderStatus(status, language)).split('\n')).toEqual(lines)
  })

  it('warns of stale sources at the top', () => {
    const { tone, groups } = renderStatus({ ...status, stale: 'Nothing new for 9 days.' }, 'en')
    expect([tone, groups[0]?.[1]?.spans[0]?.text]).toEqual(['unsure', 'Nothing new for 9 days.'])
  })
})

describe('the passage around a quote', () => {
  const passage = (ordinal: number, text: string): Passage => {
    return {
      id: `p.${ordinal}`,
      articleId: 'harbour',
      version: '0',
      ordinal,
      text,
      language: 'en',
      start: 0,
      end: text.length,
    }
  }
  const view: PassageView = {
    article: harbour,
    passage: { ...passage(3, 'It rained. The harbour reopened after 12 days. All cheered.'), context: 'Good news:' },
    before: passage(2, 'Word after word. '.repeat(40)),
    after: passage(4, 'Later it closed.'),
    quote: { start: 11, end: 46 },
    current: true,
  }

  it('has the quote in bold between its neighbours, which are cut', () => {
    const { tone, groups } = renderPassage(view, 'en')
    expect(tone).toBe('plain')
    expect(groups[0]?.map(({ kind }) => kind)).toEqual(['text', 'introduction', 'quote', 'source', 'text'])
    expect(groups[0]?.[2]?.spans.filter(({ style }) => style === 'bold')).toEqual([
      { text: 'The harbour reopened after 12 days.', style: 'bold' },
    ])
    const lines = toPlain({ tone, groups }).split('\n')
    expect(lines[0]).toMatch(/^Before: Word after word\. .*word\. …$/)
    expect(lines[0]?.length).toBeLessThan(260)
    expect(lines.slice(3)).toEqual([
      'Harbour reopens · The Daily Tide · March 4, 2026 · paragraph 3 · seeds/harbour.txt',
      'After: Later it closed.',
    ])
  })

  it.each(['en', 'fr'] as const)('says when the article has changed since or was withdrawn (%s)', (language) => {
    const { tone, groups } = renderPassage({ ...view, current: false }, language)
    expect([tone, groups[0]?.[0]?.kind]).toEqual(['unsure', 'lead'])
    expect(groups[0]?.[0]?.spans[0]?.text).toMatch(
      language === 'en' ? /changed since, or was withdrawn/ : /a changé depuis/,
    )
  })
})

describe('questions that got no answer', () => {
  const gap: Gap = {
    question: 'Who won?\u202e',
    count: 3,
    newest: '2026-03-05T10:00:00Z',
    kinds: { 'not-found': 2, unsure: 0, wrong: 1 },
    others: ['Who has won?', 'Winner?'],
    notes: ['[1] is of\n2019\u202e', 'No.'],
  }

  it.each([
    [
      'en',
      'One question that the articles did not answer\n\n- Who won? · 2 not found · 1 called wrong · last March 5, 2026\nalso: Who has won? / Winner?\nsomebody wrote: “[1] is of 2019”\nsomebody wrote: “No.”',
    ],
    [
      'fr',
      'Une question à laquelle les articles n’ont pas répondu\n\n- Who won? · 2 sans réponse · 1 dite fausse · la dernière le 5 mars 2026\naussi : Who has won? / Winner?\non a écrit : «\u00a0[1] is of 2019\u00a0»\non a écrit : «\u00a0No.\u00a0»',
    ],
  ] as const)('are told with how often and when (%s)', (language, text) => {
    expect(toPlain(renderGaps([gap], language))).toBe(text)
  })

  it('are said to be none', () => {
    expect(toPlain(renderGaps([], 'fr'))).toBe('Aucune question n’est en suspens.')
  })
})
