/**
 * The durable inbox of a bot: what a platform has delivered and is not told about again, until it is answered. Written
 * before the delivery is confirmed, so that neither a crash nor a slow answer loses a question or answers it twice.
 */
import type { Asker } from './ports/ledger.ts'

/** A delivery as it comes in. */
export type Delivery = {
  /** The platform's number of it; with the bot's id it is the key. */
  readonly updateId: number
  /** What shares a lane is worked one after the other, in the order received. */
  readonly lane: string
  readonly asker?: Asker
  /** What was delivered, as JSON; erased when it is done. */
  readonly payload: string
}

/** A delivery that is not done yet, and how far it came. */
export type Unfinished = Delivery & {
  readonly receivedAtMs: number
  /** What is to be sent for it, as JSON, once that was worked out: after a crash it is sent, not worked out again. */
  readonly plan?: string
  /** Ids of the messages sent for the first steps of the plan; 0 for a step that sends none. */
  readonly sent: readonly number[]
  /** A message that says "working on it", to be replaced by the first of the plan. */
  readonly placeholder?: number
  /** How often it was begun and neither planned nor failed: the process died. */
  readonly starts: number
  readonly failures: number
}

/** A delivery that was given up, for maintainers. No word of the question. */
export type ParkedDelivery = {
  readonly updateId: number
  readonly lane: string
  /** ISO timestamp. */
  readonly parkedAt: string
  readonly reason: string
}

export type SentMessage = {
  readonly chat: string
  /** 0 for a step that sends no message. */
  readonly messageId: number
}

/** The inbox of one bot. Whatever a call has written is durable when it returns. */
export interface Inbox {
  /** Takes deliveries in, in their order; those that are there already are left out of what is returned. */
  receive(bot: string, deliveries: readonly Delivery[]): Promise<readonly Unfinished[]>
  /** All that is neither done nor parked, oldest number first: what a crash left behind. */
  unfinished(bot: string): Promise<readonly Unfinished[]>
  /** Says that it is begun; returns how often that was said without an end. */
  start(bot: string, updateId: number): Promise<number>
  /** Remembers the message that says "working on it". */
  holdPlace(bot: string, updateId: number, messageId: number): Promise<void>
  /** Remembers what is to be sent. */
  plan(bot: string, updateId: number, plan: string): Promise<void>
  /** Adds the next step of the plan that was sent. */
  markSent(bot: string, updateId: number, message: SentMessage): Promise<void>
  /** Done: the words are erased, the number and the messages' ids stay; of a private one not even in the file's log. */
  finish(bot: string, updateId: number, options?: { readonly private?: boolean }): Promise<void>
  /** Counts a failure; returns how many there are now. */
  fail(bot: string, updateId: number): Promise<number>
  /** Gives it up: erased like one that is done, listed for maintainers. */
  park(bot: string, updateId: number, reason: string): Promise<void>
  /** Newest first. */
  parked(bot: string, limit: number): Promise<readonly ParkedDelivery[]>
  counts(bot: string): Promise<{ readonly waiting: number; readonly parked: number }>
  /** Messages sent since a moment, oldest first: for limits that outlive a restart. */
  sentSince(bot: string, sinceMs: number): Promise<readonly { readonly chat: string; readonly atMs: number }[]>
  /** Drops the person from all that is done or parked; what is still to be answered is erased when it is. Returns how many. */
  forget(asker: Asker): Promise<number>
  /** Drops what was done or parked before a moment; returns how many. */
  dropBefore(beforeMs: number): Promise<number>
  close(): Promise<void>
}
