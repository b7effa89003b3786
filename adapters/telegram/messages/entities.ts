/**
 * Blocks as Telegram shows them: plain text, and entities that say which stretch of it is a quote, bold, a link. Never
 * markup, so that no character of an article can break a message. Offsets and lengths count UTF-16 units.
 */
import { z } from 'zod'
import { webAddress } from '../../../src/record/web-address.ts'
import type { Block, BlockKind, Span, Tone } from '../../../src/rendering/types.ts'
import { trimRange } from '../../../src/text/lines.ts'

const stretch = { offset: z.int().min(0), length: z.int().min(1) }
export const entitySchema = z.discriminatedUnion('type', [
  z.object({ type: z.enum(['bold', 'italic', 'code', 'blockquote', 'expandable_blockquote']), ...stretch }),
  z.object({ type: z.literal('text_link'), ...stretch, url: z.string() }),
])
export type Entity = z.output<typeof entitySchema>

export type FormattedText = { readonly text: string; readonly entities: readonly Entity[] }

/** Telegram shows three lines of an expandable quote: of a citation (400 characters at most) all is to be seen. */
const LONG_QUOTE = 500
/** Of more, Telegram takes an arbitrary part. */
const MOST_ENTITIES = 100

const signs: Readonly<Record<Tone, string>> = {
  answered: '🟢 ',
  unsure: '🟡 ',
  'not-found': '⚪ ',
  alarm: '🔴 ',
  plain: '',
}
const wholeStyles: Readonly<Partial<Record<BlockKind, 'bold' | 'italic'>>> = {
  title: 'bold',
  introduction: 'italic',
}

/** The most that a sign before the first line takes, in UTF-16 units. */
export const signLength = Math.max(...Object.values(signs).map(({ length }) => length))

/**
 * @param tone is shown as a coloured sign before the first line, where that is the bot's own words.
 * @returns a text without white space at its ends, blank only when all blocks are.
 */
export function formatBlocks(blocks: readonly Block[], tone: Tone = 'plain'): FormattedText {
  let text = ''
  const entities: Entity[] = []
  let previous: BlockKind | undefined
  for (const block of blocks) {
    const formatted = formatBlock(block)
    if (formatted.text === '') continue
    if (previous === undefined) text = isOwnWords(block.kind) ? signs[tone] : ''
    else text += partsWithBlankLine(previous, block.kind) ? '\n\n' : '\n'
    const start = text.length
    text += formatted.text
    for (const entity of formatted.entities) entities.push({ ...entity, offset: entity.offset + start })
    previous = block.kind
  }
  return { text, entities: atMost(entities, MOST_ENTITIES) }
}

function isOwnWords(kind: BlockKind): boolean {
  return kind === 'lead' || kind === 'title' || kind === 'text'
}

/** What belongs together stands line under line: the heading, the quote and its source; the items of a list. */
function partsWithBlankLine(previous: BlockKind, next: BlockKind): boolean {
  if (previous === 'title' || next === 'footer') return next !== 'item'
  if (next === 'source') return false
  if (next === 'quote') return previous !== 'introduction'
  if (previous === next) return next === 'text' || next === 'introduction'
  return true
}

function formatBlock({ kind, spans }: Block): FormattedText {
  const whole = wholeStyles[kind]
  const isQuote = kind === 'quote'
  let raw = ''
  const found: Entity[] = []
  for (const span of spans) {
    const text = toInert(span.text)
    const place = { offset: raw.length, length: text.length }
    // What an answer was made of is small print, but its id is there to be copied.
    const styled = kind === 'footer' ? { style: 'italic' as const, ...span } : span
    if (text !== '') found.push(...entitiesOf(styled, place, whole, isQuote))
    raw += text
  }
  const words = trimRange(raw, { start: 0, end: raw.length })
  if (words === undefined) return { text: '', entities: [] }
  const prefix = kind === 'item' ? '• ' : ''
  const text = prefix + raw.slice(words.start, words.end)
  const inner = found.flatMap((entity) => trimEntity(entity, raw, prefix.length - words.start))
  const over = { offset: 0, length: text.length }
  if (isQuote) return { text, entities: [{ type: typeOfQuote(text), ...over }, ...inner] }
  return { text, entities: whole === undefined ? inner : [{ type: whole, ...over }, ...inner] }
}

function typeOfQuote(text: string): 'blockquote' | 'expandable_blockquote' {
  return text.length > LONG_QUOTE ? 'expandable_blockquote' : 'blockquote'
}

type Place = { readonly offset: number; readonly length: number }

/** A style within the same style says nothing, and code may stand in no other entity. */
function entitiesOf({ style, url }: Span, place: Place, whole: Entity['type'] | undefined, isQuote: boolean): Entity[] {
  const entities: Entity[] = []
  const address = linkable(url)
  if (address !== undefined) entities.push({ type: 'text_link', ...place, url: address })
  const isAlone = address === undefined && whole === undefined && !isQuote
  if (style !== undefined && style !== whole && (style !== 'code' || isAlone)) entities.push({ type: style, ...place })
  return entities
}

const LONGEST_ADDRESS = 2048

/** Telegram takes no link to a bare host name. */
function linkable(url: string | undefined): string | undefined {
  const address = webAddress(url)
  if (address === undefined || address.length > LONGEST_ADDRESS) return undefined
  return /[.:]/.test(new URL(address).hostname) ? address : undefined
}

/** Without white space at its ends, which Telegram would take off; nothing is left of a blank one. */
function trimEntity(entity: Entity, raw: string, shift: number): readonly Entity[] {
  const words = trimRange(raw, { start: entity.offset, end: entity.offset + entity.length })
  return words === undefined ? [] : [{ ...entity, offset: words.start + shift, length: words.end - words.start }]
}

const UNWANTED =
  /(?<lineEnd>\r\n|[\r\v\f\u0085\u2028\u2029])|(?<lone>\p{Cs})|(?<direction>[\u202a-\u202e\u2066-\u2069])|(?<control>[^\P{Cc}\n])/gu

/** What Telegram itself would take out, or what would turn the words around: after this, offsets are what they will be. */
function toInert(text: string): string {
  return text.replaceAll(UNWANTED, (_match, lineEnd: unknown, lone: unknown, direction: unknown) => {
    if (lineEnd !== undefined) return '\n'
    if (lone !== undefined) return '\ufffd'
    return direction === undefined ? ' ' : ''
  })
}

/** Bold words go first: quotes and links are what a message must not lose. */
function atMost(entities: readonly Entity[], most: number): readonly Entity[] {
  if (entities.length <= most) return entities
  const structure = entities.filter(({ type }) => type !== 'bold' && type !== 'italic').slice(0, most)
  const kept = new Set(structure)
  for (const entity of entities) if (kept.size < most) kept.add(entity)
  return entities.filter((entity) => kept.has(entity))
}
