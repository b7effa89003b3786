/** Pressed buttons and inline queries that wait for the bot's answer. */
import { badRequest, queryTooOld } from './api-error.ts'
import { isPayload, type Payload, refuseBrokenText } from './payload.ts'
import { type FormattedText, readText } from './text.ts'

export type QueryLife = {
  /** How long a pressed button waits. Telegram: seconds to about a minute. */
  readonly callbackMs: number
  /** How long an inline query waits. Telegram: about 10,000. */
  readonly inlineMs: number
}

export type CallbackAnswer = { readonly text?: string; readonly alert: boolean; readonly url?: string }

export type InlineResult = FormattedText & {
  readonly id: string
  readonly title: string
  readonly description?: string
  readonly url?: string
  readonly previewsOff: boolean
}
export type InlineAnswer = {
  readonly results: readonly InlineResult[]
  /** Other people are shown the same results unless true. */
  readonly personal: boolean
  readonly cacheSeconds: number
  readonly tookMs: number
}

type Pending<T> = { readonly askedAt: number; readonly answer: (value: T) => void }

export type Queries = {
  /** Resolves with the bot's answer, or undefined when the query has died. */
  askCallback(id: string): Promise<CallbackAnswer | undefined>
  askInline(id: string): Promise<InlineAnswer | undefined>
  answerCallback(id: string | undefined, answer: CallbackAnswer): void
  answerInline(id: string | undefined, read: () => Omit<InlineAnswer, 'tookMs'>): void
  /** Answers that came too late, or twice. */
  late(): number
}

export function createQueries(life: QueryLife): Queries {
  const callbacks = new Map<string, Pending<CallbackAnswer | undefined>>()
  const inlines = new Map<string, Pending<InlineAnswer | undefined>>()
  let late = 0

  const wait = <T>(pending: Map<string, Pending<T | undefined>>, id: string, lifeMs: number) =>
    new Promise<T | undefined>((resolve) => {
      const timer = setTimeout(() => {
        pending.delete(id)
        resolve(undefined)
      }, lifeMs)
      const answer = (value: T | undefined) => {
        clearTimeout(timer)
        pending.delete(id)
        resolve(value)
      }
      pending.set(id, { askedAt: performance.now(), answer })
    })
  const find = <T>(pending: Map<string, Pending<T>>, id: string | undefined): Pending<T> => {
    const query = pending.get(id ?? '')
    if (query !== undefined) return query
    late++
    throw queryTooOld()
  }

  return {
    askCallback: (id) => wait(callbacks, id, life.callbackMs),
    askInline: (id) => wait(inlines, id, life.inlineMs),
    answerCallback: (id, answer) => find(callbacks, id).answer(answer),
    answerInline(id, read) {
      const { askedAt, answer } = find(inlines, id)
      answer({ ...read(), tookMs: performance.now() - askedAt })
    },
    late: () => late,
  }
}

const resultsLimit = 50

/** @throws ApiError in Telegram's words. */
export function readInlineResults(values: readonly unknown[]): readonly InlineResult[] {
  if (values.length > resultsLimit) throw badRequest('RESULTS_TOO_MUCH')
  refuseBrokenText(values)
  const results = values.map(readInlineResult)
  if (new Set(results.map(({ id }) => id)).size < results.length) throw badRequest('RESULT_ID_DUPLICATE')
  return results
}

function readInlineResult(value: unknown): InlineResult {
  if (!isPayload(value)) throw badRequest("can't parse inline query result: object expected")
  const { type, id, title, description, url, input_message_content: content } = value
  if (type !== 'article') throw badRequest('the local server knows inline results of type "article" only')
  if (typeof id !== 'string' || id === '' || Buffer.byteLength(id) > 64) throw badRequest('RESULT_ID_INVALID')
  if (typeof title !== 'string' || title.trim() === '') throw badRequest('ARTICLE_TITLE_EMPTY')
  if (!isPayload(content)) throw badRequest("can't parse inline query result: can't find input_message_content")
  const formatted = readText(content, { text: 'message_text', entities: 'entities', limit: 4_096 })
  return {
    ...formatted,
    id,
    title,
    previewsOff: hasPreviewsOff(content),
    ...(typeof description === 'string' && { description }),
    ...(typeof url === 'string' && { url }),
  }
}

export function hasPreviewsOff(payload: Payload): boolean {
  const options = payload['link_preview_options']
  return isPayload(options) && options['is_disabled'] === true
}
