/**
 * REST calls that may be repeated without harm are repeated after a fault of the network or of Discord; no other is:
 * discord.js repeats a POST after a 5xx, and two 502s after the message was stored left three copies of it.
 */
import { setTimeout as wait } from 'node:timers/promises'
import type { RESTOptions } from 'discord.js'
import { z } from 'zod'

type Send = RESTOptions['makeRequest']
type Response = Awaited<ReturnType<Send>>

/** Milliseconds before each repetition. A callback is worth nothing after Discord's 3 s. */
const waitsMs = { callback: [100, 300, 600], other: [250, 750, 2_000, 4_000] } as const
/** Milliseconds after which one attempt is given up. */
const attemptsMs = { callback: 1_500, other: 8_000 } as const
/** Milliseconds in which a callback is worth sending; the way to Discord is left out of its 3 s. */
const worthMs = 2_700

/** Discord's code for an interaction that was acknowledged: the attempt that seemed to fail had arrived. */
const alreadyAcknowledged = 40_060
const callbackPath = /\/interactions\/\d+\/[^/?]+\/callback(?:\?|$)/
const discordError = z.object({ code: z.number() })
const limited = z.object({ retry_after: z.number().nonnegative() })
const created = z.object({ nonce: z.union([z.string(), z.number()]), enforce_nonce: z.literal(true) })

/**
 * Sends as `send` does; for REST clients whose own `retries` are 0.
 * @param pace waited for before each attempt.
 */
export function repeatRequests(send: Send, pace: (url: string) => Promise<void>): Send {
  return async (url, init) => {
    const isCallback = callbackPath.test(url)
    const kind = isCallback ? 'callback' : 'other'
    const waits = isCallback || isRepeatable(init.method, init.body) ? waitsMs[kind] : []
    const until = Date.now() + worthMs
    for (let attempt = 0; ; attempt += 1) {
      const pause = waits[attempt]
      const once = async () => {
        await pace(url)
        return await trySend(send, url, init, attemptsMs[kind], pause !== undefined)
      }
      const response = isCallback ? await obeyLimits(once, until) : await once()
      if (response !== undefined && (response.status < 500 || pause === undefined)) {
        return attempt > 0 && isCallback ? acceptAcknowledged(response) : response
      }
      // Read to its end, or the connection is not used again.
      await response?.arrayBuffer().catch(() => undefined)
      await wait(pause)
    }
  }
}

/** Whether doing it twice is the same as doing it once. Discord returns the first message for a nonce that it knows. */
function isRepeatable(method: string | undefined, body: unknown): boolean {
  if (method !== 'POST') return true
  if (typeof body !== 'string') return false
  try {
    return created.safeParse(JSON.parse(body)).success
  } catch {
    return false
  }
}

/** Undefined when the connection failed and another attempt may follow. */
async function trySend(
  send: Send,
  url: string,
  init: Parameters<Send>[1],
  attemptMs: number,
  mayFail: boolean,
): Promise<Response | undefined> {
  const limits = [AbortSignal.timeout(attemptMs), ...(init.signal == null ? [] : [init.signal])]
  try {
    return await send(url, { ...init, signal: AbortSignal.any(limits) })
  } catch (error) {
    if (mayFail && init.signal?.aborted !== true) return undefined
    throw error
  }
}

/** discord.js waits the whole seconds of a 429's header; a callback has no three of them. Its body says it exactly. */
async function obeyLimits(once: () => Promise<Response | undefined>, until: number): Promise<Response | undefined> {
  for (;;) {
    const response = await once()
    if (response?.status !== 429) return response
    const text = await response.text()
    const body = limited.safeParse(parseJson(text))
    const waitMs = body.success ? Math.ceil(body.data.retry_after * 1_000) : Infinity
    if (Date.now() + waitMs > until) return withText(response, text)
    await wait(waitMs)
  }
}

async function acceptAcknowledged(response: Response): Promise<Response> {
  if (response.status !== 400) return response
  const text = await response.text()
  const body = discordError.safeParse(parseJson(text))
  return body.success && body.data.code === alreadyAcknowledged
    ? new globalThis.Response(null, { status: 204 })
    : withText(response, text)
}

/** The same, to be read once more. */
function withText({ status, headers }: Response, text: string): Response {
  return new globalThis.Response(text, { status, headers: Object.fromEntries(headers.entries()) })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
