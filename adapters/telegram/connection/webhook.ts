/** The webhook: Telegram brings the updates. Told at once that they have arrived, so that it never brings them again. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Update } from 'grammy/types'
import { UserError } from '../../../src/errors.ts'
import type { Log } from '../../../src/log.ts'
import { readUpdate } from '../updates/update.ts'

export type WebhookParts = {
  /** Only its path is looked at: whatever stands before us decides about the rest. */
  readonly url: string
  readonly secret: string
  readonly host: string
  readonly port: number
  readonly log: Log
  /** Must have made the update durable when it resolves. */
  take(updates: readonly Update[]): Promise<void>
}

export type Webhook = { stop(): Promise<void> }

/** Bytes. An update with the longest text in it is a tenth of this. */
const BODY_LIMIT = 1_000_000
const SLOWEST_BODY_MS = 10_000
/** Longer than proxies keep a connection that idles: what they send over one that is just closed here would be lost. */
const IDLE_CONNECTION_MS = 75_000
/** Telegram opens at most 100; a proxy before us may hold some open. */
const MOST_CONNECTIONS = 200
const SECRET_HEADER = 'x-telegram-bot-api-secret-token'

/** For when none is set: Telegram is told at every start. */
export function makeSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** @throws UserError when the port is taken. */
export async function startWebhook(parts: WebhookParts): Promise<Webhook> {
  const { url, host, port, log } = parts
  const path = new URL(url).pathname
  const server = createServer(
    { requestTimeout: SLOWEST_BODY_MS, keepAliveTimeout: IDLE_CONNECTION_MS },
    (request, response) => {
      answer(request, path, parts).then(
        (status) => end(response, status),
        (error: unknown) => {
          // Telegram brings it again when it hears of an error: the inbox could not take it.
          log.error({ err: error }, 'an update could not be taken')
          end(response, 500)
        },
      )
    },
  )
  server.maxConnections = MOST_CONNECTIONS
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) =>
      reject(
        new UserError(`the webhook cannot listen on ${host}:${port} (${error.message}): set SOURCIER_PORT`, {
          cause: error,
        }),
      ),
    )
    server.listen(port, host, resolve)
  })
  log.info({ address: server.address(), path }, 'the webhook listens')
  return {
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeIdleConnections()
      }),
  }
}

/** @returns the HTTP status. */
async function answer(request: IncomingMessage, path: string, { secret, take, log }: WebhookParts): Promise<number> {
  if ((request.url ?? '').split('?')[0] !== path) return 404
  if (request.method !== 'POST') return 405
  if (!isSame(request.headers[SECRET_HEADER], secret)) return 401
  const body = await readBody(request)
  if (body === undefined) return 413
  let update: Update
  try {
    update = readUpdate(JSON.parse(body))
  } catch {
    log.warn('what came to the webhook is no update')
    return 400
  }
  await take([update])
  return 200
}

/** In the same time whatever is given, so that nobody finds the secret letter by letter. */
function isSame(given: string | readonly string[] | undefined, secret: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(typeof given === 'string' ? given : ''), digest(secret))
}

/** Undefined when it is too long. */
async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request) {
    if (!(chunk instanceof Buffer)) continue
    length += chunk.length
    if (length > BODY_LIMIT) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function end(response: ServerResponse, status: number): void {
  if (response.destroyed) return
  response.writeHead(status, { 'content-length': 0, ...(status === 413 && { connection: 'close' }) }).end()
}
