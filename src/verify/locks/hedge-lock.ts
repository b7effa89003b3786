/** The hedge lock on a claim: what the cited words deny, allege or only report, the claim must not state as plain. */
import { foldString } from '../../figures/folded-text.ts'
import type { Language } from '../../types.ts'
import { isSpeech } from '../attribution.ts'
import type { LockFailure } from '../types.ts'
import type { Wording } from './figure-lock.ts'
import { findHedges, type Hedge, type HedgeKind } from './hedges.ts'

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
  const kinds = new Set([...given.map(({ kind }) => kind), ...kindsInOtherWords(claim, cited)])
  const nouns = known.filter(isWhoever).length
  const lasting = given.filter((hedge, at) => !isWhoever(hedge) || given.slice(0, at).filter(isWhoever).length >= nouns)
  const beyond = new Set([...lasting.map(({ kind }) => kind), ...kindsInOtherWords(claim, cited)])
  const failures: LockFailure[] = []
  for (const kind of ['negation', 'allegation', 'attribution', 'doubt'] as const) {
    const dropped = known.find((hedge) => hedge.kind === kind)
    const keepers = kind === 'allegation' ? kinds : beyond
    if (dropped === undefined || keptBy[kind].some((other) => keepers.has(other))) continue
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

/** "The suspect fled": the word for whom one means says nothing of how sure the rest is. */
function isWhoever({ text }: Hedge): boolean {
  return /^suspects?$/i.test(text)
}

/** What French newspapers put in the conditional they do not vouch for. */
const hearsay = /(?<!\p{L})(?:aurai(?:en)?t|serai(?:en)?t)(?!\p{L})/u
const conditional =
  /(?<!\p{L})(?!(?:p?or|ex|re|at|abs?|dis|sous|con)?trai(?:en)?t(?!\p{L}))\p{L}{2,}rai(?:en)?t(?!\p{L})/u
const open: Readonly<Record<Language, RegExp>> = {
  en: /(?<!\p{L})(?:expect|hope|plan|intend|aim|forecast|want|promis)(?:s|e|es|ed|ing)?(?!\p{L})/u,
  fr: /(?<!\p{L})(?:prevoi(?:t|ent)|prevoyai(?:en)?t|compte(?:nt)?|projette(?:nt)?|esper(?:e|ent|ait)|s'attend(?:ent|ait)?|entend(?:ent)?|veut|veulent|promis|promet(?:tent)?)(?!\p{L})/u,
}

/** How a translation keeps a hedge: by the verb's form, or by another verb of saying or intending than is listed. */
function kindsInOtherWords({ text, language }: Wording, cited: Wording): readonly HedgeKind[] {
  if (language === cited.language) return []
  const folded = foldString(text)
  const kinds: HedgeKind[] = []
  if (language === 'fr' && hearsay.test(folded)) kinds.push('allegation')
  if (open[language].test(folded) || (language === 'fr' && conditional.test(folded))) kinds.push('doubt')
  if (isSpeech(text)) kinds.push('attribution')
  return kinds
}

/** French says most negations in two words: "ne … pas" is one. */
function countNegations(hedges: readonly Hedge[]): number {
  const words = hedges.filter(({ kind }) => kind === 'negation').map(({ text }) => text.toLowerCase())
  const particles = words.filter((word) => /^n(?:e|['’])/u.test(word) && word.length <= 2).length
  return Math.max(particles, words.length - particles)
}
