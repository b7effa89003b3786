/** A linear model by feature name: every weight can be read, and shown by `--explain`. */

export type Features<Name extends string> = Readonly<Record<Name, number>>
export type Weights<Name extends string> = Readonly<Record<Name, number>>

/** The weighted sum of the features. */
export function weightedSum<Name extends string>(
  features: Features<Name>,
  weights: Weights<Name>,
  names: readonly Name[],
): number {
  let sum = 0
  for (const name of names) sum += features[name] * weights[name]
  return sum
}

/** The logistic function: any number to a probability. */
export function toProbability(value: number): number {
  return 1 / (1 + Math.exp(-value))
}
