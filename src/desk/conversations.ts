import { LRUCache } from 'lru-cache'
import type { Exchange } from '../conversation/exchange.ts'
import type { Asker } from '../ports/ledger.ts'

/** Milliseconds after its last use that a conversation is remembered. */
const rememberedMs = 15 * 60 * 1000
const exchangesAtMost = 10
const conversationsAtMost = 10_000
/** UTF-16 units of an answer: a follow-up leans on its names, not on its length. */
const answerAtMost = 2_000

/** What was said, by whom: so that it can be forgotten, and that what is private stays with who asked it. */
type Remark = Exchange & { readonly asker: Asker }

export type Conversations = {
  /** What a question may lean on, oldest first. Of what was asked in private only the asker's own, and for a private question. */
  recall(conversation: string, asker: Asker, isPrivate: boolean): readonly Exchange[]
  add(conversation: string, asker: Asker, exchange: Exchange): void
  /** Drops what an asker said, in every conversation. */
  forget(asker: Asker): void
}

/** Conversations in memory: gone 15 minutes after their last use, or when there are too many. */
export function createConversations(now: () => number = Date.now): Conversations {
  const kept = new LRUCache<string, readonly Remark[]>({
    ...{ max: conversationsAtMost, ttl: rememberedMs, ttlResolution: 0, updateAgeOnGet: true },
    perf: { now },
  })
  return {
    recall: (conversation, asker, isPrivate) =>
      (kept.get(conversation) ?? [])
        .filter((remark) => remark.private !== true || (isPrivate && remark.asker === asker))
        .map(({ asker: _, ...exchange }) => exchange),
    add(conversation, asker, exchange) {
      const answer = exchange.answer.slice(0, answerAtMost)
      const remarks = [...(kept.get(conversation) ?? []), { ...exchange, answer, asker }]
      kept.set(conversation, remarks.slice(-exchangesAtMost))
    },
    forget(asker) {
      for (const [conversation, remarks] of [...kept.entries()]) {
        const rest = remarks.filter((remark) => remark.asker !== asker)
        if (rest.length === remarks.length) continue
        if (rest.length === 0) kept.delete(conversation)
        else kept.set(conversation, rest, { noUpdateTTL: true })
      }
    },
  }
}
