import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Clock, createLimiter } from '../../../adapters/telegram/connection/limits.ts'

const limits = {
  chat: { count: 1, windowMs: 1_000 },
  group: { count: 20, windowMs: 60_000 },
  all: { count: 30, windowMs: 1_000 },
}

/** A clock on which waiting takes no time: whoever waits for the shortest is woken first. */
function createFastClock(): Clock {
  let now = 0
  const sleepers: { at: number; wake: () => void }[] = []
  let isTicking = false
  const tick = async () => {
    while (sleepers.length > 0) {
      // Whoever was woken acts before the clock goes on.
      for (let turn = 0; turn < 20; turn++) await Promise.resolve()
      sleepers.sort((left, right) => left.at - right.at)
      const next = sleepers.shift()
      if (next === undefined) break
      now = Math.max(now, next.at)
      next.wake()
    }
    isTicking = false
  }
  return {
    now: () => now,
    wait: (milliseconds) =>
      new Promise((wake) => {
        sleepers.push({ at: now + milliseconds, wake })
        if (!isTicking) {
          isTicking = true
          void tick()
        }
      }),
  }
}

const mostWithin = (times: readonly number[], windowMs: number) =>
  Math.max(0, ...times.map((start) => times.filter((time) => time >= start && time < start + windowMs).length))

describe('the limiter', () => {
  it('never lets more through than Telegram takes, in order within each chat, however slow each send', async () => {
    const send = fc.record({ chat: fc.constantFrom(1, 2, 3, 4, -5, -6), slowMs: fc.integer({ min: 0, max: 900 }) })
    await fc.assert(
      fc.asyncProperty(fc.array(send, { maxLength: 120 }), async (sends) => {
        const clock = createFastClock()
        const limiter = createLimiter(limits, clock)
        const arrived: { chat: number; number: number; at: number }[] = []
        const work = sends.map(({ chat, slowMs }, number) =>
          limiter.send(chat, async () => {
            await clock.wait(slowMs / 2)
            arrived.push({ chat, number, at: clock.now() })
            await clock.wait(slowMs / 2)
          }),
        )
        await Promise.all(work)
        expect(arrived).toHaveLength(sends.length)
        expect(
          mostWithin(
            arrived.map(({ at }) => at),
            1_000,
          ),
        ).toBeLessThanOrEqual(30)
        for (const chat of new Set(sends.map((one) => one.chat))) {
          const own = arrived.filter((one) => one.chat === chat)
          const times = own.map(({ at }) => at)
          expect(mostWithin(times, 1_000)).toBeLessThanOrEqual(1)
          if (chat < 0) expect(mostWithin(times, 60_000)).toBeLessThanOrEqual(20)
          expect(own.map(({ number }) => number)).toEqual(own.map(({ number }) => number).sort((a, b) => a - b))
        }
      }),
      { numRuns: 25, endOnFailure: true },
    )
  })

  it('counts over all chats, and what is no message too', async () => {
    const clock = createFastClock()
    const limiter = createLimiter(limits, clock)
    const times: number[] = []
    const note = async () => {
      times.push(clock.now())
    }
    await Promise.all(
      Array.from({ length: 100 }, (_, chat) => (chat % 3 === 0 ? limiter.call(note) : limiter.send(chat + 1, note))),
    )
    expect(mostWithin(times, 1_000)).toBe(30)
    expect(clock.now()).toBe(3_000)
  })

  it('waits for what was sent before a restart', async () => {
    const clock = createFastClock()
    const limiter = createLimiter(limits, clock)
    for (let sent = 0; sent < 20; sent++) limiter.remember(-5, 0)
    await limiter.send(-5, async () => expect(clock.now()).toBeGreaterThanOrEqual(60_000))
  })

  it('goes on after a send that failed, or that was not wanted any more', async () => {
    const limiter = createLimiter(limits, createFastClock())
    const failed = limiter.send(1, async () => {
      throw new Error('no')
    })
    const aborted = limiter.send(1, async () => 'never', AbortSignal.abort())
    const next = limiter.send(1, async () => 'sent')
    await expect(failed).rejects.toThrow('no')
    await expect(aborted).rejects.toThrow(/abort/i)
    expect(await next).toBe('sent')
  })
})
