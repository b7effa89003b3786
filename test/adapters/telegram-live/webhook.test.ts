import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import type { Desk } from '../../../src/desk/types.ts'
import { UserError } from '../../../src/errors.ts'
import type { TelegramPeer } from '../../peers/telegram/peer.ts'
import { prepareLiveTest, until } from './live-test.ts'

const { desk, startPeer, startBot } = prepareLiveTest()

const secret = 'a-secret_of-the-webhook'
const computers = 'How many smartphones did the police seize during the investigation?'

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

async function startByWebhook(peer: TelegramPeer, options: { readonly desk?: Desk } = {}) {
  const port = await freePort()
  const address = `http://127.0.0.1:${port}/telegram/hook`
  const variables = {
    SOURCIER_PORT: `${port}`,
    SOURCIER_TELEGRAM_WEBHOOK_URL: address,
    SOURCIER_TELEGRAM_WEBHOOK_SECRET: secret,
  }
  const bot = await startBot(peer, { ...options, variables })
  const post = async (body: string, given?: string, to = address) => {
    const headers = given === undefined ? {} : { 'x-telegram-bot-api-secret-token': given }
    return (await fetch(to, { method: 'POST', body, headers })).status
  }
  return { bot, address, post }
}

it.concurrent('what Telegram brings is answered, and brought once', async () => {
  const peer = await startPeer()
  const { bot } = await startByWebhook(peer)
  const [seen] = await peer.user(1).say(computers)
  expect(seen?.text).toContain('10 444')
  expect((await peer.user(1).press('Useful')).answer?.text).toBeTruthy()
  expect(peer.webhook.answers.map(({ status }) => status)).toEqual([200, 200])
  expect(bot.raw.filter((line) => line.includes(secret))).toEqual([])
})

it.concurrent('a slow answer is not asked for again', async () => {
  const peer = await startPeer()
  const slow: Desk = {
    ...desk(),
    async ask(question) {
      // However long it takes: Telegram has been told before.
      await until(() => peer.webhook.answers.length > 0)
      return await desk().ask(question)
    },
  }
  await startByWebhook(peer, { desk: slow })
  expect(await peer.user(1).say(computers)).toHaveLength(1)
  expect(peer.queue.mostDeliveries()).toBe(1)
})

it.concurrent('nobody without the secret is heard, and what is no update is refused', async () => {
  const peer = await startPeer()
  const { post, address } = await startByWebhook(peer)
  const person = peer.user(1)
  await person.say('/sources')
  const chat = { id: 1, type: 'private', first_name: 'A' }
  const message = { message_id: 9, date: 1, chat, from: { id: 1, is_bot: false, first_name: 'A' }, text: computers }
  const update = JSON.stringify({ update_id: 77, message })
  expect(await post(update)).toBe(401)
  expect(await post(update, '')).toBe(401)
  expect(await post(update, `${secret}x`)).toBe(401)
  expect(await post(update, secret.slice(0, -1))).toBe(401)
  expect(await post(update, secret, address.replace('hook', 'other'))).toBe(404)
  expect(await post('{"update_id"', secret)).toBe(400)
  expect(await post('{"message": 1}', secret)).toBe(400)
  expect((await fetch(address)).status).toBe(405)
  await sleep(300)
  expect(person.sees()).toHaveLength(1)
  // Brought twice, answered once.
  expect(await post(update, secret)).toBe(200)
  expect(await post(update, secret)).toBe(200)
  await until(() => person.sees().length === 2)
  await sleep(1_300)
  expect(person.sees()).toHaveLength(2)
})

it.concurrent('an address that Telegram refuses ends the start with one line', async () => {
  const peer = await startPeer()
  const description = 'Bad Request: bad webhook: An HTTPS URL must be provided for webhook'
  peer.faults.order({ method: 'setWebhook', kind: { refuse: { code: 400, description } } })
  const error = await startByWebhook(peer).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(UserError)
  expect(String(error)).toMatch(/SOURCIER_TELEGRAM_WEBHOOK_URL .*An HTTPS URL must be provided/)
  expect(String(error)).not.toContain('\n')
})
