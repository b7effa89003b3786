import { describe, expect, it } from 'vitest'
import type { Outcome } from '../../src/answer/answer-from-evidence.ts'
import { applyWriting } from '../../src/writing/apply-writing.ts'
import { evidenceOf } from './evidence.ts'

const text = `The first paragraph says that 1,240 crates were found in the cold store of the harbour on Tuesday morning.

The second paragraph says that the mayor did not comment on the search. It says no more than that to anybody here.`
const evidence = evidenceOf('harbour', text)
const outcome: Outcome = {
  status: 'unsure',
  claims: [{ text: 'quoted', citations: [1], verbatim: true }],
  citations: [],
  evidence,
  reasons: ['decided'],
}

describe('claims of a model in an answer', () => {
  it('cite exact slices of their article, each once, with the figures marked', () => {
    const passage = evidence[0]?.passage
    const quote = { passageId: passage?.id ?? '', start: 0, end: passage?.text.length ?? 0 }
    const claims = [
      { text: '1 240 caisses ont été trouvées.', verbatim: false, quotes: [quote] },
      { text: 'Elles étaient dans le port.', verbatim: false, quotes: [quote] },
    ]
    const written = applyWriting(outcome, { claims, dropped: [], reasons: ['dropped one'] }, 'fr')
    expect(written.status).toBe('unsure')
    expect(written.reasons).toEqual(['decided', 'dropped one'])
    expect(written.claims).toEqual([
      { text: '1 240 caisses ont été trouvées.', citations: [1], verbatim: false },
      { text: 'Elles étaient dans le port.', citations: [1], verbatim: false },
    ])
    expect(written.citations).toHaveLength(1)
    const [citation] = written.citations
    expect(text.slice(citation?.start, citation?.end)).toBe(citation?.quote)
    expect(citation?.marks.map(({ start, end }) => citation.quote.slice(start, end))).toEqual(['1,240'])
  })

  it('leave the quoted answer in place when none passed', () => {
    const written = applyWriting(outcome, { claims: undefined, dropped: [], reasons: ['model: gone'] }, 'en')
    expect(written).toEqual({ ...outcome, reasons: ['decided', 'model: gone'] })
  })
})
