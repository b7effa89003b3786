/** One HTTP request as a call of the Bot API: `/bot<token>/<method>`, its parameters in any form that clients send. */
import type { IncomingMessage } from 'node:http'
import { badRequest, notFound } from './api-error.ts'
import type { Payload } from './payload.ts'

export type Call = { readonly token: string; readonly method: string; readonly payload: Payload }

export async function readCall(request: IncomingMessage): Promise<Call> {
  const url = new URL(request.url ?? '/', 'http://localhost')
  const [, token, method] = /^\/bot([^/]+)\/(\w+)$/.exec(decodeURIComponent(url.pathname)) ?? []
  if (token === undefined || method === undefined) throw notFound()
  const body = await readBody(request)
  return { token, method, payload: { ...Object.fromEntries(url.searchParams), ...body } }
}

async function readBody(request: IncomingMessage): Promise<Payload> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const body = Buffer.concat(chunks)
  const type = request.headers['content-type'] ?? ''
  if (body.length === 0) return {}
  if (type.startsWith('multipart/form-data')) return readMultipart(body.toString('latin1'), type)
  if (type.startsWith('application/x-www-form-urlencoded')) {
    return Object.fromEntries(new URLSearchParams(body.toString()))
  }
  if (!type.startsWith('application/json')) return {}
  try {
    return JSON.parse(body.toString()) as Payload
  } catch {
    throw badRequest("can't parse JSON object")
  }
}

/** Fields as text; files as `{ file, name }` with their bytes as latin1 text. Handles headers without the usual spaces. */
function readMultipart(body: string, type: string): Payload {
  const boundary = /boundary="?([^";]+)"?/.exec(type)?.[1]
  if (boundary === undefined) throw badRequest('wrong multipart request')
  const parts = body.split(`--${boundary}`).slice(1, -1)
  return Object.fromEntries(
    parts.map((part) => {
      const [head = '', ...rest] = part.replace(/^\r\n/, '').split('\r\n\r\n')
      const content = rest.join('\r\n\r\n').replace(/\r\n$/, '')
      const name = /\bname="?([^";\r\n]+)"?/.exec(head)?.[1] ?? ''
      const file = /\bfilename="?([^";\r\n]+)"?/.exec(head)?.[1]
      const utf8 = (text: string) => Buffer.from(text, 'latin1').toString()
      return [name, file === undefined ? utf8(content) : { file: content, name: utf8(file) }]
    }),
  )
}
