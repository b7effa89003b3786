import { describe, expect, it } from 'vitest'
import type { FigureSource, FigureTable } from '../../src/figures-table/types.ts'
import type { CitationCheck, Proof } from '../../src/record/types.ts'
import { renderFigures } from '../../src/rendering/blocks/render-figures.ts'
import { renderProof } from '../../src/rendering/blocks/render-proof.ts'
import { renderVerification } from '../../src/rendering/blocks/render-verification.ts'
import { toPlain } from '../../src/rendering/cutting/plain.ts'
import { textOf } from '../../src/rendering/cutting/spans.ts'
import type { Match, Verdict, VerificationNote } from '../../src/verify/types.ts'
import { englishQuote, harbour, makeAnswer } from '../adapters/terminal/answers.ts'

const quote = 'The harbour reopened after 12 days.'
const match: Match = {
  passageId: 'harbour@0.3',
  paragraph: 3,
  article: harbour,
  start: 100,
  end: 100 + quote.length,
  quote,
  given: 'The harbour reopened after 20 days.',
  differences: [{ kind: 'replaced', given: '20', original: '12', at: { start: 127, end: 129 } }],
  cutOff: [],
}

const judged = { words: 'exact', speaker: 'not-given', meaning: 'whole' } as const

describe('a verdict on a quote', () => {
  it.each([
    [
      'en',
      [
        'Altered: an article has words close to these, but not these.',
        '',
        'You gave: “The harbour reopened after 20 days.”',
        '“The harbour reopened after 12 days.”',
        'Harbour reopens · The Daily Tide · March 4, 2026 · paragraph 3 · seeds/harbour.txt',
        '- ≠ “20” — the article has “12”',
      ],
    ],
    [
      'fr',
      [
        'Modifiée : un article contient des mots proches, mais pas ceux-ci.',
        '',
        'Vous avez donné : «\u00a0The harbour reopened after 20 days.\u00a0»',
        '«\u00a0The harbour reopened after 12 days.\u00a0»',
        'Harbour reopens · The Daily Tide · 4 mars 2026 · paragraphe 3 · en anglais · seeds/harbour.txt',
        '- ≠ « 20 » — l’article écrit « 12 »',
      ],
    ],
  ] as const)('shows word by word what was altered (%s)', (language, lines) => {
    const rendering = renderVerification({ ...judged, verdict: 'altered', notes: [], matches: [match] }, language)
    expect(toPlain(rendering).split('\n')).toEqual(lines)
    expect(rendering.groups[1]?.[1]?.spans.filter(({ style }) => style === 'bold')).toEqual([
      { text: '12', style: 'bold' },
    ])
  })

  it.each<[Verdict, readonly VerificationNote[], string]>([
    ['verbatim', [], 'answered'],
    ['verbatim', ['marks-only'], 'answered'],
    ['verbatim', ['cut-off'], 'unsure'],
    ['verbatim', ['speaker'], 'unsure'],
    ['altered', [], 'alarm'],
    ['stitched', ['several'], 'alarm'],
    ['not-found', [], 'not-found'],
  ])('%s with %j looks %s', (verdict, notes, tone) => {
    expect(renderVerification({ ...judged, verdict, notes, matches: [] }, 'en').tone).toBe(tone)
  })

  it('shows the whole sentence where words were cut off that change what it says', () => {
    const sentence = { quote: `No, ${quote}`, start: 96, end: match.end }
    const cut = { ...match, differences: [], given: quote, cutOff: ['No'], sentence }
    const { groups } = renderVerification({ ...judged, verdict: 'verbatim', notes: ['cut-off'], matches: [cut] }, 'en')
    expect(groups[1]?.map(({ kind }) => kind)).toEqual(['quote', 'text', 'quote', 'source'])
    expect(groups[1]?.slice(1, 3).map(textOf)).toEqual(['The whole sentence (left out: “No”):', `“No, ${quote}”`])
    expect(groups[1]?.[2]?.spans).toContainEqual({ text: quote, style: 'bold' })
  })

  it('numbers several places', () => {
    const { groups } = renderVerification({ ...judged, verdict: 'stitched', notes: [], matches: [match, match] }, 'en')
    expect(groups.slice(1).map((group) => textOf(group[2] ?? { spans: [] }).slice(0, 4))).toEqual(['[1] ', '[2] '])
  })
})

describe('a table of figures', () => {
  const sentence = { text: quote, start: 100, end: 100 + quote.length }
  const value = { text: '12 days', start: 127, end: 134 }
  const source: FigureSource = {
    article: harbour,
    version: '0',
    passageId: 'p',
    paragraph: 3,
    sentence,
    value,
    figure: value,
  }
  const table: FigureTable = {
    topic: 'the harbour',
    rows: [
      {
        figure: '12 days',
        value: '12',
        canonical: '12',
        kind: 'count',
        approximate: false,
        sourcesDiffer: true,
        sources: [{ ...source, speaker: { text: 'the mayor', start: 1, end: 9, from: 'context' } }],
      },
      {
        figure: '12 days',
        value: '12',
        canonical: '12',
        kind: 'count',
        approximate: false,
        sourcesDiffer: false,
        sources: [source],
      },
    ],
  }

  it.each([
    [
      'en',
      [
        'Figures: the harbour',
        '- 12 days · date unknown · (the mayor) · [1] · sources differ',
        '- 12 days · date unknown · speaker unknown · [1]',
        'In brackets: given by the sentence before or the heading.',
        '',
        '“The harbour reopened after 12 days.”',
        '[1] Harbour reopens · The Daily Tide · March 4, 2026 · paragraph 3 · seeds/harbour.txt',
      ],
    ],
    [
      'fr',
      [
        'Chiffres : the harbour',
        '- 12 days · date inconnue · (the mayor) · [1] · les sources diffèrent',
        '- 12 days · date inconnue · auteur inconnu · [1]',
        'Entre parenthèses : donné par la phrase précédente ou le titre.',
        '',
        '«\u00a0The harbour reopened after 12 days.\u00a0»',
        '[1] Harbour reopens · The Daily Tide · 4 mars 2026 · paragraphe 3 · en anglais · seeds/harbour.txt',
      ],
    ],
  ] as const)('is a line a figure, then each sentence once with its source (%s)', (language, lines) => {
    const rendering = renderFigures(table, language)
    expect(toPlain(rendering).split('\n')).toEqual(lines)
    expect(rendering.groups[1]?.[0]?.spans.filter(({ style }) => style === 'bold')).toEqual([
      { text: '12 days', style: 'bold' },
    ])
  })

  it('says honestly that there is none', () => {
    const { tone, groups } = renderFigures({ topic: 'snow', rows: [] }, 'en')
    expect([tone, groups[0]?.[0]?.spans[0]?.text]).toEqual(['not-found', 'The articles give no figure for “snow”.'])
  })
})

describe('a proof', () => {
  const { evidence: _, ...answer } = makeAnswer({
    citations: [englishQuote],
    claims: [{ text: quote, citations: [1], verbatim: true }],
  })
  const proof = (check: Partial<CitationCheck>): Proof => ({
    record: {
      ...answer,
      schema: 1,
      askedAt: '2026-03-05T10:20:30.000Z',
      citations: [
        { ...englishQuote, article: { ...harbour, version: '0a0a0a0a' }, quoteSha256: 'ff', verdict: 'exact' },
      ],
      models: { embedding: 'small@1' },
      dropped: [],
    },
    check: {
      checkedAt: '2026-04-05T10:20:30.000Z',
      corpus: { revision: 9, builtAt: '2026-04-05T10:00:00Z' },
      citations: [{ n: 1, state: 'unchanged', integrity: 'intact', ...check }],
    },
  })

  it.each([
    ['en', 'All articles cited still read the same.', 'Unchanged: the article still reads the same'],
    ['fr', 'Tous les articles cités disent toujours la même chose.', 'Inchangé : l’article dit toujours la même chose'],
  ] as const)('tells what the answer stood on and that it still reads the same (%s)', (language, summary, state) => {
    const rendering = renderProof(proof({}), language)
    const lines = toPlain(rendering).split('\n')
    expect(rendering.tone).toBe('answered')
    expect(lines).toContain(summary)
    expect(lines).toContain(`- ${state}`)
    expect(lines[0]).toContain('abcdefgh23')
    expect(rendering.groups[1]?.slice(0, 2).map(({ kind }) => kind)).toEqual(['quote', 'source'])
  })

  it('shows how the quote reads now where the article has changed', () => {
    const quoteNow = {
      found: 'altered',
      quote: 'It reopened after 13 days.',
      start: 0,
      end: 26,
      paragraph: 2,
      differences: [{ was: '12', now: '13' }],
    } as const
    const rendering = renderProof(
      proof({ state: 'changed', current: { version: '0b0b0b0b', fileSha256: '1' }, quoteNow }),
      'en',
    )
    expect(rendering.tone).toBe('unsure')
    const text = toPlain(rendering)
    expect(text).toContain('Not all articles cited still read the same.')
    expect(text).toContain('(now version 0b0b0b0b)')
    expect(text).toContain('- Now: “It reopened after 13 days.”\n- “12” → “13”')
  })

  it.each([
    [{ integrity: 'text-altered' }, 'alarm'],
    [{ state: 'withdrawn', quoteNow: { found: 'gone' } }, 'unsure'],
    [{ state: 'unknown', integrity: 'unknown' }, 'plain'],
  ] as const)('with %j looks %s', (check, tone) => {
    expect(renderProof(proof(check), 'en').tone).toBe(tone)
  })
})
