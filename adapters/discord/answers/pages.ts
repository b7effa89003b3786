/** Embeds that do not fit one message, kept for a while so that whoever asked can turn the pages. */
import { randomInt } from 'node:crypto'
import type { APIEmbed } from 'discord.js'
import { LRUCache } from 'lru-cache'
import type { Language } from '../../../src/types.ts'
import type { Row } from './message.ts'

export type PagedEmbeds = {
  readonly embeds: readonly APIEmbed[]
  /** Discord's id of the person who may turn them. */
  readonly userId: string
  /** Stands under every page. */
  readonly rows: readonly Row[]
  readonly language: Language
}

export type Pages = {
  /** @returns the key for buttons. */
  keep(paged: PagedEmbeds): string
  find(key: string): PagedEmbeds | undefined
}

const keptAtMost = 500
const keptMs = 15 * 60 * 1000
const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'
const keyLength = 10

export function createPages(): Pages {
  const kept = new LRUCache<string, PagedEmbeds>({ max: keptAtMost, ttl: keptMs })
  return {
    keep(paged) {
      const key = Array.from({ length: keyLength }, () => alphabet.charAt(randomInt(alphabet.length))).join('')
      kept.set(key, paged)
      return key
    },
    find: (key) => kept.get(key),
  }
}
