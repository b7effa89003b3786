/**
 * The rules for entities. Telegram itself mends some of what is refused here (it cuts crossing entities apart, forgets
 * what is beyond the hundredth): the peer refuses it, so that nothing depends on being mended.
 */
import type { MessageEntity } from 'grammy/types'
import { badRequest } from './api-error.ts'
import { isPayload } from './payload.ts'

/** Beyond it Telegram drops formatting in silence; its own protocol calls it ENTITIES_TOO_LONG. */
const entitiesLimit = 100

const marks = ['bold', 'italic', 'underline', 'strikethrough', 'spoiler']
const quotes = ['blockquote', 'expandable_blockquote']
const codes = ['code', 'pre']
const others = ['text_link', 'text_mention', 'custom_emoji']
/** Found by Telegram itself in a text; accepted from a bot and ignored. */
const found = ['mention', 'hashtag', 'cashtag', 'bot_command', 'url', 'email', 'phone_number']
const known = new Set([...marks, ...quotes, ...codes, ...others, ...found])

/** @throws ApiError in Telegram's words. Sorted by offset, the longer first. */
export function readEntities(text: string, values: readonly unknown[]): readonly MessageEntity[] {
  const entities = values.map((value) => readEntity(text, value))
  if (entities.length > entitiesLimit) throw badRequest('ENTITIES_TOO_LONG')
  const sorted = entities.sort((left, right) => left.offset - right.offset || right.length - left.length)
  sorted.forEach((inner, position) => {
    for (const outer of sorted.slice(0, position)) refuseOverlap(outer, inner)
  })
  return sorted.filter(({ type }) => !found.includes(type))
}

function readEntity(text: string, value: unknown): MessageEntity {
  if (!isPayload(value)) throw badRequest("can't parse MessageEntity: MessageEntity must be an Object")
  const { type, offset, length } = value
  if (typeof type !== 'string') throw badRequest('can\'t parse MessageEntity: can\'t find field "type"')
  if (!known.has(type)) throw badRequest("can't parse MessageEntity: unsupported type specified")
  if (!isCount(offset)) throw badRequest(`receive an entity with incorrect offset ${offset}`)
  if (!isCount(length) || length === 0) throw badRequest(`receive an entity with incorrect length ${length}`)
  const end = offset + length
  if (offset >= text.length) {
    throw badRequest(`entity begins after the end of the text at UTF-16 offset ${offset}`)
  }
  if (end > text.length) {
    throw badRequest(
      `entity beginning at UTF-16 offset ${offset} ends after the end of the text at UTF-16 offset ${end}`,
    )
  }
  if (isWithinPair(text, offset)) throw badRequest(`entity begins in a middle of a UTF-16 symbol at offset ${offset}`)
  if (isWithinPair(text, end)) {
    throw badRequest(`entity beginning at UTF-16 offset ${offset} ends in a middle of a UTF-16 symbol at offset ${end}`)
  }
  if (type === 'text_link') refuseAddress(value['url'])
  return value as unknown as MessageEntity
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 1_000_000
}

function isWithinPair(text: string, offset: number): boolean {
  const before = text.charCodeAt(offset - 1)
  const after = text.charCodeAt(offset)
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff
}

/** @throws ApiError for what is no address that a client would open. */
export function refuseAddress(url: unknown): void {
  if (typeof url !== 'string' || url === '') throw badRequest('wrong message entity: URL must be non-empty')
  if (/\s/.test(url) || !URL.canParse(url)) throw badRequest('wrong message entity: wrong HTTP URL')
  const { protocol, hostname } = new URL(url)
  if (!['http:', 'https:', 'tg:', 'ton:'].includes(protocol)) {
    throw badRequest('wrong message entity: unsupported URL protocol')
  }
  if (/^https?:$/.test(protocol) && !/[.:]|^localhost$/.test(hostname)) {
    throw badRequest('wrong message entity: wrong HTTP URL')
  }
}

/** Bot API, "MessageEntity": of two that share characters one contains the other, and only marks may stand in others. */
function refuseOverlap(outer: MessageEntity, inner: MessageEntity): void {
  const outerEnd = outer.offset + outer.length
  if (inner.offset >= outerEnd) return
  if (inner.offset + inner.length > outerEnd) throw badRequest('ENTITY_BOUNDS_INVALID: entities cross each other')
  const types = [outer.type, inner.type]
  const has = (group: readonly string[]) => types.some((type) => group.includes(type))
  if (has(codes)) throw badRequest('ENTITY_BOUNDS_INVALID: code can contain no entity and be in none but itself')
  if (types.every((type) => quotes.includes(type))) {
    throw badRequest("ENTITY_BOUNDS_INVALID: blockquotes can't be nested")
  }
  if (has(marks) || quotes.includes(outer.type)) return
  throw badRequest(`ENTITY_BOUNDS_INVALID: ${outer.type} can't contain ${inner.type}`)
}
