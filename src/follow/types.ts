/** Questions that somebody follows: asked again after every run, told once when new words answer them. */
import type { Answer, Language } from '../types.ts'

/** Where news are told: `discord:CHANNEL`, `telegram:CHAT`, or `stdout` of the run that brought them. */
export type FollowTarget = string

export type Followed = {
  /** Short, for people: `f1`, `f2` … */
  readonly id: string
  readonly question: string
  readonly target: FollowTarget
  readonly language?: Language
  /** Up to which revision it was looked at. */
  readonly revision: number
  /** The folded words of every quote that was told, or was there when it was first followed. */
  readonly known: readonly string[]
}

/** News that is due: told by whoever reaches the target, then settled. */
export type FollowNews = {
  readonly id: number
  readonly question: string
  readonly target: FollowTarget
  readonly answer: Answer
}

export type FollowStep = {
  /** The revision up to which it had been looked at, and that up to which it is now. */
  readonly from: number
  readonly to: number
  readonly known: readonly string[]
  readonly news?: Answer
}

/** What is followed and what is due, for all processes at once. */
export interface Follows {
  add(followed: Omit<Followed, 'id'>): Promise<Followed>
  list(): Promise<readonly Followed[]>
  /** False when there is none of that id. */
  remove(id: string): Promise<boolean>
  /**
   * Says that a question was looked at up to a revision, with what is known now and what is to be told. False when
   * another process was quicker: nothing is changed then, and that one tells.
   */
  advance(id: string, step: FollowStep): Promise<boolean>
  /** Takes what is due for these targets for a minute: so long nobody else takes it. */
  take(isTarget: (target: FollowTarget) => boolean): Promise<readonly FollowNews[]>
  /** It was told. */
  settle(newsId: number): Promise<void>
  close(): Promise<void>
}
