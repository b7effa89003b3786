/** Long polling: what comes in is in the inbox before the next call tells Telegram that it has arrived. */
import { setTimeout as wait } from 'node:timers/promises'
import type { Update } from 'grammy/types'
import type { Log } from '../../../src/log.ts'
import { wantedUpdates } from '../updates/update.ts'
import type { Client } from './client.ts'
import { consequenceOf, TelegramRefusal } from './telegram-errors.ts'

export type PollingParts = {
  readonly client: Client
  readonly log: Log
  /** Must have made the updates durable when it resolves. */
  take(updates: readonly Update[]): Promise<void>
  onDead(reason: string): void
}

export type Polling = { stop(): Promise<void> }

const HELD_SECONDS = 30
const BATCH = 100
const FIRST_PAUSE_MS = 500
const LONGEST_PAUSE_MS = 30_000
/** Telegram holds a call back until there is something; a server that does not is not asked without end. */
const EMPTY_PAUSE_MS = 200

/** Goes on until it is stopped, whatever happens, unless the token is refused. */
export function startPolling({ client, log, take, onDead }: PollingParts): Polling {
  const stopping = new AbortController()
  const { signal } = stopping
  let offset: number | undefined
  let pause = FIRST_PAUSE_MS
  let hasDeletedWebhook = false

  const pollOnce = async (): Promise<void> => {
    const wanted = { limit: BATCH, timeout: HELD_SECONDS, allowed_updates: wantedUpdates }
    const options = { ...wanted, ...(offset !== undefined && { offset }) }
    const askedAtMs = Date.now()
    const updates = await client.attempt((api, aborted) => api.getUpdates(options, aborted), signal)
    await take(updates)
    const last = updates.at(-1)
    if (last !== undefined) offset = last.update_id + 1
    else if (Date.now() - askedAtMs < EMPTY_PAUSE_MS) await wait(EMPTY_PAUSE_MS, undefined, { signal })
  }

  const deleteWebhook = async (): Promise<void> => {
    try {
      await client.attempt((api, aborted) => api.deleteWebhook(undefined, aborted), signal)
    } catch (error) {
      hasDeletedWebhook = false
      log.warn({ err: error, pauseMs: pause }, 'the webhook could not be deleted')
      await wait(pause, undefined, { signal }).catch(() => undefined)
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS)
    }
  }

  const poll = async (): Promise<void> => {
    while (!signal.aborted) {
      try {
        await pollOnce()
        pause = FIRST_PAUSE_MS
      } catch (error) {
        if (signal.aborted) return
        if (consequenceOf(error) === 'dead') {
          onDead('Telegram refuses SOURCIER_TELEGRAM_TOKEN: get a new one from @BotFather')
          return
        }
        if (isWebhookSet(error) && !hasDeletedWebhook) {
          // Once: with a program that sets it again and again there is no end to it.
          hasDeletedWebhook = true
          log.warn('a webhook was set elsewhere, by which no updates come here: it is deleted')
          await deleteWebhook()
          continue
        }
        log.warn({ err: error, pauseMs: pause }, explain(error))
        await wait(pause, undefined, { signal }).catch(() => undefined)
        pause = Math.min(pause * 2, LONGEST_PAUSE_MS)
      }
    }
  }
  const done = poll()

  return {
    async stop() {
      stopping.abort()
      await done
    },
  }
}

function isWebhookSet(error: unknown): boolean {
  return error instanceof TelegramRefusal && error.code === 409 && /webhook/i.test(error.description)
}

function explain(error: unknown): string {
  if (isWebhookSet(error)) return 'another program sets a webhook for this bot again and again: end it'
  const isSecond = error instanceof TelegramRefusal && error.code === 409
  return isSecond ? 'another program reads the updates of this bot: end one of the two' : 'no updates came'
}
