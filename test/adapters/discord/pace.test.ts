import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createPace } from '../../../adapters/discord/connection/pace.ts'

const message = 'http://127.0.0.1/api/v10/channels/1/messages'
const edit = 'http://127.0.0.1/api/v10/webhooks/1/token/messages/@original'

/** A clock that jumps to whatever is waited for. */
function startClock() {
  let time = 1_000_000
  const pass = async (ms: number) => {
    time += ms
  }
  return { now: () => time, wait: pass, pass }
}

test('no more than 50 requests are sent in any second and a bit, in their order, and none waits without need', async () => {
  const burst = fc.record({ size: fc.integer({ min: 1, max: 120 }), pauseMs: fc.integer({ min: 0, max: 1_500 }) })
  await fc.assert(
    fc.asyncProperty(fc.array(burst, { minLength: 1, maxLength: 6 }), async (bursts) => {
      const clock = startClock()
      const pace = createPace(clock)
      const sent: { readonly number: number; readonly at: number; readonly came: number }[] = []
      let number = 0
      for (const { size, pauseMs } of bursts) {
        const came = clock.now()
        const one = async (mine: number) => {
          await pace(message)
          sent.push({ number: mine, at: clock.now(), came })
        }
        await Promise.all(Array.from({ length: size }, (_, position) => one(number + position)))
        number += size
        await clock.pass(pauseMs)
      }
      for (const [position, { number: mine, at, came }] of sent.entries()) {
        expect(mine).toBe(position)
        const earliest = Math.max(came, (sent[position - 50]?.at ?? 0) + 1_200)
        // To the moment; later only by what stands before it in the row.
        expect(at).toBe(Math.max(earliest, sent[position - 1]?.at ?? 0))
      }
    }),
  )
})

test('what Discord does not count over all waits for nothing', async () => {
  const never = () => new Promise<never>(() => undefined)
  const pace = createPace({ now: () => 0, wait: never })
  for (let time = 0; time < 200; time += 1) await pace(edit)
  for (let time = 0; time < 50; time += 1) await pace(message)
  await expect(Promise.race([pace(message), pace(edit).then(() => 'at once')])).resolves.toBe('at once')
})
