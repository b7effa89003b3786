import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRateLimits } from './rate-limits.ts'

const channel = (id: string) => `/channels/${id}/messages`
const [here, there] = ['100000000000000001', '100000000000000002']

function startClock() {
  let time = 1_000_000
  return {
    now: () => time,
    pass(ms: number) {
      time += ms
    },
  }
}

describe('the limits', () => {
  it('take five messages a channel in five seconds, and say what is left and when more may come', () => {
    const { now, pass } = startClock()
    const count = createRateLimits(now)
    const left = () => count('POST', channel(here))?.headers['x-ratelimit-remaining']
    expect([left(), left(), left()]).toEqual(['4', '3', '2'])
    pass(2_000)
    expect([left(), left()]).toEqual(['1', '0'])
    expect(count('POST', channel(here))?.exceeded).toMatchObject({ scope: 'user', retryAfterSeconds: 3 })
    expect(count('POST', channel(there))?.exceeded).toBeUndefined()
    pass(3_000)
    expect(left()).toBe('4')
  })

  it('give channels one bucket, each interaction its own count, and first answers none', () => {
    const count = createRateLimits(startClock().now)
    const bucket = (method: string, path: string) => count(method, path)?.headers['x-ratelimit-bucket']
    expect(bucket('POST', channel(here))).toBe(bucket('POST', channel(there)))
    expect(bucket('POST', channel(here))).not.toBe(bucket('GET', channel(here)))
    const edit = (token: string) => count('PATCH', `/webhooks/${here}/${token}/messages/@original`)
    for (let time = 0; time < 5; time++) expect(edit('first')?.exceeded).toBeUndefined()
    expect(edit('first')?.exceeded).toBeDefined()
    expect(edit('second')?.exceeded).toBeUndefined()
    expect(count('POST', `/interactions/${here}/token/callback`)).toBeUndefined()
  })

  it('let no more through in a window than a route takes, nor than 50 a second over all, whatever comes', () => {
    const request = fc.record({ to: fc.constantFrom(...'abcdefghijklmn'), pauseMs: fc.integer({ min: 0, max: 400 }) })
    fc.assert(
      fc.property(fc.array(request, { maxLength: 300 }), (requests) => {
        const { now, pass } = startClock()
        const count = createRateLimits(now)
        const taken: { readonly at: number; readonly to: string }[] = []
        for (const { to, pauseMs } of requests) {
          pass(pauseMs % 7 === 0 ? pauseMs : 0)
          const counted = count('POST', `/channels/1000000000000000${to.charCodeAt(0)}/messages`)
          if (counted?.exceeded === undefined) taken.push({ at: now(), to })
          else expect(counted.exceeded.retryAfterSeconds).toBeGreaterThan(0)
        }
        // Windows stand side by side: within any stretch as long as one there are at most two.
        for (const { at, to } of taken) {
          const same = taken.filter((other) => other.to === to && other.at >= at && other.at < at + 5_000)
          expect(same.length).toBeLessThanOrEqual(10)
          expect(taken.filter((other) => other.at >= at && other.at < at + 1_000).length).toBeLessThanOrEqual(100)
        }
      }),
      { numRuns: 60 },
    )
  })
})
