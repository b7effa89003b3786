/** Pictures sent together come as a message each, and the words are under one of them: for the others nothing is to be said. */
import type { Message } from 'grammy/types'

const REMEMBERED = 1_000

export type Albums = {
  /** Whether a message is one more of an album whose first has been here, and has no words itself. */
  isSilent(message: Pick<Message, 'media_group_id' | 'caption'>): boolean
}

/** Remembers the newest, in memory: after a restart a person is told once more that only words are read. */
export function createAlbums(): Albums {
  const seen = new Set<string>()
  return {
    isSilent({ media_group_id: album, caption = '' }) {
      if (album === undefined) return false
      if (!seen.has(album)) {
        const [oldest] = seen
        if (seen.size >= REMEMBERED && oldest !== undefined) seen.delete(oldest)
        seen.add(album)
        return false
      }
      return caption.trim() === ''
    },
  }
}
