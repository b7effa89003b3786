/** Sends drafts through the checks and counts what reaches an answer. */
import type { WordSpace } from '../../src/ports/word-space.ts'
import { checkDraft } from '../../src/writing/check-draft.ts'
import type { ClaimFailure } from '../../src/writing/types.ts'
import type { AlteredClaim } from './alterations.ts'
import type { TrueClaim } from './true-claims.ts'

export type Judged<T> = { readonly claim: T; readonly failures: readonly ClaimFailure[] }

/** In the order given; no failures: the claim would reach an answer. */
export async function judgeDrafts<T extends TrueClaim | AlteredClaim>(
  drafts: readonly T[],
  space: WordSpace,
): Promise<readonly Judged<T>[]> {
  const judged: Judged<T>[] = []
  for (const claim of drafts) {
    const other = claim.language === 'en' ? 'fr' : 'en'
    const language = 'asked' in claim && claim.asked !== undefined ? other : claim.language
    const draft = { text: claim.text, citations: [{ passage: claim.passage, words: claim.words }] }
    const checked = await checkDraft(draft, { language, shown: claim.evidence, space })
    judged.push({ claim, failures: 'dropped' in checked ? checked.dropped.failures : [] })
  }
  return judged
}
