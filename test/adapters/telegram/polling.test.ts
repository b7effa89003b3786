import { setTimeout as wait } from 'node:timers/promises'
import { pino } from 'pino'
import { describe, expect, it } from 'vitest'
import type { Client } from '../../../adapters/telegram/connection/client.ts'
import { startPolling } from '../../../adapters/telegram/connection/polling.ts'
import { TelegramRefusal } from '../../../adapters/telegram/connection/telegram-errors.ts'
import { toDelivery } from '../../../adapters/telegram/updates/update.ts'

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

describe('a webhook that is set elsewhere while updates are polled', () => {
  const conflict =
    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"

  /** @param mends whether the webhook stays deleted. */
  async function pollAgainst(mends: boolean) {
    const called: string[] = []
    let isSet = true
    const api = {
      getUpdates: async () => {
        called.push('getUpdates')
        if (isSet) throw new TelegramRefusal('getUpdates', 409, conflict)
        return []
      },
      deleteWebhook: async () => {
        called.push('deleteWebhook')
        isSet = !mends
      },
    }
    const client = { attempt: (call: (known: typeof api) => unknown) => call(api) } as unknown as Client
    const lines: string[] = []
    const written = pino({}, { write: (line: string) => lines.push(line) })
    const polling = startPolling({ client, log: written, take: async () => undefined, onDead: () => undefined })
    while (called.length < 3 || (!mends && lines.length < 2)) await wait(10)
    await polling.stop()
    return { called, said: lines.join('') }
  }

  it('is deleted, and the log says so', async () => {
    const { called, said } = await pollAgainst(true)
    expect(called.slice(0, 3)).toEqual(['getUpdates', 'deleteWebhook', 'getUpdates'])
    expect(said).toContain('a webhook was set elsewhere')
  })

  it('again and again is deleted once', async () => {
    const { called, said } = await pollAgainst(false)
    expect(called.filter((method) => method === 'deleteWebhook')).toHaveLength(1)
    expect(said).toContain('again and again')
  })
})

describe('an update', () => {
  it('that lacks its parts holds up nobody, neither its batch nor its chat: it has a lane of its own', () => {
    const broken = [null, {}, 5, [], { chat: { id: 3 }, from: null }, { chat: null, from: { id: 'x' } }]
    for (const part of ['message', 'callback_query', 'inline_query', 'of_next_year']) {
      for (const content of broken) {
        const update = { update_id: 4, [part]: content }
        expect(toDelivery(update as never)).toEqual({ updateId: 4, lane: 'update:4', payload: JSON.stringify(update) })
      }
    }
  })

  it('of a button waits for no other button of its chat', () => {
    const press = (id: string) => ({ callback_query: { id, from: { id: 3 }, message: { chat: { id: -9 } } } })
    const deliveries = ['a', 'b'].map((id) => toDelivery({ update_id: 4, ...press(id) } as never))
    expect(deliveries.map(({ lane }) => lane)).toEqual(['press:-9:a', 'press:-9:b'])
    expect(deliveries.map(({ asker }) => asker)).toEqual(['telegram:3', 'telegram:3'])
  })

  it('belongs to whoever speaks, a channel or an anonymous administrator too', () => {
    const hidden = { chat: { id: -9 }, from: { id: 1, is_bot: true }, sender_chat: { id: -8 } }
    expect(toDelivery({ update_id: 4, message: hidden } as never)).toMatchObject({
      ...{ lane: 'chat:-9', asker: 'telegram:-8' },
    })
  })
})
