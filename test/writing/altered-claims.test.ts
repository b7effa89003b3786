import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { WordSpace } from '../../src/ports/word-space.ts'
import { type AlteredClaim, alterationsOf, namesIn } from './alterations.ts'
import { type Judged, judgeDrafts } from './measure-drafts.ts'
import { openSpace } from './space.ts'
import { claimsOf, readCorpora, type TrueClaim, translatedClaims } from './true-claims.ts'

/** Every so many sentences of the articles. `SOURCIER_TEST_STEP=1` takes them all, in some minutes. */
const step = Number(process.env['SOURCIER_TEST_STEP'] ?? 16)
/** Wrong citations and languages are many and all alike. */
const everyFifth = (_: unknown, at: number) => at % 5 === 0

describe('drafts of a model made by altering claims known to be true', () => {
  let words: { readonly space: WordSpace; close(): Promise<void> }
  let straight: readonly Judged<TrueClaim>[]
  let altered: readonly Judged<AlteredClaim>[]

  beforeAll(async () => {
    words = await openSpace()
    const corpora = await readCorpora()
    const claims = [...claimsOf(corpora, step), ...translatedClaims()]
    const named = corpora.flatMap((evidence) => evidence.flatMap(({ passage }) => namesIn(passage.text)))
    const others = [...new Set(named.map(({ text }) => text))]
    const drafts = claims.flatMap((claim) => alterationsOf(claim, others))
    const alike = (draft: AlteredClaim) => draft.altered === 'citation' || draft.altered === 'language'
    straight = await judgeDrafts(claims, words.space)
    altered = await judgeDrafts(
      [...drafts.filter((draft) => !alike(draft)), ...drafts.filter(alike).filter(everyFifth)],
      words.space,
    )
  }, 600_000)
  afterAll(() => words.close())

  it('are over 1,000', ({ annotate }) => {
    const kinds = [...new Set(altered.map(({ claim }) => claim.altered))]
    const passed = (list: readonly Judged<TrueClaim>[]) => list.filter(({ failures }) => failures.length === 0).length
    const counts = kinds.map((kind) => `${kind} ${altered.filter(({ claim }) => claim.altered === kind).length}`)
    annotate(
      `unaltered: ${passed(straight)} of ${straight.length} pass; altered: ${passed(altered)} of ${altered.length} pass (${counts.join(', ')})`,
    )
    expect(altered.length).toBeGreaterThan(1_000)
  })

  it.each(['figure', 'name', 'date', 'negation', 'hedge', 'citation', 'language'])(
    'never reach an answer when the %s is altered',
    (kind) => {
      const tried = altered.filter(({ claim }) => claim.altered === kind)
      const reached = tried.filter(({ failures }) => failures.length === 0)
      expect(tried.length).toBeGreaterThan(20)
      expect(reached.map(({ claim: { how, text } }) => `${how} | ${text}`)).toEqual([])
    },
  )

  it('reach the answer in at least 95 of 100 cases when they are not altered', () => {
    // What is in another language than its words is shown as its quote.
    const own = straight.filter(({ claim }) => claim.kind === 'copied' || claim.kind === 'reported')
    const reached = own.filter(({ failures }) => failures.length === 0)
    expect(reached.length / own.length).toBeGreaterThanOrEqual(0.95)
  })

  it.each([
    ['copied', 0.97],
    ['reported', 0.95],
  ])('reach the answer when they are %s: at least %d', (kind, least) => {
    const tried = straight.filter(({ claim }) => claim.kind === kind)
    const reached = tried.filter(({ failures }) => failures.length === 0)
    expect(reached.length / tried.length).toBeGreaterThanOrEqual(least)
  })
})
