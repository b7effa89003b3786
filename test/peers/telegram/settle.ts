/** Waits until a bot has finished writing into a chat: so many messages, then a quiet moment. */
import type { ChatState } from './chats.ts'

export type Settling = {
  /** Messages of the bot to wait for; 1 unless given. */
  readonly messages?: number
  /** Nothing new for so long counts as finished. Longer than the pause between two messages of one answer. */
  readonly quietMs?: number
  /** Then it resolves with what there is. */
  readonly timeoutMs?: number
}

export type Settler = {
  /** Something was stored, edited or deleted in a chat. */
  note(chatId: number): void
  /** @param from messages of the chat before this position do not count. */
  settled(chat: ChatState, from: number, botId: number, options?: Settling): Promise<void>
}

export function createSettler(defaults: Required<Settling>): Settler {
  const listeners = new Map<number, Set<() => void>>()
  return {
    note(chatId) {
      for (const listener of listeners.get(chatId) ?? []) listener()
    },
    settled(chat, from, botId, options = {}) {
      const { messages, quietMs, timeoutMs } = { ...defaults, ...options }
      return new Promise((resolve) => {
        const hereListeners = listeners.get(chat.id) ?? new Set()
        listeners.set(chat.id, hereListeners)
        let quiet: NodeJS.Timeout | undefined
        const finish = () => {
          clearTimeout(limit)
          clearTimeout(quiet)
          hereListeners.delete(look)
          resolve()
        }
        const look = () => {
          const count = chat.messages.slice(from).filter((message) => message.from.id === botId).length
          if (count < messages) return
          clearTimeout(quiet)
          quiet = setTimeout(finish, quietMs)
        }
        const limit = setTimeout(finish, timeoutMs)
        hereListeners.add(look)
        look()
      })
    },
  }
}
