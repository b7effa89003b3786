import { LRUCache } from 'lru-cache'
import type { Asker } from '../ports/ledger.ts'
import type { Answer } from '../types.ts'
import { toKeptAnswer } from './kept-answer.ts'

/** Milliseconds that an answer is at hand for its buttons, as long as an interaction of Discord lives. */
const atHandMs = 15 * 60 * 1000
const answersAtMost = 2_000

type Recent = { readonly answer: Answer; readonly asker: Asker }

export type RecentAnswers = {
  add(answer: Answer, asker: Asker): void
  find(id: string): Answer | undefined
  /** Drops the answers given to an asker. */
  forget(asker: Asker): void
}

/** The answers given lately, also private ones, in memory only. */
export function createRecentAnswers(now: () => number = Date.now): RecentAnswers {
  const kept = new LRUCache<string, Recent>({
    ...{ max: answersAtMost, ttl: atHandMs, ttlResolution: 0 },
    perf: { now },
  })
  return {
    add(answer, asker) {
      kept.set(answer.id, { answer: toKeptAnswer(answer), asker })
    },
    find: (id) => kept.get(id)?.answer,
    forget(asker) {
      for (const [id, recent] of [...kept.entries()]) if (recent.asker === asker) kept.delete(id)
    },
  }
}
