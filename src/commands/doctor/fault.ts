import type { Parts } from '../parts.ts'

/** One thing that `doctor` looks at. */
export type Check = {
  readonly name: string
  /** What was found. Throws a Fault with what to do, or whatever went wrong. */
  look(parts: Parts): Promise<string>
}

/** Something is wrong, and what the person can do about it. */
export class Fault extends Error {
  override readonly name = 'Fault'
  readonly advice: string

  constructor(message: string, advice: string) {
    super(message)
    this.advice = advice
  }
}
