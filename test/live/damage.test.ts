import { expect, test } from 'vitest'
import { damageCorpora } from '../campaigns/damage/damage-corpora.ts'

// The long form is `npx tsx test/campaigns/damage.ts`; its figures are in docs/campaigns.md.
test('a damaged vector cache is named and built again, a damaged corpus refused, and no search finds other passages', async () => {
  const { rows, problems } = await damageCorpora({
    cacheDamages: 12,
    corpusDamages: 25,
    seed: 1,
    note: () => undefined,
  })
  expect(problems).toEqual([])
  expect(rows.filter(({ isRight }) => !isRight)).toEqual([])
}, 240_000)
