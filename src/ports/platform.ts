import type { Rendering } from '../rendering/types.ts'

/** A place where people ask: Discord, Telegram, the terminal. */
export interface Platform {
  readonly name: string
  start(): Promise<void>
  /** Finishes the answers in flight. */
  stop(): Promise<void>
  /**
   * Says something where nobody asked: news of a followed question. Throws when the place cannot be reached.
   * @param place as the platform names it: a channel's or a chat's id.
   */
  post?(place: string, rendering: Rendering): Promise<void>
}
