/** What holds for every answer to every question, whatever its status. */
import { expect } from 'vitest'
import { mostQuotes } from '../../src/answer/quotes/choose-quotes.ts'
import type { PassageIndex } from '../../src/ports/passage-index.ts'
import type { Answer } from '../../src/types.ts'

/** @param index holds every version that the answer may cite. */
export async function checkAnswer(answer: Answer, index: Pick<PassageIndex, 'passages' | 'article'>): Promise<void> {
  expect(answer.id).toMatch(/^[a-z2-7]{10}$/)
  // An introducing line brings its items.
  expect(answer.claims.length).toBeLessThanOrEqual(2 * mostQuotes)
  expect(answer.citations.map(({ n }) => n)).toEqual(answer.citations.map((_, position) => position + 1))
  const places = answer.citations.map(({ passageId, start }) => `${passageId} ${start}`)
  expect(new Set(places).size).toBe(answer.citations.length)
  if (answer.status === 'not-found') expect([answer.claims, answer.citations]).toEqual([[], []])
  else expect(answer.claims.length).toBeGreaterThan(0)

  for (const claim of answer.claims) {
    const cited = answer.citations.filter(({ n }) => claim.citations.includes(n))
    expect(cited).toHaveLength(claim.citations.length)
    expect(cited.length).toBeGreaterThan(0)
    if (claim.verbatim) expect(cited.map(({ quote }) => quote)).toContain(claim.text)
  }

  for (const { quote, start, end, marks, passageId, paragraph, introducedBy, article } of answer.citations) {
    const [passage] = await index.passages([passageId])
    if (passage === undefined) throw new Error(`there is no passage ${passageId}`)
    const source = await index.article(passage.articleId, passage.version)
    expect(source?.text.slice(start, end)).toBe(quote)
    expect(quote.trim()).not.toBe('')
    expect([start >= passage.start, end <= passage.end]).toEqual([true, true])
    expect([paragraph, article.id, introducedBy]).toEqual([passage.ordinal, passage.articleId, passage.context])
    if (introducedBy !== undefined) expect(source?.text).toContain(introducedBy)
    let last = 0
    for (const mark of marks) {
      expect(mark.start).toBeGreaterThanOrEqual(last)
      expect(mark.end).toBeGreaterThan(mark.start)
      expect(mark.end).toBeLessThanOrEqual(quote.length)
      last = mark.end
    }
  }

  const scores = answer.evidence.map(({ score }) => score)
  expect(scores.every(Number.isFinite)).toBe(true)
  expect(scores).toEqual(scores.toSorted((one, other) => other - one))
  expect(new Set(answer.evidence.map(({ passage }) => passage.id)).size).toBe(answer.evidence.length)
}
