/** The hedge lock on a claim: what the cited words deny, allege or only report, the claim must not state as plain. */
import type { Wording } from './figure-lock.ts'
import { findHedges, type Hedge, type HedgeKind } from './hedges.ts'
import type { LockFailure } from './types.ts'

/** What may stand for what: an allegation may be given as an attribution ("the police say"), doubt as either. */
const keptBy: Readonly<Record<HedgeKind, readonly HedgeKind[]>> = {
  negation: ['negation'],
  allegation: ['allegation'],
  attribution: ['attribution', 'allegation', 'doubt'],
  doubt: ['doubt', 'allegation', 'attribution'],
}

const reasons: Readonly<Record<HedgeKind, string>> = {
  negation: 'denies',
  allegation: 'only alleges',
  attribution: 'leaves to whoever says it',
  doubt: 'leaves open',
}

/**
 * Negations dropped or added, and allegations, attributions and doubts dropped. `cited` is the exact words relied on,
 * not the whole passage: a hedge of another sentence would count against the claim.
 */
export function checkHedges(claim: Wording, cited: Wording): readonly LockFailure[] {
  const given = findHedges(claim.text, claim.language)
  const known = findHedges(cited.text, cited.language)
  const kinds = new Set(given.map(({ kind }) => kind))
  const failures: LockFailure[] = []
  for (const kind of ['negation', 'allegation', 'attribution', 'doubt'] as const) {
    const dropped = known.find((hedge) => hedge.kind === kind)
    if (dropped === undefined || keptBy[kind].some((other) => kinds.has(other))) continue
    const why = `the claim drops "${dropped.text}": it states what the source ${reasons[kind]}`
    failures.push({ lock: 'hedge', words: dropped.text, why })
  }
  const added = given.findLast(({ kind }) => kind === 'negation')
  if (added !== undefined && countNegations(given) > countNegations(known)) {
    failures.push({
      lock: 'hedge',
      words: added.text,
      why: `the claim adds "${added.text}", which the source does not say`,
    })
  }
  return failures
}

/** French says most negations in two words: "ne … pas" is one. */
function countNegations(hedges: readonly Hedge[]): number {
  const words = hedges.filter(({ kind }) => kind === 'negation').map(({ text }) => text.toLowerCase())
  const particles = words.filter((word) => /^n(?:e|['’])/u.test(word) && word.length <= 2).length
  return Math.max(particles, words.length - particles)
}
