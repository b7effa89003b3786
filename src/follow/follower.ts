/** Looks at every followed question after a run, and tells what is new where it is wanted. */
import type { Answer, Language } from '../types.ts'
import { lookAgain } from './look-again.ts'
import type { FollowNews, Follows, FollowTarget } from './types.ts'

export type FollowerParts = {
  readonly follows: Follows
  /** Number of the newest revision; 0 while there is none. */
  newestRevision(): Promise<number>
  /** Answers as of a revision; nothing is recorded. */
  ask(question: string, options: { readonly asOf: number; readonly language?: Language }): Promise<Answer>
  /** Targets that this process reaches. */
  reaches(target: FollowTarget): boolean
  /** Tells one; what throws is told again a minute later. */
  tell(news: FollowNews): Promise<void>
  /** A fault with one question; the others go on. */
  reportFault(error: unknown): void
}

/** One round: asks again what is behind the newest revision, then tells what is due. Cheap when there is nothing new. */
export async function followOnce(parts: FollowerParts): Promise<void> {
  const all = await parts.follows.list()
  if (all.length === 0) return
  const newest = await parts.newestRevision()
  // Numbers begin anew after a restored backup: a higher one is no reason to be silent until it is reached again.
  for (const followed of all.filter(({ revision }) => newest > 0 && revision !== newest)) {
    try {
      const { id, question, language, revision } = followed
      const answer = await parts.ask(question, { asOf: newest, ...(language !== undefined && { language }) })
      await parts.follows.advance(id, { from: revision, to: newest, ...lookAgain(followed, answer) })
    } catch (error) {
      parts.reportFault(error)
    }
  }
  for (const news of await parts.follows.take(parts.reaches)) {
    try {
      await parts.tell(news)
      await parts.follows.settle(news.id)
    } catch (error) {
      parts.reportFault(error)
    }
  }
}
