import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createLimiter } from '../../src/desk/limiter.ts'

const minuteMs = 60_000

/** The naive reference: for each name a list of all uses, cut into windows of a minute that begin with a use. */
function createReference(rate: number) {
  const windows = new Map<string, { readonly start: number; uses: number }>()
  const windowOf = (name: string, now: number) => {
    const window = windows.get(name)
    return window !== undefined && now < window.start + minuteMs ? window : { start: now, uses: 0 }
  }
  return (asker: string, group: string | undefined, now: number) => {
    const limits = [{ name: `person ${asker}`, most: rate }]
    if (group !== undefined) limits.push({ name: `group ${group}`, most: rate * 6 })
    const looked = limits.map(({ name, most }) => ({ name, most, window: windowOf(name, now) }))
    const full = looked.filter(({ window, most }) => window.uses >= most)
    if (full.length > 0) return Math.max(...full.map(({ window }) => Math.ceil((window.start + minuteMs - now) / 1000)))
    for (const { name, window } of looked) windows.set(name, { start: window.start, uses: window.uses + 1 })
    return undefined
  }
}

describe('the limit of questions', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: 1_700_000_000_000 })
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('lets through as many as a naive reference, and says how long to wait', async () => {
    const use = fc.record({
      asker: fc.constantFrom('discord:1', 'discord:2', 'telegram:1'),
      group: fc.constantFrom(undefined, 'discord:guild', 'discord:1'),
      pauseMs: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 20_000 })),
    })
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 3 }), fc.array(use, { maxLength: 80 }), async (rate, uses) => {
        const allow = createLimiter(rate, 6)
        const reference = createReference(rate)
        for (const { asker, group, pauseMs } of uses) {
          await vi.advanceTimersByTimeAsync(pauseMs)
          const wait = reference(asker, group, Date.now())
          expect(await allow(asker, group)).toEqual(
            wait === undefined ? { allowed: true } : { allowed: false, retryAfterSeconds: wait },
          )
        }
      }),
      { numRuns: 60 },
    )
  })

  it('never lets more through than the limit when all come at once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 12 }), async (rate, persons) => {
        const allow = createLimiter(rate, 6)
        const asked = Array.from({ length: persons * (rate + 2) }, (_, at) => allow(`discord:${at % persons}`, 'guild'))
        const allowed = (await Promise.all(asked)).filter((one) => one.allowed).length
        expect(allowed).toBeLessThanOrEqual(Math.min(persons * rate, rate * 6))
        expect(allowed).toBeGreaterThan(0)
      }),
    )
  })

  it('of a minute does not refuse a hundred people of one server who ask once each', async () => {
    const allow = createLimiter(10)
    const asked = await Promise.all(Array.from({ length: 100 }, (_, at) => allow(`discord:${at}`, 'guild')))
    expect(asked.filter(({ allowed }) => !allowed)).toEqual([])
  })

  it('opens again when the time that it said is over', async () => {
    const allow = createLimiter(2)
    await allow('discord:1')
    await vi.advanceTimersByTimeAsync(20_500)
    await allow('discord:1')
    expect(await allow('discord:1')).toEqual({ allowed: false, retryAfterSeconds: 40 })
    await vi.advanceTimersByTimeAsync(40_000)
    expect(await allow('discord:1')).toEqual({ allowed: true })
  })
})
