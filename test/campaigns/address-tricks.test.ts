import { createServer } from 'node:net'
import { describe, expect, it } from 'vitest'
import { runAddressTricks } from './address-tricks.ts'

/** Only Linux has all of 127.0.0.0/8 without being asked. */
const hasSecondLoopback = await new Promise<boolean>((resolve) => {
  const server = createServer().once('error', () => resolve(false))
  server.listen(0, '127.0.0.2', () => server.close(() => resolve(true)))
})

describe.skipIf(!hasSecondLoopback)('addresses that lead into our own network (skipped without 127.0.0.2)', () => {
  it('never reach a canary on this machine', async () => {
    const results = await runAddressTricks()
    expect(results.length).toBeGreaterThanOrEqual(40)
    expect(results.filter(({ hits }) => hits > 0)).toEqual([])
    // The server beside it is reached all the same.
    expect(results.some(({ said }) => said === '1 articles')).toBe(true)
  })
})
