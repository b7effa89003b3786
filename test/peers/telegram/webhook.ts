/** Posts updates to the address that the bot has set, again and again until it answers with 2xx; those of one chat in order. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { WebhookInfo } from 'grammy/types'
import { badRequest } from './api-error.ts'
import { isPayload, numberOf, type Payload, textOf } from './payload.ts'
import type { QueuedUpdate, UpdateQueue } from './update-queue.ts'

export type WebhookOptions = {
  /** Wait before the first repetition; doubles up to a hundred times that. Telegram: about 1,000. */
  readonly retryMs: number
  /** How long an answer may take before the delivery counts as failed. Telegram: about 60,000. */
  readonly timeoutMs: number
  /** A method written into the answer is carried out. */
  readonly call: (method: string, payload: Payload) => Promise<unknown>
}

export type Webhook = {
  set(payload: Payload): void
  unset(): void
  isSet(): boolean
  info(): WebhookInfo
  /** Looks for updates to deliver. */
  wake(): void
  /** Status of every delivery so far (0: no answer), in order. */
  readonly answers: readonly { readonly updateId: number; readonly status: number }[]
}

type Target = { readonly url: string; readonly secret: string | undefined; readonly connections: number }

export function createWebhook(queue: UpdateQueue, options: WebhookOptions): Webhook {
  const answers: { updateId: number; status: number }[] = []
  const busyLines = new Set<number | string>()
  let target: Target | undefined
  let lastError: { readonly date: number; readonly message: string } | undefined

  const post = async (entry: QueuedUpdate, to: Target): Promise<number> => {
    const headers: Record<string, string> = { 'content-type': 'application/json' }
    if (to.secret !== undefined) headers['x-telegram-bot-api-secret-token'] = to.secret
    entry.deliveries++
    try {
      const signal = AbortSignal.timeout(options.timeoutMs)
      const response = await fetch(to.url, { method: 'POST', headers, body: JSON.stringify(entry.update), signal })
      const body = await response.text()
      if (response.ok) await callWrittenMethod(body)
      return response.status
    } catch {
      return 0
    }
  }
  const callWrittenMethod = async (body: string) => {
    const reply: unknown = body.startsWith('{') ? JSON.parse(body) : undefined
    if (isPayload(reply) && typeof reply['method'] === 'string') await options.call(reply['method'], reply)
  }

  const deliver = async (entry: QueuedUpdate) => {
    const updateId = entry.update.update_id
    for (let failures = 0; target !== undefined; failures++) {
      const status = await post(entry, target)
      answers.push({ updateId, status })
      if (status >= 200 && status < 300) {
        queue.remove(updateId)
        break
      }
      const message = status === 0 ? 'Read timeout expired' : `Wrong response from the webhook: ${status}`
      lastError = { date: Math.floor(Date.now() / 1_000), message }
      await sleep(options.retryMs * Math.min(100, 2 ** failures), undefined, { ref: false })
    }
    busyLines.delete(entry.line)
    wake()
  }
  const wake = () => {
    if (target === undefined) return
    for (const entry of [...queue.waiting]) {
      if (busyLines.size >= target.connections) return
      if (busyLines.has(entry.line)) continue
      busyLines.add(entry.line)
      void deliver(entry)
    }
  }

  return {
    answers,
    wake,
    isSet: () => target !== undefined,
    set(payload) {
      const url = textOf(payload, 'url') ?? ''
      const secret = textOf(payload, 'secret_token')
      if (secret !== undefined && !/^[\w-]{1,256}$/.test(secret)) {
        throw badRequest('secret token contains unallowed characters')
      }
      // A server of one's own takes plain HTTP as well; Telegram's wants HTTPS.
      if (url !== '' && !/^https?:$/.test(URL.canParse(url) ? new URL(url).protocol : '')) {
        throw badRequest('bad webhook: invalid URL specified')
      }
      target = url === '' ? undefined : { url, secret, connections: numberOf(payload, 'max_connections') ?? 40 }
      wake()
    },
    unset() {
      target = undefined
    },
    info: () => ({
      url: target?.url ?? '',
      has_custom_certificate: false,
      pending_update_count: queue.waiting.length,
      max_connections: target?.connections ?? 40,
      ...(lastError && { last_error_date: lastError.date, last_error_message: lastError.message }),
      allowed_updates: [...queue.allowed()] as NonNullable<WebhookInfo['allowed_updates']>,
    }),
  }
}
