/** How far a negation or a hedge reaches: what another clause denies says nothing of the words quoted. */
import { foldString } from '../../figures/folded-text.ts'
import type { Hedge } from './hedges.ts'

const conjunction = 'and|but|or|nor|yet|so|while|whereas|et|mais|ou|car|tandis que|alors que'
/** Behind these another clause begins, unless it is one more thing that is said ("and that …"). */
const another = new RegExp(
  `;|:\\s|[,)]\\s+(?:${conjunction})(?!\\p{L})(?!\\s+(?:that|que|qu'))|(?<!\\p{L})(?:but|mais|whereas|tandis que|alors que)(?!\\p{L})(?!\\s+(?:that|que|qu'))`,
  'u',
)
const relative =
  /,\s+(?:who|whom|whose|which|where|qui|que|dont|ou|lequel|laquelle|lesquels|lesquelles)(?!\p{L})[^,]*$/u
const subordinate =
  /^["\s]*(?:after|before|although|though|because|since|when|while|as|once|apres|avant|bien que|parce que|puisque|comme|quand|lorsque|alors que|tandis que)(?!\p{L})[^,]*$/u
/** "According to the police, …" is said of the whole sentence. */
const wholeSentence = /^["\s]*(?:according to|selon|d'apres)$/u

/** Whether a clause ends within the words. */
export function endsClause(words: string): boolean {
  return another.test(foldString(words))
}

/** Whether a hedge that stands in `before` says something of what follows `before` in the same sentence. */
export function governsAfter(before: string, { start, end, kind }: Hedge): boolean {
  const until = foldString(before.slice(0, end))
  const between = foldString(before.slice(end))
  if (/;/.test(between)) return false
  if (wholeSentence.test(until)) return true
  if (endsClause(between)) return false
  // "(which the bank denied)", "The minister, who denied the charges, said"
  if (/^[^(]*\)/.test(between)) return false
  const lead = foldString(before.slice(0, start))
  const closed = /,/.test(between)
  if (closed && relative.test(lead)) return false
  return !(closed && kind !== 'attribution' && subordinate.test(lead))
}
