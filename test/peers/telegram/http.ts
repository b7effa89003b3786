/** The HTTP side: reads a call, lets an ordered fault befall it, answers in Telegram's form. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { ApiError, notFound, tooMany } from './api-error.ts'
import type { FaultKind } from './faults.ts'
import type { Payload } from './payload.ts'
import { type Call, readCall } from './read-call.ts'

export type HttpHandlers = {
  /** @throws ApiError. */
  readonly handle: (call: Call, aborted: AbortSignal) => unknown
  readonly faultOf: (method: string, payload: Payload) => FaultKind | undefined
  readonly onAnswered: (method: string, payload: Payload, outcome: Outcome) => void
}

export type Outcome = { readonly ok: boolean; readonly code: number; readonly description?: string }

type Answer = { readonly code: number; readonly body: unknown }

/** Listens on a free port of this machine, or on the one given. */
export async function listen(
  handlers: HttpHandlers,
  port = 0,
): Promise<{ readonly server: Server; readonly port: number }> {
  const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
    respond(request, response, handlers).catch(() => response.destroy())
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return { server, port: (server.address() as AddressInfo).port }
}

async function respond(request: IncomingMessage, response: ServerResponse, handlers: HttpHandlers): Promise<void> {
  const gone = new AbortController()
  response.on('close', () => gone.abort())
  const call = await readCall(request).catch((error: unknown) => error)
  if (!isCall(call)) return write(response, refusal(call))
  const fault = handlers.faultOf(call.method, call.payload)
  if (fault && 'drop' in fault && fault.drop === 'before') return void response.destroy()
  if (fault && 'retryAfterSeconds' in fault) return write(response, refusal(tooMany(fault.retryAfterSeconds)))
  if (fault && 'refuse' in fault) {
    return write(response, refusal(new ApiError(fault.refuse.code, fault.refuse.description)))
  }
  if (fault && 'status' in fault && !fault.stored) return writeStatus(response, fault.status)

  const answer = await Promise.resolve()
    .then(() => handlers.handle(call, gone.signal))
    .then((result): Answer => ({ code: 200, body: { ok: true, result } }), refusal)
  const { ok = false, description } = answer.body as { ok?: boolean; description?: string }
  handlers.onAnswered(call.method, call.payload, { ok, code: answer.code, ...(description && { description }) })

  if (fault && 'drop' in fault) return void response.destroy()
  if (fault && 'status' in fault) return writeStatus(response, fault.status)
  if (fault && 'half' in fault) return writeHalf(response, answer, fault.half)
  if (fault && 'delayMs' in fault) await sleep(fault.delayMs, undefined, { ref: false })
  write(response, answer)
}

const isCall = (value: unknown): value is Call => typeof value === 'object' && value !== null && 'payload' in value

function refusal(error: unknown): Answer {
  const known = error instanceof ApiError ? error : notFound()
  // A fault of the peer itself must be seen, not taken for a refusal.
  if (!(error instanceof ApiError)) process.stderr.write(`telegram peer: ${(error as Error)?.stack}\n`)
  const { code, message, parameters } = known
  return { code, body: { ok: false, error_code: code, description: message, ...(parameters && { parameters }) } }
}

function write(response: ServerResponse, { code, body }: Answer): void {
  if (response.destroyed) return
  response.writeHead(code, { 'content-type': 'application/json' })
  response.end(JSON.stringify(body))
}

function writeHalf(response: ServerResponse, { code, body }: Answer, then: 'silence' | 'cut'): void {
  const text = JSON.stringify(body)
  response.writeHead(code, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) })
  response.write(text.slice(0, text.length / 2), () => then === 'cut' && response.destroy())
}

function writeStatus(response: ServerResponse, status: 500 | 502): void {
  if (status === 500) {
    write(response, refusal(new ApiError(500, 'Internal Server Error')))
    return
  }
  response.writeHead(502, { 'content-type': 'text/html' })
  response.end('<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>')
}
