/** Logistic regression by full-batch Adam. */

/** `weight`: how much the example counts. */
export type Example = { readonly row: readonly number[]; readonly label: boolean; readonly weight: number }

const rounds = 2_000
const rate = 0.05

/** @param l2 pulls every weight but the first, the bias, to zero. The rows should be of like scale. */
export function fitLogistic(examples: readonly Example[], l2: number): readonly number[] {
  const width = examples[0]?.row.length ?? 0
  const total = examples.reduce((sum, { weight }) => sum + weight, 0)
  const weights = new Float64Array(width)
  const mean = new Float64Array(width)
  const square = new Float64Array(width)
  for (let round = 1; round <= rounds; round += 1) {
    const gradient = Float64Array.from(weights, (value, column) => (column === 0 ? 0 : l2 * value))
    for (const { row, label, weight } of examples) {
      const sum = row.reduce((so, value, column) => so + value * (weights[column] ?? 0), 0)
      const pull = (weight * (1 / (1 + Math.exp(-sum)) - (label ? 1 : 0))) / total
      for (const [column, value] of row.entries()) gradient[column] = (gradient[column] ?? 0) + pull * value
    }
    for (const [column, value] of gradient.entries()) {
      mean[column] = 0.9 * (mean[column] ?? 0) + 0.1 * value
      square[column] = 0.999 * (square[column] ?? 0) + 0.001 * value * value
      const step =
        (mean[column] ?? 0) / (1 - 0.9 ** round) / (Math.sqrt((square[column] ?? 0) / (1 - 0.999 ** round)) + 1e-8)
      weights[column] = (weights[column] ?? 0) - rate * (1 - round / (rounds + 1)) * step
    }
  }
  return [...weights]
}
