import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { Api } from 'grammy'
import type { Update } from 'grammy/types'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { startTelegramPeer, type TelegramPeer } from './peer.ts'

let peer: TelegramPeer
let api: Api
let bot: Server
let address: string
const received: { readonly update: Update; readonly secret: string | undefined }[] = []
/** What the bot's own server answers: a status, and a body. */
let answer: (count: number) => { readonly status: number; readonly body?: string; readonly afterMs?: number }

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = ''
  for await (const chunk of request) body += chunk
  return body
}

beforeEach(async () => {
  received.length = 0
  answer = () => ({ status: 200 })
  peer = await startTelegramPeer({ webhook: { retryMs: 10, timeoutMs: 1_000 } })
  api = new Api(peer.token, { apiRoot: peer.url })
  bot = createServer(async (request, response) => {
    const secret = request.headers['x-telegram-bot-api-secret-token']
    received.push({ update: JSON.parse(await bodyOf(request)), secret: secret?.toString() })
    const { status, body, afterMs = 0 } = answer(received.length)
    await sleep(afterMs)
    response.writeHead(status, { 'content-type': 'application/json' }).end(body)
  })
  await new Promise<void>((resolve) => bot.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(bot.address() as AddressInfo).port}/hook`
})
afterEach(async () => {
  await peer.close()
  bot.closeAllConnections()
  bot.close()
})

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await sleep(5)
}

it('posts every update with the secret', async () => {
  await api.setWebhook(address, { secret_token: 'a-secret_1' })
  peer.user(1).post('one')
  await until(() => peer.webhook.answers.length === 1)
  expect(received).toMatchObject([{ update: { message: { text: 'one' } }, secret: 'a-secret_1' }])
  expect(await api.getWebhookInfo()).toMatchObject({ url: address, pending_update_count: 0 })
})

it('delivers again after anything but 2xx, keeping the order of a chat', async () => {
  answer = (count) => ({ status: count <= 2 ? 503 : 204 })
  await api.setWebhook(address)
  peer.user(1).post('one')
  peer.user(1).post('two')
  await until(() => peer.webhook.answers.length === 4)
  expect(received.map(({ update }) => update.message?.text)).toEqual(['one', 'one', 'one', 'two'])
  expect((await api.getWebhookInfo()).last_error_message).toBe('Wrong response from the webhook: 503')
})

it('delivers again what is not answered in time', async () => {
  answer = (count) => ({ status: 200, afterMs: count === 1 ? 1_500 : 0 })
  await api.setWebhook(address)
  peer.user(1).post('one')
  await until(() => peer.webhook.answers.length === 2)
  expect(peer.webhook.answers.map(({ status }) => status)).toEqual([0, 200])
})

it('carries out a method written into the answer', async () => {
  answer = () => ({ status: 200, body: JSON.stringify({ method: 'sendMessage', chat_id: 1, text: 'at once' }) })
  await api.setWebhook(address)
  expect(await peer.user(1).say('one')).toMatchObject([{ text: 'at once' }])
})

it('refuses an address that is none and a secret with other characters', async () => {
  await expect(api.setWebhook('ftp://bot.example')).rejects.toThrow('bad webhook')
  await expect(api.setWebhook(address, { secret_token: 'a b' })).rejects.toThrow('unallowed characters')
})
