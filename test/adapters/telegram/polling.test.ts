import { setTimeout as wait } from 'node:timers/promises'
import { pino } from 'pino'
import { describe, expect, it } from 'vitest'
import type { Client } from '../../../adapters/telegram/client.ts'
import { startPolling } from '../../../adapters/telegram/polling.ts'
import { toDelivery } from '../../../adapters/telegram/update.ts'

const log = pino({ level: 'silent' })

describe('polling', () => {
  it('does not ask without end where a server holds no call back', async () => {
    let calls = 0
    const attempt = async () => {
      calls += 1
      return []
    }
    const client = { attempt } as unknown as Client
    const take = async () => undefined
    const polling = startPolling({ client, log, take, onDead: () => undefined })
    await wait(1_000)
    await polling.stop()
    expect(calls).toBeGreaterThan(1)
    expect(calls).toBeLessThan(20)
  })
})

describe('an update', () => {
  it('that lacks its parts holds up nobody: it has a lane of its own', () => {
    for (const part of ['message', 'callback_query', 'inline_query']) {
      const update = { update_id: 4, [part]: {} }
      expect(toDelivery(update as never)).toEqual({ updateId: 4, lane: 'update:4', payload: JSON.stringify(update) })
    }
  })
})
