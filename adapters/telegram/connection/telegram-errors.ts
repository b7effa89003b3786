/** What can go wrong with a call to Telegram, and what follows from it. */

/** Telegram answered, and said no. */
export class TelegramRefusal extends Error {
  override readonly name = 'TelegramRefusal'
  readonly method: string
  readonly code: number
  readonly description: string
  /** The group has become a supergroup with this id. */
  readonly movedTo: number | undefined

  constructor(method: string, code: number, description: string, movedTo?: number) {
    super(`Telegram refused ${method}: ${code} ${description}`)
    this.method = method
    this.code = code
    this.description = description
    this.movedTo = movedTo
  }
}

/** No answer came. */
export class TelegramUnreachable extends Error {
  override readonly name = 'TelegramUnreachable'
  readonly code: string | undefined

  constructor(what: string, reason: string, code?: string) {
    super(`${what} ${reason}`)
    this.code = code
  }
}

/** What a failed call means for what was to be done. */
export type Consequence =
  /** It never reached Telegram: safe to repeat. */
  | 'not-sent'
  /** It may have been done: to repeat it may do it twice. */
  | 'unknown'
  /** Nothing is left to do: already done, or too late. */
  | 'settled'
  /** The person blocked the bot, the chat is gone, the bot may not write there. */
  | 'unwanted'
  /** The message to be edited is gone. */
  | 'gone'
  /** Telegram asks for a longer wait than was waited. */
  | 'later'
  /** The token is refused. */
  | 'dead'
  /** What was sent is wrong: to repeat it is useless. */
  | 'wrong'

const BEFORE_SENDING = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'ENETDOWN'])
const SETTLED = /message is not modified|query is too old|query id is invalid|response timeout expired/i
const GONE = /message to edit not found|message can't be edited|MESSAGE_ID_INVALID/i
const UNWANTED =
  /chat not found|user is deactivated|user not found|peer_id_invalid|have no rights|not enough rights|need administrator rights|chat_write_forbidden|bot was kicked|not a member|topic_closed|group chat was deleted|chat_restricted|voice_messages_forbidden/i

/** What every server knows: not found is the token. Of any other method it may be the method, which an older server lacks. */
const OF_TOKEN = new Set(['getMe', 'getUpdates'])

export function consequenceOf(error: unknown): Consequence {
  if (error instanceof TelegramUnreachable) return BEFORE_SENDING.has(error.code ?? '') ? 'not-sent' : 'unknown'
  if (!(error instanceof TelegramRefusal)) return 'unknown'
  const { code, description, method } = error
  if (code === 401 || (code === 404 && /^not found$/i.test(description) && OF_TOKEN.has(method))) return 'dead'
  if (code === 429) return 'later'
  if (code === 403) return 'unwanted'
  if (code >= 500) return 'unknown'
  if (SETTLED.test(description)) return 'settled'
  if (GONE.test(description)) return 'gone'
  return UNWANTED.test(description) ? 'unwanted' : 'wrong'
}
