/** One request to a chat server, and every way in which it can fail told apart. */
import { ChatError } from '../../src/writing/chat-model.ts'

export type ChatEndpoint = { readonly url: string; readonly headers: Readonly<Record<string, string>> }
export type ChatResponse = { readonly status: number; readonly retryAfterMs: number | undefined; readonly body: string }

/** Bytes; an answer has a few thousand. A server that never ends its answer fills no memory. */
const longestBody = 1_000_000

/** `http://host:11434` and `http://host:11434/v1/` both mean `…/v1/chat/completions`. A name and password go in a header. */
export function chatEndpoint(address: string, key: string | undefined): ChatEndpoint {
  const url = new URL(address)
  const path = url.pathname.replace(/\/+$/, '')
  if (!path.endsWith('/chat/completions')) url.pathname = `${path === '' ? '/v1' : path}/chat/completions`
  const { username, password } = url
  url.username = ''
  url.password = ''
  url.hash = ''
  const account = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`
  const basic = username === '' ? undefined : `Basic ${Buffer.from(account).toString('base64')}`
  const authorization = key === undefined ? basic : `Bearer ${key}`
  const headers = { 'content-type': 'application/json', accept: 'application/json' }
  return { url: url.href, headers: authorization === undefined ? headers : { ...headers, authorization } }
}

/** @throws ChatError `slow` when the signal ends it, else `unreachable`; its message holds nothing that was sent. */
export async function post(
  { url, headers }: ChatEndpoint,
  body: unknown,
  signal: AbortSignal | undefined,
): Promise<ChatResponse> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
      // A local server must not be able to pass a private question on to another host.
      redirect: 'error',
      ...(signal !== undefined && { signal }),
    })
    return {
      status: response.status,
      retryAfterMs: readRetryAfter(response.headers.get('retry-after')),
      body: await readBody(response),
    }
  } catch (error) {
    if (error instanceof ChatError) throw error
    if (signal?.aborted === true) throw new ChatError('slow', 'the model took too long')
    throw new ChatError('unreachable', 'the connection to the model failed')
  }
}

async function readBody(response: Response): Promise<string> {
  if (response.body === null) return ''
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  for await (const chunk of response.body) {
    bytes += chunk.byteLength
    if (bytes > longestBody) throw new ChatError('unusable', `the model answered with more than ${longestBody} bytes`)
    text += decoder.decode(chunk, { stream: true })
  }
  return text + decoder.decode()
}

/** Seconds, or a date. */
function readRetryAfter(header: string | null): number | undefined {
  if (header === null || header.trim() === '') return undefined
  const seconds = Number(header)
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000)
  const date = Date.parse(header)
  return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now())
}
