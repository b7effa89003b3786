import { expect, test } from 'vitest'
import { runPoisoned } from './poisoned-run/run-poisoned.ts'

// The long form is `npx tsx test/campaigns/poisoned-run.ts`.
test('four articles that are made to stop a run are named, the others are indexed, and no process is left', async () => {
  const { rows, problems } = await runPoisoned({ articles: 200, poisoned: 4 })
  expect(problems).toEqual([])
  expect(rows.filter(({ isRight }) => !isRight)).toEqual([])
}, 240_000)
