/** Discord's REST API over HTTP: who may ask, what goes wrong on order, and every answer in Discord's shape. */

import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { ApiError, type Json, refusals } from './api-error.ts'
import type { Faults } from './faults.ts'
import type { Body } from './interactions.ts'
import type { SentFile } from './messages.ts'
import type { createRateLimits, Limit } from './rate-limits.ts'
import type { Route } from './routes.ts'
import type { State } from './state.ts'

type Count = ReturnType<typeof createRateLimits>

const largestBodyBytes = 10 * 1024 * 1024

export function createRest(state: State, routes: readonly Route[], faults: Faults, count: Count): RequestListener {
  return (request, response) => {
    serve(state, routes, faults, count, request, response).catch((error: unknown) => {
      // A fault of the peer itself must not look like Discord's.
      process.stderr.write(`the Discord peer failed: ${error instanceof Error ? error.stack : String(error)}\n`)
      if (!response.headersSent) send(response, 599, { message: 'the peer failed', code: 0 })
    })
  }
}

async function serve(
  state: State,
  routes: readonly Route[],
  faults: Faults,
  count: Count,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1')
  const method = request.method ?? 'GET'
  const path = /^\/api\/v10(\/.*)$/.exec(decodeURIComponent(url.pathname))?.[1]
  const raw = await readBytes(request)
  const fault = path === undefined ? undefined : faults.take(method, path)
  if (fault?.kind === 'delay') await wait(fault.delayMs)
  if (fault?.kind === 'rate-limit') return sendRateLimit(state, method, path ?? '', response, orderedLimit(fault))
  const counted = path === undefined ? undefined : count(method, path)
  if (counted?.exceeded !== undefined) return sendRateLimit(state, method, path ?? '', response, counted.exceeded)
  const answersFirst = (fault?.kind === 'drop' || fault?.kind === 'status') && !fault.stored
  let status = 200
  let body: unknown
  let sent: unknown
  if (!answersFirst) {
    try {
      const found = findRoute(routes, method, path)
      authorise(state, found.route, request)
      const content = await readBody(request, raw)
      sent = content.json
      body = found.route.handle({ parts: found.parts, query: url.searchParams, body: content })
      if (body === undefined) status = 204
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      status = error.status
      body = error.body()
      state.refusals.push({ method, path: url.pathname, status, code: error.code, body: error.body(), sent })
    }
  }
  state.requests.push({
    at: Date.now(),
    method,
    path: path ?? url.pathname,
    status: fault?.kind === 'status' ? fault.status : status,
  })
  if (fault?.kind === 'drop') return request.socket.destroy()
  if (fault?.kind === 'status') return sendBadGateway(response, fault.status)
  if (fault?.kind === 'cut-answer') return cutAnswer(response)
  send(response, status, body, counted?.headers)
}

function cutAnswer(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '4000' })
  response.write('{"id":"1', () => response.destroy())
}

function findRoute(routes: readonly Route[], method: string, path: string | undefined) {
  for (const route of routes) {
    const match = path !== undefined && route.method === method ? route.path.exec(path) : null
    if (match !== null) return { route, parts: match.slice(1) }
  }
  throw refusals.notFound()
}

/** What an interaction's token opens needs no other; a wrong one is refused all the same. */
function authorise(state: State, route: Route, request: IncomingMessage): void {
  const { authorization } = request.headers
  if (authorization === undefined && route.open) return
  if (authorization !== `Bot ${state.token}`) throw refusals.unauthorized()
}

async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > largestBodyBytes) throw new ApiError(413, 40_005, 'Request entity too large')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

async function readBody(request: IncomingMessage, raw: Buffer): Promise<Body> {
  const type = request.headers['content-type'] ?? ''
  if (raw.length === 0) return { json: {}, files: [] }
  if (!type.startsWith('multipart/form-data')) return { json: parseJson(raw.toString('utf8')), files: [] }
  const form = await new Response(new Uint8Array(raw), { headers: { 'content-type': type } }).formData()
  const files: SentFile[] = []
  for (const [, value] of form) {
    if (typeof value !== 'string') files.push({ name: value.name, text: await value.text() })
  }
  const json = form.get('payload_json')
  return { json: typeof json === 'string' ? parseJson(json) : {}, files }
}

function parseJson(text: string): Json {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null) return value as Json
  } catch {
    // Refused below.
  }
  throw refusals.invalidJson()
}

function send(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  if (body === undefined || status === 204) return void response.writeHead(status, headers).end()
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
}

/** What stands before Discord answers with a page, not with JSON. */
function sendBadGateway(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'content-type': 'text/html' }).end('<html><body>Bad Gateway</body></html>')
}

function sendRateLimit(
  state: State,
  method: string,
  path: string,
  response: ServerResponse,
  { retryAfterSeconds, scope, headers }: Limit,
) {
  state.requests.push({ at: Date.now(), method, path, status: 429 })
  const body = { message: 'You are being rate limited.', retry_after: retryAfterSeconds, global: scope === 'global' }
  // In whole seconds, as Discord says them; the body is exact.
  const retryAfter = String(Math.ceil(retryAfterSeconds))
  send(response, 429, body, { 'retry-after': retryAfter, 'x-ratelimit-scope': scope, via: '1.1 google', ...headers })
}

function orderedLimit({ retryAfterSeconds, scope }: Omit<Limit, 'headers'>): Limit {
  const bucket = {
    'x-ratelimit-limit': '5',
    'x-ratelimit-remaining': '0',
    'x-ratelimit-reset': String(Date.now() / 1000 + retryAfterSeconds),
    'x-ratelimit-reset-after': String(retryAfterSeconds),
    'x-ratelimit-bucket': 'd721dea6054f6322373d361f98e5c38b',
  }
  const headers = scope === 'global' ? { 'x-ratelimit-global': 'true' } : bucket
  return { retryAfterSeconds, scope, headers }
}
