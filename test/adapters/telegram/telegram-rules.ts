/** Telegram's rules for a message and its entities, written down apart from the adapter: what it would refuse or change. */
import type { Entity } from '../../../adapters/telegram/messages/entities.ts'

/** Empty when Telegram would store the message exactly as it is. */
export function faultsOf(text: string, entities: readonly Entity[]): readonly string[] {
  const faults: string[] = []
  if (text.trim() === '') faults.push('blank')
  if (text !== text.trim()) faults.push('white space at its ends')
  if (text.length > 4096) faults.push(`${text.length} characters`)
  if (/\p{Cs}/u.test(text)) faults.push('half a surrogate pair')
  if (/[^\P{Cc}\n]|[\u2028-\u202e]/u.test(text)) faults.push('a character that Telegram takes out')
  if (entities.length > 100) faults.push(`${entities.length} entities`)
  for (const entity of entities) faults.push(...faultsOfEntity(entity, text))
  for (const [at, one] of entities.entries()) {
    for (const other of entities.slice(at + 1)) faults.push(...faultsOfPair(one, other))
  }
  return faults
}

function faultsOfEntity({ type, offset, length, ...rest }: Entity, text: string): readonly string[] {
  const faults: string[] = []
  const words = text.slice(offset, offset + length)
  if (length < 1 || offset < 0 || offset + length > text.length) faults.push(`${type} out of the text`)
  if (words !== words.trim()) faults.push(`${type} with white space at its ends`)
  for (const position of [offset, offset + length]) {
    if (/[\ud800-\udbff]$/.test(text.slice(0, position)) && /^[\udc00-\udfff]/.test(text.slice(position))) {
      faults.push(`${type} parts a surrogate pair`)
    }
  }
  if ('url' in rest && !/^https?:\/\/[^/]*[.:]/.test(rest.url)) faults.push(`a link to ${rest.url}`)
  return faults
}

const isQuote = ({ type }: Entity) => type.endsWith('blockquote')

function faultsOfPair(one: Entity, other: Entity): readonly string[] {
  const [oneEnd, otherEnd] = [one.offset + one.length, other.offset + other.length]
  if (oneEnd <= other.offset || otherEnd <= one.offset) return []
  const oneHolds = one.offset <= other.offset && otherEnd <= oneEnd
  const otherHolds = other.offset <= one.offset && oneEnd <= otherEnd
  if (!oneHolds && !otherHolds) return [`${one.type} crosses ${other.type}`]
  if (one.type === 'code' || other.type === 'code') return ['code together with another entity']
  if (one.type === other.type || (isQuote(one) && isQuote(other))) return [`${one.type} within ${other.type}`]
  return []
}
