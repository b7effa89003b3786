/** Locks that only words of a model's own need: they hold what the locks on figures, names and hedges leave open. */
import { findDates } from '../figures/dates.ts'
import { foldString } from '../figures/folded-text.ts'
import { findNumbers } from '../figures/numbers.ts'
import type { Language } from '../types.ts'
import type { Wording } from '../verify/locks/figure-lock.ts'
import { findHedges, type HedgeKind } from '../verify/locks/hedges.ts'
import { findMonths } from '../verify/locks/months.ts'
import type { ClaimFailure } from './types.ts'

/** Digits that no figure and no date was read from ("737-800", "3.4.1"), and those of a decade ("the 1980s"), must stand so in the words cited. */
export function checkStrayDigits(claim: Wording, cited: Wording): readonly ClaimFailure[] {
  const read = [
    ...findNumbers(claim.text, claim.language).filter(({ kind }) => kind !== 'label'),
    ...findDates(claim.text, claim.language),
  ]
  const known = new Set(digitGroups(cited.text).map(({ digits }) => digits))
  const isDecade = (end: number) => /^['’]?s(?!\p{L})/u.test(claim.text.slice(end))
  return digitGroups(claim.text)
    .filter(({ start, end, digits }) => {
      const isRead = read.some((range) => range.start < end && start < range.end)
      return (!isRead || isDecade(end)) && !known.has(digits)
    })
    .map(({ digits }) => ({ lock: 'figure', words: digits, why: `the digits "${digits}" are not in the words cited` }))
}

function digitGroups(
  text: string,
): readonly { readonly start: number; readonly end: number; readonly digits: string }[] {
  return [...text.matchAll(/\p{N}+/gu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    digits: match[0],
  }))
}

/** "yesterday" is a date too: it may only stand for a day that the words cited leave to the reader in the same way. */
export function checkRelativeDates(claim: Wording, cited: Wording): readonly ClaimFailure[] {
  const relative = findDates(claim.text, claim.language).filter(
    // "à ce jour" is "so far".
    ({ precision, start }) =>
      precision === 'relative' && !/(?<!\p{L})(?:à|jusqu['’]à) $/u.test(claim.text.slice(0, start)),
  )
  if (relative.length === 0) return []
  const known = findDates(cited.text, cited.language).filter(({ precision }) => precision === 'relative')
  const sameLanguage = claim.language === cited.language
  const texts = new Set(known.map(({ text }) => foldString(text)))
  return relative
    .filter(({ text }) => (sameLanguage ? !texts.has(foldString(text)) : known.length === 0))
    .map(({ text }) => ({ lock: 'figure', words: text, why: `the time "${text}" is not in the words cited` }))
}

/** "dès mai", "from March": months that stand too freely to be read as dates must be among those of the words cited. */
export function checkMonths(claim: Wording, cited: Wording): readonly ClaimFailure[] {
  const known = new Set(findMonths(cited).map(({ month }) => month))
  return findMonths(claim)
    .filter(({ month }) => !known.has(month))
    .map(({ text }) => ({ lock: 'figure', words: text, why: `the month "${text}" is not in the words cited` }))
}

/** What French newspapers put in the conditional they do not vouch for. */
const conditional = /(?<!\p{L})(?:aurai(?:en)?t|serai(?:en)?t)(?!\p{L})/giu

/** French denies with two words what English denies with one. */
const frenchPairs =
  /(?<!\p{L})(?:ne |n')(?:(?!ne |n')[^.;:!?]){0,60}?(?:pas|jamais|aucune?|plus|rien|personne|guere|nullement|ni)(?!\p{L})/gu

/** "Personne n'a parlé": the word that denies may come first. */
const reversedPairs =
  /(?<!\p{L})(?:personne|rien|aucune?(?: \p{L}+){0,3}) (?:ne |n')(?:[^.;:!?]{0,12}?(?:jamais|plus)(?!\p{L}))?/gu

export function countNegations(text: string, language: Language): number {
  const folded = foldString(text)
  // A "ne" without its second word denies nothing ("plus que ne le dit", "ne … que").
  const single =
    language === 'fr'
      ? folded
          .replace(reversedPairs, ' jamais ')
          .replace(frenchPairs, ' jamais ')
          .replace(/(?<!\p{L})(?:ne |n')/gu, ' ')
      : folded
  return findHedges(single, language).filter(({ kind }) => kind === 'negation').length
}

/** "Il n'n'avait pas": no French. */
const twiceDenied = /(?<!\p{L})(?:ne |n')(?:ne |n')/u

/**
 * A sentence that denies twice and alleges twice is not told by one of them: as many must stand in the claim, no more.
 * `cited` is the whole sentences.
 */
export function checkPolarity(claim: Wording, cited: Wording): readonly ClaimFailure[] {
  const failures: ClaimFailure[] = []
  if (twiceDenied.test(foldString(claim.text)) && !twiceDenied.test(foldString(cited.text))) {
    failures.push({ lock: 'hedge', words: claim.text, why: 'the claim denies twice over' })
  }
  const given = countNegations(claim.text, claim.language)
  const known = countNegations(cited.text, cited.language)
  if (given !== known) {
    const why = `the claim denies ${given} times, the source ${known} times`
    failures.push({ lock: 'hedge', words: claim.text, why })
  }
  if (claim.language === cited.language) {
    const count = (text: string, kind: HedgeKind) =>
      findHedges(text, claim.language).filter((hedge) => hedge.kind === kind).length
    const reported = (text: string) => (claim.language === 'fr' ? (text.match(conditional)?.length ?? 0) : 0)
    if (reported(claim.text) < reported(cited.text)) {
      const why = 'the claim states as a fact what the source puts in the conditional'
      failures.push({ lock: 'hedge', words: claim.text, why })
    }
    for (const kind of ['allegation', 'doubt'] as const) {
      const [weakened, weakenedThere] = [count(claim.text, kind), count(cited.text, kind)]
      if (weakened >= weakenedThere) continue
      const why = `the claim keeps ${weakened} of ${weakenedThere} words of ${kind}`
      failures.push({ lock: 'hedge', words: claim.text, why })
    }
  }
  return failures
}
