/** Whether two writings of a figure can mean one number: "about 200" and 203, "more than 500" and 640, 48 and 48.6 billion. */
import type { Approximation } from '../figures/number-context.ts'
import type { NumberMention } from '../figures/numbers.ts'

/** The numbers that a figure may stand for, both ends counted in. */
type Reach = { readonly from: number; readonly to: number }

/** Counts below it are not rounded: "12 dead" is not ten. */
const roundedFrom = 100
/** The next number in the last place is another one. */
const almost = 0.999
/** How far from the number "about" and "nearly" reach, as a share of it. */
const shares = { about: 0.15, nearly: 0.2 }

type Written = Pick<NumberMention, 'value' | 'high' | 'vague' | 'approximate' | 'kind'>

/** False only where no number can be meant by both. A figure that is not a plain number may be any. */
export function mayBeSame(left: Written, right: Written): boolean {
  const [one, other] = [reachOf(left), reachOf(right)]
  return one === undefined || other === undefined || (one.from <= other.to && other.from <= one.to)
}

function reachOf({ value, high = value, vague, approximate, kind }: Written): Reach | undefined {
  const [low, top] = [Number(value), Number(high)]
  if (vague === true || !Number.isFinite(low) || !Number.isFinite(top) || kind === 'ratio') return undefined
  const [least, most] = [Math.min(low, top), Math.max(low, top)]
  // Rounded to the nearest, or cut off: "48 billion" may be 48.6.
  return widen({ from: least - lastPlace(value, kind) / 2, to: most + lastPlace(high, kind) * almost }, approximate)
}

function widen({ from, to }: Reach, approximate: Approximation | undefined): Reach {
  switch (approximate) {
    case 'more-than':
    case 'at-least':
      return { from, to: Number.POSITIVE_INFINITY }
    case 'less-than':
    case 'at-most':
      return { from: Number.NEGATIVE_INFINITY, to }
    case 'about':
      return { from: from - Math.abs(from) * shares.about, to: to + Math.abs(to) * shares.about }
    case 'nearly':
      return { from: from - Math.abs(from) * shares.nearly, to }
    default:
      return { from, to }
  }
}

/** What one is worth in the last place that is written: 100 of 300, 0.1 of 9.2; 0 for what is exact. */
function lastPlace(value: string, kind: NumberMention['kind']): number {
  const decimals = /\.(\d+)$/u.exec(value)?.[1]?.length
  if (decimals !== undefined) return 10 ** -decimals
  if (Math.abs(Number(value)) < roundedFrom) return kind === 'percent' || kind === 'money' ? 1 : 0
  return 10 ** (/0*$/u.exec(value)?.[0].length ?? 0)
}
