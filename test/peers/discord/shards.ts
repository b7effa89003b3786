/** A bot in parts: which of them has which server, and when the next one may come. */
import type { Json } from './api-error.ts'
import { limits } from './protocol.ts'

/** Number of the shard and of how many. */
export type Shard = readonly [id: number, count: number]

/** Undefined when it is none: `[1, 2]` is the second of two. */
export function readShard(value: unknown): Shard | undefined {
  if (value === undefined) return [0, 1]
  if (!Array.isArray(value)) return undefined
  const [id, count] = value.map(Number)
  return id !== undefined && count !== undefined && id >= 0 && id < count ? [id, count] : undefined
}

/** A shard has the servers whose id says so; the first has everything that is in none. */
export function isOfShard([id, count]: Shard, guildId: string | undefined): boolean {
  return guildId === undefined ? id === 0 : Number((BigInt(guildId) >> 22n) % BigInt(count)) === id
}

export function guildOf(type: string, data: Json): string | undefined {
  const id = data['guild_id'] ?? (type.startsWith('GUILD_') ? data['id'] : undefined)
  return typeof id === 'string' ? id : undefined
}

/** Whether a shard comes too soon: Discord lets in one at a time of those that share a place, every 5 s. */
export function createIdentifyTurns(atOnce: number): (shard: Shard) => boolean {
  const last = new Map<number, { readonly shard: number; readonly at: number }>()
  return ([shard]) => {
    const before = last.get(shard % atOnce)
    if (before !== undefined && before.shard !== shard && Date.now() - before.at < limits.identifyMs) return true
    last.set(shard % atOnce, { shard, at: Date.now() })
    return false
  }
}
