/** What Telegram makes of a text before it stores it: some characters go, the ends are trimmed, entities move with them. */
import type { MessageEntity } from 'grammy/types'
import { badRequest } from './api-error.ts'
import { readEntities } from './entities.ts'
import { listOf, type Payload, refuseBrokenText, textOf } from './payload.ts'

/** UTF-16 units of the longest message, and of the longest caption. */
export const textLimit = 4_096
export const captionLimit = 1_024

export type FormattedText = { readonly text: string; readonly entities: readonly MessageEntity[] }

type TextFields = { readonly text: string; readonly entities: string; readonly limit: number }
const messageFields: TextFields = { text: 'text', entities: 'entities', limit: textLimit }

/** @throws ApiError as Telegram refuses the text of a message (or caption) and its entities. */
export function readText(payload: Payload, fields: TextFields = messageFields): FormattedText {
  const raw = textOf(payload, fields.text)
  if (raw === undefined || raw === '') throw badRequest('message text is empty')
  refuseBrokenText(raw)
  const parseMode = textOf(payload, 'parse_mode')?.toLowerCase()
  if (parseMode !== undefined && !['', 'html', 'markdown', 'markdownv2'].includes(parseMode)) {
    throw badRequest('unsupported parse_mode')
  }
  // Markup is for others: whoever sends it here would be read wrongly, so it is refused rather than half read.
  if (parseMode) throw badRequest("can't parse entities: the local server reads entities only")
  const entities = readEntities(raw, listOf(payload, fields.entities) ?? [])
  if (raw.length > 8 * fields.limit) throw badRequest('message is too long')
  const formatted = trim(removeUnseen({ text: raw, entities }))
  if (formatted.text === '') throw badRequest('text must be non-empty')
  if (formatted.text.length > fields.limit) throw badRequest('message is too long')
  return formatted
}

/** Carriage returns and marks of embedding direction vanish, other control characters become spaces. */
function removeUnseen({ text, entities }: FormattedText): FormattedText {
  const kept: string[] = []
  const positions: number[] = []
  let length = 0
  for (let position = 0; position < text.length; position++) {
    positions.push(length)
    const unit = text.charCodeAt(position)
    if (unit === 13 || (unit >= 0x2028 && unit <= 0x202e)) continue
    kept.push(unit < 32 && unit !== 10 ? ' ' : (text[position] ?? ''))
    length++
  }
  positions.push(length)
  const at = (offset: number) => positions[offset] ?? length
  const moved = entities.map((entity) => ({
    ...entity,
    offset: at(entity.offset),
    length: at(entity.offset + entity.length) - at(entity.offset),
  }))
  return { text: kept.join(''), entities: moved.filter((entity) => entity.length > 0) }
}

/** Leading blanks go as far as the first entity, trailing ones all. */
function trim({ text, entities }: FormattedText): FormattedText {
  const firstEntity = Math.min(text.length, ...entities.map(({ offset }) => offset))
  const blanks = /^[ \n]*/.exec(text)?.[0].length ?? 0
  const start = text.trim() === '' ? text.length : Math.min(blanks, firstEntity)
  const rest = text.slice(start).replace(/[ \n]+$/, '')
  const moved = entities.map((entity) => {
    const offset = entity.offset - start
    return { ...entity, offset, length: Math.min(entity.length, rest.length - offset) }
  })
  return { text: rest, entities: moved.filter((entity) => entity.length > 0) }
}
