/** What a writing of a number says before its surroundings are read. Offsets in the folded text. */
export type NumberAtom = {
  readonly start: number
  readonly end: number
  /** A canonical decimal, or a fraction such as `1/3`. */
  readonly value: string
  readonly kind: 'plain' | 'ordinal' | 'fraction' | 'vague' | 'label' | 'time' | 'collective'
  readonly spelled: boolean
}
