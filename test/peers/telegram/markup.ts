/** Inline keyboards: what Telegram refuses of them. */
import type { InlineKeyboardMarkup } from 'grammy/types'
import { badRequest } from './api-error.ts'
import { refuseAddress } from './entities.ts'
import { isPayload, objectOf, type Payload, refuseBrokenText } from './payload.ts'

/** Bytes of callback data. */
const dataLimit = 64
const buttonsLimit = 100
const rowLimit = 8

/** @returns undefined when none was given, or an empty one (which takes the keyboard away). */
export function readMarkup(payload: Payload): InlineKeyboardMarkup | undefined {
  const markup = objectOf(payload, 'reply_markup')
  if (markup === undefined) return undefined
  refuseBrokenText(markup)
  // Keyboards under the text field and "force reply" show nothing on the message itself.
  if (['keyboard', 'remove_keyboard', 'force_reply'].some((kind) => kind in markup)) return undefined
  const rows = markup['inline_keyboard']
  if (!Array.isArray(rows)) throw badRequest('object expected as reply markup')
  for (const row of rows) {
    if (!Array.isArray(row)) throw badRequest("can't parse inline keyboard button: row must be an Array")
    if (row.length > rowLimit) throw badRequest('REPLY_MARKUP_INVALID')
    row.forEach(refuseButton)
  }
  const count = rows.flat().length
  if (count > buttonsLimit) throw badRequest('REPLY_MARKUP_TOO_LONG')
  return count === 0 ? undefined : (markup as unknown as InlineKeyboardMarkup)
}

const actions = ['callback_data', 'url', 'switch_inline_query', 'switch_inline_query_current_chat', 'copy_text']

function refuseButton(button: unknown): void {
  if (!isPayload(button)) throw badRequest("can't parse inline keyboard button: InlineKeyboardButton must be an Object")
  const { text, callback_data: data, url } = button
  if (typeof text !== 'string' || text.trim() === '') {
    throw badRequest("can't parse inline keyboard button: text of the button must be non-empty")
  }
  if (actions.filter((action) => button[action] !== undefined).length !== 1) {
    throw badRequest("can't parse inline keyboard button: text buttons are unallowed in the inline keyboard")
  }
  if (data !== undefined) {
    const bytes = typeof data === 'string' ? Buffer.byteLength(data) : 0
    if (bytes < 1 || bytes > dataLimit) throw badRequest('BUTTON_DATA_INVALID')
  }
  if (url !== undefined) {
    try {
      refuseAddress(url)
    } catch {
      throw badRequest(`inline keyboard button URL '${url}' is invalid: wrong HTTP URL`)
    }
  }
}
