/**
 * Numbers as canonical decimal strings: `48600000000`, `0.5`, `-3`. Exact at any length, where 48.6 × 10⁹ in floating
 * point need not be.
 */

/** Canonical form of digits with an optional sign and decimal point: no leading or trailing zeros. */
export function canonicalDecimal(digits: string): string {
  const negative = digits.startsWith('-')
  const [whole = '', fraction = ''] = digits.replace('-', '').split('.')
  const wholeDigits = whole.replace(/^0+/, '') || '0'
  const fractionDigits = fraction.replace(/0+$/, '')
  const value = fractionDigits === '' ? wholeDigits : `${wholeDigits}.${fractionDigits}`
  return negative && value !== '0' ? `-${value}` : value
}

/** `value` × 10^`places`, exactly; `places` ≥ 0. */
export function shiftDecimal(value: string, places: number): string {
  const negative = value.startsWith('-') ? '-' : ''
  const [whole = '', fraction = ''] = value.replace('-', '').split('.')
  const digits = fraction.padEnd(places, '0')
  return canonicalDecimal(`${negative}${whole}${digits.slice(0, places)}.${digits.slice(places)}`)
}

/** Negative, zero or positive as `left` is smaller than, equal to or larger than `right`; to floating-point precision. */
export function compareDecimals(left: string, right: string): number {
  return left === right ? 0 : Number(left) - Number(right)
}
