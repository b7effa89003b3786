/** A rendering as embeds: one a page, and nearly always one page. Links stay in embeds, where Discord unfurls none. */
import type { APIEmbed } from 'discord.js'
import { cutText, packGroups } from '../../../src/rendering/cutting/cut.ts'
import type { Block, BlockKind, Rendering, Tone } from '../../../src/rendering/types.ts'
import { escapeLine, toPlainLine } from './escape.ts'
import { limits } from './limits.ts'
import { writeBlock } from './write-spans.ts'

export type Frame = {
  /** One word or two that say how it is meant, for whoever sees no colours. */
  readonly heading?: string
  /** What was asked. */
  readonly title?: string
}

const colours: Readonly<Record<Tone, number>> = {
  answered: 0x2e9e5b,
  unsure: 0xf0a020,
  'not-found': 0x80848e,
  plain: 0x5865f2,
  alarm: 0xd83c3e,
}
/** Told apart by their shapes. */
const signs: Readonly<Record<Tone, string>> = {
  answered: '✅',
  unsure: '❔',
  'not-found': '⚪',
  plain: '',
  alarm: '⛔',
}

/** At least one. */
export function writeEmbeds({ tone, groups }: Rendering, { heading, title }: Frame = {}): readonly APIEmbed[] {
  const ownTitle = groups.flat().find(({ kind }) => kind === 'title')
  const shown = title ?? (ownTitle === undefined ? undefined : rawText(ownTitle))
  const body: Rendering = { tone, groups: groups.map((group) => group.filter(({ kind }) => kind !== 'title')) }
  const pages = packGroups(body, { limit: limits.description, measure: (blocks) => writeDescription(blocks).length })
  return (pages.length === 0 ? [[]] : pages).map((blocks, page): APIEmbed => {
    const description = writeDescription(blocks)
    const author = authorOf(tone, heading, page, pages.length)
    return {
      color: colours[tone],
      ...(author !== '' && { author: { name: author } }),
      ...(shown !== undefined && page === 0 && { title: fitLine(shown, limits.title) }),
      // Discord refuses a message that shows nothing.
      ...((description !== '' || shown === undefined) && { description: description || '…' }),
    }
  })
}

function authorOf(tone: Tone, heading: string | undefined, page: number, pages: number): string {
  const parts = [heading === undefined ? undefined : `${signs[tone]} ${toPlainLine(heading)}`.trim()]
  if (pages > 1) parts.push(`${page + 1}/${pages}`)
  return cutText(parts.filter((part) => part !== undefined).join(' · '), limits.author)
}

function rawText({ spans }: Block): string {
  return spans.map(({ text }) => text).join('')
}

/** One escaped line of at most `limit` units, cut before it was escaped so that no escape is cut in two. */
export function fitLine(text: string, limit: number): string {
  const line = toPlainLine(text)
  for (let size = limit; size > 0; ) {
    const written = escapeLine(cutText(line, size))
    if (written.length <= limit) return written
    size -= Math.max(1, Math.floor((written.length - limit) / 2))
  }
  return '…'
}

/** What stands close under what, with no empty line between. */
const close: Readonly<Partial<Record<BlockKind, readonly BlockKind[]>>> = {
  introduction: ['introduction', 'quote'],
  quote: ['source', 'item'],
  source: ['item'],
  item: ['item'],
  lead: ['text', 'item'],
  text: ['quote', 'item', 'introduction'],
  footer: ['footer'],
}

function writeDescription(blocks: readonly Block[]): string {
  return blocks
    .map((block, position) => {
      const before = blocks[position - 1]
      const gap = before === undefined ? '' : close[before.kind]?.includes(block.kind) === true ? '\n' : '\n\n'
      return gap + writeBlock(block)
    })
    .join('')
}
