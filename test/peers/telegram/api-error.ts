/** What Telegram refuses, in its own words: `{ ok: false, error_code, description, parameters }`. */

export type ErrorParameters = { readonly retry_after?: number; readonly migrate_to_chat_id?: number }

export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly code: number
  readonly parameters: ErrorParameters | undefined

  constructor(code: number, description: string, parameters?: ErrorParameters) {
    super(description)
    this.code = code
    this.parameters = parameters
  }
}

export const badRequest = (what: string) => new ApiError(400, `Bad Request: ${what}`)
export const forbidden = (what: string) => new ApiError(403, `Forbidden: ${what}`)
export const conflict = (what: string) => new ApiError(409, `Conflict: ${what}`)
export const tooMany = (seconds: number) =>
  new ApiError(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds })
export const notFound = () => new ApiError(404, 'Not Found')

export const secondPoller = () =>
  conflict('terminated by other getUpdates request; make sure that only one bot instance is running')
export const webhookIsSet = () =>
  conflict("can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first")
export const queryTooOld = () => badRequest('query is too old and response timeout expired or query ID is invalid')
