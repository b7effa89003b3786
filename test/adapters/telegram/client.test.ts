import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { inspect } from 'node:util'
import { pino } from 'pino'
import { afterAll, describe, expect, it } from 'vitest'
import { createClient } from '../../../adapters/telegram/connection/client.ts'
import {
  consequenceOf,
  TelegramRefusal,
  TelegramUnreachable,
} from '../../../adapters/telegram/connection/telegram-errors.ts'
import { createRedaction } from '../../../src/log.ts'

const token = '7300000001:AAE-a-token-that-nobody-may-see-0'
type Reply = 'cut' | 'reset' | 'html' | { status: number; body: object }

let reply: Reply = 'cut'
const calls: string[] = []
const server = createServer((request, response) => {
  calls.push(request.url ?? '')
  request.resume().on('end', () => {
    if (reply === 'cut') request.socket.destroy()
    else if (reply === 'reset') request.socket.resetAndDestroy()
    else if (reply === 'html') response.writeHead(502, { 'content-type': 'text/html' }).end('<html>bad gateway</html>')
    else response.writeHead(reply.status, { 'content-type': 'application/json' }).end(JSON.stringify(reply.body))
  })
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
const root = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
afterAll(() => server.close())

/** Everything that a log, a person or another program could get to see of an error. */
async function failureOf(apiRoot: string): Promise<{ error: unknown; shown: string }> {
  const { attempt } = createClient({ token, apiRoot, redact: createRedaction([token]) })
  const error: unknown = await attempt((api) => api.sendMessage(5, 'An unmistakable question')).then(
    () => undefined,
    (reason: unknown) => reason,
  )
  const lines: string[] = []
  pino({}, { write: (line: string) => lines.push(line) }).error({ err: error }, 'it failed')
  return { error, shown: [inspect(error, { depth: 10, showHidden: true }), ...lines].join('\n') }
}

describe('calls to Telegram', () => {
  it('fail without the token and without what was said', async () => {
    const replies: readonly Reply[] = [
      ...(['cut', 'reset', 'html'] as const),
      { status: 400, body: { ok: false, error_code: 400, description: `Bad Request: ${token}` } },
      { status: 500, body: { ok: false, error_code: 500, description: 'Internal Server Error' } },
    ]
    for (reply of replies) {
      const { error, shown } = await failureOf(root)
      expect(error).toBeInstanceOf(Error)
      expect(shown).not.toContain('AAE-a-token')
      expect(shown).not.toContain('unmistakable')
    }
    const { error, shown } = await failureOf('http://127.0.0.1:9')
    expect(error).toBeInstanceOf(TelegramUnreachable)
    expect(shown).not.toContain('AAE-a-token')
    expect(consequenceOf(error)).toBe('not-sent')
  })

  it('are made once where the message may have been stored', async () => {
    for (reply of [
      'cut',
      'html',
      { status: 502, body: { ok: false, error_code: 502, description: 'Bad Gateway' } },
    ] as const) {
      calls.length = 0
      const { error } = await failureOf(root)
      expect(calls).toHaveLength(1)
      expect(consequenceOf(error)).toBe('unknown')
    }
  })

  it('are made again when Telegram asks for a wait', async () => {
    calls.length = 0
    reply = {
      status: 429,
      body: { ok: false, error_code: 429, description: 'Too Many Requests', parameters: { retry_after: 0 } },
    }
    const { error } = await failureOf(root)
    expect(calls.length).toBeGreaterThan(1)
    expect(consequenceOf(error)).toBe('later')
  })

  it('wait however long Telegram asks for: after ten minutes’ worth it was asked at once, and the update parked', async () => {
    calls.length = 0
    reply = {
      status: 429,
      body: { ok: false, error_code: 429, description: 'Too Many Requests', parameters: { retry_after: 3_000 } },
    }
    const outcome = await Promise.race([failureOf(root), wait(300, 'it waits')])
    expect(outcome).toBe('it waits')
    expect(calls).toHaveLength(1)
  })
})

describe('what a refusal means', () => {
  it.each([
    [401, 'Unauthorized', 'dead'],
    [403, 'Forbidden: bot was blocked by the user', 'unwanted'],
    [400, 'Bad Request: chat not found', 'unwanted'],
    [400, 'Bad Request: message is not modified: specified new message content is the same', 'settled'],
    [400, 'Bad Request: query is too old and response timeout expired or query ID is invalid', 'settled'],
    [400, 'Bad Request: message to edit not found', 'gone'],
    [400, "Bad Request: can't parse entities", 'wrong'],
    [409, 'Conflict: terminated by other getUpdates request', 'wrong'],
    [502, 'Bad Gateway', 'unknown'],
  ] as const)('%i %s: %s', (code, description, consequence) => {
    expect(consequenceOf(new TelegramRefusal('sendMessage', code, description))).toBe(consequence)
  })

  it.each([
    ['getMe', 401, 'Unauthorized', 'dead'],
    ['sendMessage', 401, 'Unauthorized', 'dead'],
    ['getMe', 404, 'Not Found', 'dead'],
    ['getUpdates', 404, 'Not Found', 'dead'],
    // A method that an older server does not know ended the bot.
    ['sendMessage', 404, 'Not Found', 'wrong'],
    ['setMyCommands', 404, 'Not Found', 'wrong'],
  ] as const)(
    'of %s with %i %s is of the token only where it can be nothing else',
    (method, code, description, means) => {
      expect(consequenceOf(new TelegramRefusal(method, code, description))).toBe(means)
    },
  )
})
