import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeSecret, startWebhook, type Webhook } from '../../../adapters/telegram/connection/webhook.ts'
import { UserError } from '../../../src/errors.ts'

const secret = makeSecret()
const header = 'x-telegram-bot-api-secret-token'

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

describe('the webhook', () => {
  let webhook: Webhook
  let port: number
  const taken: number[] = []
  let isFull = false
  const options = () => ({
    ...{ url: 'https://bot.example.org/telegram/hook', secret, host: '127.0.0.1', port },
    log: pino({ level: 'silent' }),
    take: async (updates: readonly { readonly update_id: number }[]) => {
      if (isFull) throw new Error('the disk is full')
      taken.push(...updates.map(({ update_id }) => update_id))
    },
  })
  beforeEach(async () => {
    taken.length = 0
    isFull = false
    port = await freePort()
    webhook = await startWebhook(options())
  })
  afterEach(() => webhook.stop())
  const post = async (body: string, path = '/telegram/hook', headers: Record<string, string> = { [header]: secret }) =>
    (await fetch(`http://127.0.0.1:${port}${path}`, { method: 'POST', body, headers })).status

  it('takes an update and says so at once', async () => {
    expect(await post('{"update_id":1}')).toBe(200)
    expect(await post('{"update_id":2}', '/telegram/hook?x=1')).toBe(200)
    expect(taken).toEqual([1, 2])
  })

  it('takes nothing from anybody else', async () => {
    expect(await post('{"update_id":1}', '/telegram/hook', {})).toBe(401)
    expect(await post('{"update_id":1}', '/telegram/hook', { [header]: `${secret.slice(0, -1)}!` })).toBe(401)
    expect(await post('{"update_id":1}', '/other')).toBe(404)
    expect((await fetch(`http://127.0.0.1:${port}/telegram/hook`)).status).toBe(405)
    expect(taken).toEqual([])
  })

  it('refuses what is no update, and what is too long', async () => {
    expect(await post('no JSON')).toBe(400)
    expect(await post('{"update_id":"1"}')).toBe(400)
    expect(await post(`{"update_id":1,"x":"${'a'.repeat(1_100_000)}"}`)).toBe(413)
    expect(taken).toEqual([])
  })

  it('has it brought again when it could not be kept', async () => {
    isFull = true
    expect(await post('{"update_id":1}')).toBe(500)
    isFull = false
    expect(await post('{"update_id":1}')).toBe(200)
    expect(taken).toEqual([1])
  })

  it('says which setting to change when the port is taken', async () => {
    await expect(startWebhook(options())).rejects.toThrow(UserError)
    await expect(startWebhook(options())).rejects.toThrow(/SOURCIER_PORT/)
  })
})
