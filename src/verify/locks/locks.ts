/** All locks on one claim, for writers that put things in their own words. */

import { findQuotations } from '../pasted/pasted-text.ts'
import type { LockFailure } from '../types.ts'
import { checkFigures, type Wording } from './figure-lock.ts'
import { checkHedges } from './hedge-lock.ts'
import { checkNames } from './name-lock.ts'
import { checkQuote } from './quote-lock.ts'

/** Shorter words in quotation marks are a manner of speaking, and are held to the words cited all the same. */
export type LockedClaim = {
  readonly claim: Wording
  /** Whether the claim says that it is the article's exact words. */
  readonly verbatim: boolean
  /** The exact words relied on, joined by line ends where there are several quotes. */
  readonly cited: Wording
}

/** What failed and why; an empty list lets the claim pass. */
export function checkClaim({ claim, verbatim, cited }: LockedClaim): readonly LockFailure[] {
  if (verbatim) return checkQuote(claim.text, cited).failures
  const quoted = findQuotations(claim.text).flatMap(
    ({ start, end }) => checkQuote(claim.text.slice(start, end), cited).failures,
  )
  return [...quoted, ...checkFigures(claim, cited), ...checkNames(claim, cited), ...checkHedges(claim, cited)]
}
