import { type Client, Status } from 'discord.js'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { watchdogTimes, watchShards } from '../../../adapters/discord/connection/watchdog.ts'

type Shard = { id: number; status: Status; lastPingTimestamp: number }

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A shard that is ready, its watch, and the reasons for which it was given up. */
function watch(): { shard: Shard; deaths: string[] } {
  const shard: Shard = { id: 0, status: Status.Ready, lastPingTimestamp: -1 }
  const deaths: string[] = []
  const client = { ws: { shards: new Map([[0, shard]]) } } as unknown as Pick<Client, 'ws'>
  watchShards(client, (reason) => deaths.push(reason), watchdogTimes)
  return { shard, deaths }
}

function beat(shard: Shard, everyMs: number, times: number): void {
  for (let turn = 0; turn < times; turn++) {
    vi.advanceTimersByTime(everyMs)
    shard.lastPingTimestamp = Date.now()
  }
}

describe('a shard that says that it is ready', () => {
  test('is given up when its heartbeats are no longer answered', () => {
    const { shard, deaths } = watch()
    beat(shard, 41_250, 4)
    expect(deaths).toEqual([])
    vi.advanceTimersByTime(200_000)
    expect(deaths).toHaveLength(1)
  })

  test('is believed where the server wants a heartbeat only now and then: the bot ended after three minutes', () => {
    const { shard, deaths } = watch()
    vi.advanceTimersByTime(3_000_000)
    beat(shard, 600_000, 5)
    expect(deaths).toEqual([])
    vi.advanceTimersByTime(2_000_000)
    expect(deaths).toHaveLength(1)
  })

  test('is given up when it is away for long', () => {
    const { shard, deaths } = watch()
    shard.status = Status.Reconnecting
    vi.advanceTimersByTime(100_000)
    expect(deaths).toEqual([expect.stringContaining('away')])
  })
})
