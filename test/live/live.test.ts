import { expect, test } from 'vitest'
import { runLive } from '../campaigns/live/run-live.ts'

/** What the clock says depends on the machine: only the campaign, on a calm one, judges it. */
const timed = /^(?:p99|median|slowest|memory)/

// The long form is `npx tsx test/campaigns/live.ts`; its figures are in docs/campaigns.md.
test('a running desk answers from every revision that others commit, with citations of that revision', async () => {
  const { rows, problems } = await runLive({
    ...{ askers: 2, pauseMs: 200, articles: 30, revisions: 4, everyMs: 1_000, idleMs: 500 },
    ...{ articlesARevision: 1, warmUpQuestions: 10, note: () => undefined },
  })
  expect(problems).toEqual([])
  expect(rows.filter(({ what, isRight }) => !isRight && !timed.test(what))).toEqual([])
}, 240_000)
