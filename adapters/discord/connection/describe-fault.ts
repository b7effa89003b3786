/** A fault as the log may keep it: what went wrong and where, without the token, what was sent or who is spoken to. */
import type { Redact } from '../../../src/log.ts'

export type Fault = {
  readonly name: string
  readonly message: string
  readonly stack?: string
  /** Discord's own code (10062) or the system's ("ECONNRESET"). */
  readonly code?: string | number
  /** HTTP status. */
  readonly status?: number
  readonly method?: string
  readonly path?: string
  readonly cause?: Fault
}

/** The token of an interaction stands in its address and is as good as a password for 15 minutes. */
const interactionToken = /(\/(?:webhooks|interactions)\/\d+\/)[^/?\s]+/g
const deepestCause = 4

/**
 * Errors of discord.js carry the whole request as own properties, the answer's text and the person's words with it:
 * only named properties are taken.
 */
export function describeFault(error: unknown, redact: Redact, depth = 0): Fault {
  const hide = (text: string) => redact(text).replaceAll(interactionToken, '$1[hidden]')
  if (!(error instanceof Error)) return { name: 'thrown', message: hide(String(error)) }
  const { code, status, method, url } = ownFacts(error)
  return {
    name: error.name,
    message: hide(error.message),
    ...(error.stack !== undefined && { stack: hide(error.stack) }),
    ...((typeof code === 'string' || typeof code === 'number') && { code }),
    ...(typeof status === 'number' && { status }),
    ...(typeof method === 'string' && { method }),
    ...(typeof url === 'string' && { path: hide(url.replace(/^https?:\/\/[^/]+/, '')) }),
    ...(error.cause !== undefined && depth < deepestCause && { cause: describeFault(error.cause, redact, depth + 1) }),
  }
}

function ownFacts(error: object): Partial<Record<'code' | 'status' | 'method' | 'url', unknown>> {
  return Object.fromEntries(['code', 'status', 'method', 'url'].map((name) => [name, Reflect.get(error, name)]))
}
