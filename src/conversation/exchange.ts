import type { Exchange as ShownExchange } from '../../prompts/rewrite-follow-up.ts'

/** A question with the answer that was given, as text. Conversations are oldest first. */
export type Exchange = ShownExchange & {
  /** Asked in private: nothing of it goes into a question that is not. */
  readonly private?: boolean
}
