/** The Bot API over HTTP: grammY's client, and its errors without the token that stands in the URL of each. */

import { Agent as HttpAgent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import { autoRetry } from '@grammyjs/auto-retry'
import { Api, GrammyError, HttpError } from 'grammy'
import { z } from 'zod'
import type { Redact } from '../../../src/log.ts'
import { endHalfAnswers } from './end-half-answers.ts'
import { TelegramRefusal, TelegramUnreachable } from './telegram-errors.ts'

export type ClientOptions = {
  readonly token: string
  /** Another server than Telegram's own. */
  readonly apiRoot?: string | undefined
  readonly redact: Redact
}

type CallSignal = NonNullable<Parameters<Api['getMe']>[0]>

/** grammY's types want the signal of a package from before Node.js had its own; at run time it takes both. */
const callSignal = z.custom<CallSignal>((value) => value instanceof AbortSignal)

export type Client = {
  readonly api: Api
  /**
   * Every call goes through here. A wait that Telegram asks for (429) is waited and the call made again.
   * @throws TelegramRefusal, TelegramUnreachable: neither holds the token nor what was sent.
   */
  attempt<Result>(call: (api: Api, signal?: CallSignal) => Promise<Result>, signal?: AbortSignal): Promise<Result>
}

const LONGEST_CALL_SECONDS = 60
/** A connection that idled for longer may be closed at the other end: a message sent over it would be of unknown fate. */
const IDLE_CONNECTION_MS = 4_000
/** Who asks again before the time that Telegram asks for waits longer. */
const LONGEST_WAIT_SECONDS = 24 * 60 * 60
const WAITS = 5

export function createClient({ token, apiRoot, redact }: ClientOptions): Client {
  const root = apiRoot?.replace(/\/+$/, '')
  const agentOptions = { keepAlive: true, timeout: IDLE_CONNECTION_MS }
  const isPlain = root?.startsWith('http:') === true
  const agent = isPlain ? new HttpAgent(agentOptions) : new HttpsAgent(agentOptions)
  endHalfAnswers(agent)
  const api = new Api(token, {
    ...(root !== undefined && { apiRoot: root }),
    timeoutSeconds: LONGEST_CALL_SECONDS,
    baseFetchConfig: { agent, compress: true },
  })
  // A message may have been stored although the connection broke: only a wait that was asked for is safe to repeat.
  api.config.use(
    autoRetry({
      rethrowHttpErrors: true,
      rethrowInternalServerErrors: true,
      maxRetryAttempts: WAITS,
      maxDelaySeconds: LONGEST_WAIT_SECONDS,
    }),
  )
  return {
    api,
    async attempt(call, signal) {
      try {
        return await (signal === undefined ? call(api) : call(api, callSignal.parse(signal)))
      } catch (error) {
        throw withoutSecrets(error, redact)
      }
    },
  }
}

/** grammY's errors hold the URL with the token, or the payload with a person's words: ours hold neither. */
function withoutSecrets(error: unknown, redact: Redact): unknown {
  if (error instanceof GrammyError) {
    const { method, error_code: code, description, parameters } = error
    return new TelegramRefusal(method, code, redact(description), parameters.migrate_to_chat_id)
  }
  if (error instanceof HttpError) {
    return new TelegramUnreachable(redact(error.message), redact(reasonOf(error.error)), codeOf(error.error))
  }
  return new Error(redact(reasonOf(error)))
}

/** `reason: connect ECONNREFUSED …` out of "request to URL failed, reason: …". */
function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return message.replace(/^request to \S+ failed, /, '')
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}
