import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { WordSpace } from '../../src/ports/word-space.ts'
import { type CheckedDraft, checkDraft } from '../../src/writing/check-draft.ts'
import { type Half, type MarkedClaim, readTexts } from './claim-texts/read-texts.ts'
import { openSpace } from './space.ts'

type Judged = { readonly claim: MarkedClaim; readonly checked: CheckedDraft }

async function judge(claim: MarkedClaim, space: WordSpace): Promise<Judged> {
  const citations = claim.words.map((words) => ({ passage: 1, words }))
  const context = { language: claim.language, shown: claim.evidence, space }
  return { claim, checked: await checkDraft({ text: claim.text, citations }, context) }
}

const isKept = ({ checked }: Judged): boolean => 'claim' in checked
const isShown = ({ checked }: Judged): boolean => 'claim' in checked || checked.quote !== undefined

describe('marked claims over unrelated texts, through all that a model’s claim goes through', () => {
  let words: { readonly space: WordSpace; close(): Promise<void> }
  beforeAll(async () => {
    words = await openSpace()
  }, 60_000)
  afterAll(() => words.close())

  it.each([
    ['the open two thirds', 'open'],
    ['the third kept apart', 'apart'],
  ] as const)(
    'in %s hardly a false one stands, most true ones stand as written, and all are answered',
    async (_, half: Half) => {
      const claims = (['en', 'fr'] as const).flatMap((language) => readTexts(half, language))
      const judged: Judged[] = []
      for (const claim of claims) judged.push(await judge(claim, words.space))
      const right = judged.filter(({ claim }) => claim.isTrue)
      const wrong = judged.filter(({ claim }) => !claim.isTrue)
      const [kept, through] = [right.filter(isKept), wrong.filter(isKept)]
      process.stdout.write(
        `${half}: ${through.length} of ${wrong.length} false claims through, ${kept.length} of ${right.length} true ones kept as written, ${right.filter(isShown).length} kept or shown as their quote\n`,
      )
      if (process.env['SOURCIER_TEST_SHOW'] === half) {
        for (const { claim } of through) process.stdout.write(`  through | ${claim.shape} | ${claim.text}\n`)
        for (const { claim, checked } of right)
          if ('dropped' in checked)
            process.stdout.write(
              `  quoted | ${claim.shape} | ${claim.text}\n     ${checked.dropped.failures.map(({ lock, why }) => `${lock}: ${why}`).join('; ')}\n`,
            )
      }
      expect(judged.filter((item) => !isShown(item)).map(({ claim }) => claim.text)).toEqual([])
      expect(through.length / wrong.length).toBeLessThanOrEqual(0.02)
      expect(kept.length / right.length).toBeGreaterThanOrEqual(0.75)
    },
    120_000,
  )
})
