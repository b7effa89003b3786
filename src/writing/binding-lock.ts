/** A figure that is in the words cited, beside the wrong thing: "187 women" where there were 187 people, 52 of them women. */
import { findNumbers, isQuantity, type NumberMention, sameNumber } from '../figures/numbers.ts'
import { prepareMatcher, type WordMatcher } from '../match/similarity.ts'
import type { WordSpace } from '../ports/word-space.ts'
import { foldWords } from '../text/fold.ts'
import { isStopWord } from '../text/stop-words.ts'
import type { Language } from '../types.ts'
import type { Wording } from '../verify/locks/figure-lock.ts'
import type { ClaimFailure } from './types.ts'

/** Content words beside a figure that say what it counts. */
const wordsBeside = 2
/** How much better another figure must fit what the claim counts. */
const clearLead = 0.3

export async function checkBinding(claim: Wording, cited: Wording, space: WordSpace): Promise<readonly ClaimFailure[]> {
  const known = findNumbers(cited.text, cited.language).filter(isTold)
  if (known.length < 2) return []
  const given = findNumbers(claim.text, claim.language).filter(isTold)
  const besideGiven = given.map((figure) => besideOf(figure, claim))
  const besideKnown = known.map((figure) => besideOf(figure, cited))
  const swapped = findYearAsCount(given, known, besideGiven, besideKnown)
  if (swapped !== undefined) return [belongsElsewhere(swapped.text)]
  const matcher = await prepareMatcher(space, claim.language, besideGiven.flat(), new Set(besideKnown.flat()))
  return given.flatMap((figure, at): ClaimFailure[] => {
    const fits = besideKnown.map((words) => fitOf(besideGiven[at] ?? [], words, cited.language, matcher))
    const isOwn = known.map(
      (other) => sameNumber(figure, other) || (figure.kind === 'year' && figure.value === other.value),
    )
    const own = Math.max(0, ...fits.filter((_, position) => isOwn[position]))
    const other = Math.max(0, ...fits.filter((_, position) => !isOwn[position]))
    if (other <= own + clearLead) return []
    return [belongsElsewhere(figure.text)]
  })
}

function belongsElsewhere(words: string): ClaimFailure {
  return { lock: 'figure', words, why: `"${words}" belongs to something else in the words cited` }
}

/** "2030 flats by 3,000": a year that counts something now, and a count that counts nothing any more. */
function findYearAsCount(
  given: readonly NumberMention[],
  known: readonly NumberMention[],
  besideGiven: readonly (readonly string[])[],
  besideKnown: readonly (readonly string[])[],
): NumberMention | undefined {
  const counts = (figures: readonly NumberMention[], beside: readonly (readonly string[])[], value: string) =>
    figures.some((figure, at) => figure.value === value && (beside[at]?.length ?? 0) > 0)
  const bare = given.some(
    ({ kind, value }, at) =>
      kind === 'count' && (besideGiven[at]?.length ?? 0) === 0 && counts(known, besideKnown, value),
  )
  if (!bare) return undefined
  return given.find(
    ({ kind, value }, at) =>
      kind === 'year' && (besideGiven[at]?.length ?? 0) > 0 && !counts(known, besideKnown, value),
  )
}

/** Years too: "1998 metres long" where the bridge was built in 1998. */
function isTold(mention: NumberMention): boolean {
  return isQuantity(mention) || mention.kind === 'year'
}

/** The folded content words that follow a figure, as far as the next figure or mark. */
function besideOf({ end }: NumberMention, { text, language }: Wording): readonly string[] {
  const rest = text.slice(end, end + 60)
  const until = /[,;:.!?()]\s|\d/.exec(rest)?.index ?? rest.length
  return foldWords(rest.slice(0, until))
    .filter(({ word, start, end: last }) => word.length > 1 && !isStopWord(word, language, rest.slice(start, last)))
    .slice(0, wordsBeside)
    .map(({ word }) => word)
}

function fitOf(left: readonly string[], right: readonly string[], language: Language, matcher: WordMatcher): number {
  const likenesses = left.map((word) => Math.max(0, ...right.map(matcher.likenessOf(word, language))))
  return Math.max(0, ...likenesses)
}
