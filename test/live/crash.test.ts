import { expect, test } from 'vitest'
import { breakRuns } from '../campaigns/crash/break-runs.ts'
import { note } from '../campaigns/table.ts'

// The long form is `npx tsx test/campaigns/crash.ts`; its figures are in docs/campaigns.md.
test('a run that is killed, has no room or is told of errors leaves the old revision or the new one', async () => {
  const { rows, problems } = await breakRuns({ isShort: true, atOnce: 2, note })
  expect(problems).toEqual([])
  expect(rows.filter(({ isRight }) => !isRight)).toEqual([])
}, 240_000)
