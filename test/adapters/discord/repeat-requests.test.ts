import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { DiscordAPIError, REST } from 'discord.js'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { describeFault } from '../../../adapters/discord/connection/describe-fault.ts'
import { restOptions } from '../../../adapters/discord/connection/rest-options.ts'
import { createRedaction } from '../../../src/log.ts'

const token = 'MTE5.local.s3cr3t-t0ken'
/** What the server does with each request that comes, in order; afterwards it says "done". */
let plan: ((response: ServerResponse, request: IncomingMessage) => void)[] = []
let seen: string[] = []
const server = createServer((request, response) => {
  seen.push(`${request.method} ${request.url}`)
  const act = plan.shift() ?? ((answer) => answer.setHeader('content-type', 'application/json').end('{"id":"1"}'))
  request.resume().once('end', () => act(response, request))
})
const fail = (status: number) => (response: ServerResponse) => void response.writeHead(status).end('Bad gateway')
const hangUp = (_response: ServerResponse, request: IncomingMessage) => void request.socket.destroy()
const refuse = (code: number) => (response: ServerResponse) =>
  void response.writeHead(400, { 'content-type': 'application/json' }).end(JSON.stringify({ code, message: 'No' }))

let rest: REST
beforeAll(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  rest = new REST(restOptions(`http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`)).setToken(token)
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})
beforeEach(() => {
  plan = []
  seen = []
})

const message = { content: 'a' }
const callback = '/interactions/123456789012345678/aW50ZXJhY3Rpb24/callback' as const

describe('repeating requests', () => {
  test('repeats what has a nonce', async () => {
    plan = [fail(502), hangUp]
    await rest.post('/channels/1/messages', { body: { ...message, nonce: '1', enforce_nonce: true } })
    expect(seen).toHaveLength(3)
  })

  test('does not repeat a message without one', async () => {
    plan = [fail(502)]
    await expect(rest.post('/channels/2/messages', { body: message })).rejects.toThrow()
    plan = [hangUp]
    await expect(rest.post('/channels/2/messages', { body: { ...message, nonce: '1' } })).rejects.toThrow()
    expect(seen).toHaveLength(2)
  })

  test('repeats edits, which come to the same', async () => {
    plan = [fail(500), fail(503)]
    await rest.patch('/webhooks/1/token/messages/@original', { body: message, auth: false })
    expect(seen).toHaveLength(3)
  })

  test('takes "already acknowledged" for done when the first attempt seemed to fail', async () => {
    plan = [fail(502), refuse(40_060)]
    await rest.post(callback, { body: { type: 5 }, auth: false })
    expect(seen).toHaveLength(2)
    plan = [refuse(40_060)]
    await expect(rest.post(callback, { body: { type: 5 }, auth: false })).rejects.toThrow(DiscordAPIError)
    plan = [fail(502), refuse(10_062)]
    await expect(rest.post(callback, { body: { type: 5 }, auth: false })).rejects.toThrow('No')
  })

  test('waits as long as the body of a 429 says, to the millisecond: the header says whole seconds, and three make 3 s', async () => {
    const limit = (retryAfter: number) => (response: ServerResponse) =>
      void response
        .writeHead(429, { 'content-type': 'application/json', 'retry-after': '60', 'x-ratelimit-scope': 'shared' })
        .end(JSON.stringify({ message: 'You are being rate limited.', retry_after: retryAfter, global: false }))
    plan = [limit(0.05), limit(0.1), fail(502), limit(0.05), refuse(40_060)]
    await rest.post(callback, { body: { type: 5 }, auth: false })
    expect(seen).toHaveLength(5)
  })

  test('gives up in the end', async () => {
    plan = Array.from({ length: 4 }, () => fail(502))
    await expect(rest.post(callback, { body: { type: 5 }, auth: false })).rejects.toThrow()
    expect(seen).toHaveLength(4)
  })
})

describe('a fault in the log', () => {
  test('says what went wrong where, and neither token nor what was sent', async () => {
    plan = [refuse(50_035)]
    const secretRoute = '/webhooks/1/c2VjcmV0LWludGVyYWN0aW9u/messages/@original'
    const error = await rest.patch(secretRoute, { body: { content: 'words of a person' } }).catch((thrown) => thrown)
    const outer = new Error(`failed with ${token}`, { cause: error })
    const fault = describeFault(outer, createRedaction([token]))
    const written = JSON.stringify(fault)
    for (const secret of [token, 'c2VjcmV0LWludGVyYWN0aW9u', 'words of a person']) expect(written).not.toContain(secret)
    expect(fault.cause).toMatchObject({ status: 400, code: 50_035, method: 'PATCH', message: 'No' })
    expect(fault.cause?.path).toBe('/api/v10/webhooks/1/[hidden]/messages/@original')
  })

  test('can be anything that was thrown', () => {
    const redact = createRedaction([])
    expect(describeFault('text', redact)).toEqual({ name: 'thrown', message: 'text' })
    expect(describeFault(undefined, redact).message).toBe('undefined')
    const circular = new Error('around')
    circular.cause = circular
    expect(JSON.stringify(describeFault(circular, redact))).toContain('around')
  })
})
