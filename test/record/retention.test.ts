import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { startRetention } from '../../src/record/retention.ts'

const dayMs = 24 * 60 * 60 * 1000

describe('the retention of answers', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('drops what is old at start and daily, until it is ended', async () => {
    const dropped: number[] = []
    const ledger = {
      dropOlderThan: async (days: number) => {
        dropped.push(days)
        return 0
      },
    }
    const end = await startRetention(ledger, { keepDays: 90, reportFault: () => undefined })
    expect(dropped).toEqual([90])
    await vi.advanceTimersByTimeAsync(2 * dayMs)
    expect(dropped).toEqual([90, 90, 90])
    end()
    await vi.advanceTimersByTimeAsync(5 * dayMs)
    expect(dropped).toHaveLength(3)
  })

  it('reports a ledger that is busy, and tries again the next day', async () => {
    const faults: unknown[] = []
    const busy = new Error('busy')
    const dropOlderThan = vi.fn().mockRejectedValueOnce(busy).mockResolvedValue(1)
    const end = await startRetention({ dropOlderThan }, { keepDays: 1, reportFault: (error) => faults.push(error) })
    await vi.advanceTimersByTimeAsync(dayMs)
    expect(faults).toEqual([busy])
    expect(dropOlderThan).toHaveBeenCalledTimes(2)
    end()
  })
})
