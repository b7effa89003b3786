import { LRUCache } from 'lru-cache'

const rememberedAtMost = 20_000
/** Milliseconds: an interaction's token lives 15 minutes, and Discord does not deliver again what is older. */
const rememberedMs = 60 * 60 * 1000

/** Whether an id is seen for the first time; interactions and messages may be delivered twice. */
export function createOnce(): (id: string) => boolean {
  const seen = new LRUCache<string, true>({ max: rememberedAtMost, ttl: rememberedMs })
  return (id) => {
    if (seen.has(id)) return false
    seen.set(id, true)
    return true
  }
}
