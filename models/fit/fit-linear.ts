/** Fits the two small linear models of the answering: a listwise ranker and a logistic decision. Full-batch Adam. */

/** Rows of features one after another: [count × width]. */
export type Table = { readonly values: Float64Array; readonly count: number; readonly width: number }
/** One question: a row for each candidate, and which of them are right. */
export type RankingExample = { readonly rows: Table; readonly right: readonly boolean[] }
/** One question: the features of its best candidate, and whether it is answerable and rightly answered. */
export type DecisionExample = { readonly row: Float64Array; readonly label: boolean; readonly weight: number }

type AddGradient = (weights: Float64Array, gradient: Float64Array) => void

const rounds = 400
const rate = 0.1

export function makeTable(rows: readonly (readonly number[])[], width: number): Table {
  const values = new Float64Array(rows.length * width)
  for (const [position, row] of rows.entries()) values.set(row, position * width)
  return { values, count: rows.length, width }
}

/** Maximises the probability (softmax over candidates) that falls on any right one. `l2` pulls weights to zero. */
export function fitRanking(examples: readonly RankingExample[], width: number, l2: number): Float64Array {
  return minimise(width, (weights, gradient) => {
    for (const { rows, right } of examples) {
      const scores = scoreRows(rows, weights)
      const highest = scores.reduce((most, score) => Math.max(most, score), Number.NEGATIVE_INFINITY)
      const powers = scores.map((score) => Math.exp(score - highest))
      let all = 0
      let good = 0
      powers.forEach((power, position) => {
        all += power
        if (right[position] === true) good += power
      })
      if (good === 0) continue
      powers.forEach((power, position) => {
        const pull = power / all - (right[position] === true ? power / good : 0)
        const row = rows.values.subarray(position * width, (position + 1) * width)
        addScaled(gradient, row, pull / examples.length)
      })
    }
    addScaled(gradient, weights, l2)
  })
}

/** Logistic regression; the bias is one of the features and is pulled like the others. */
export function fitDecision(examples: readonly DecisionExample[], width: number, l2: number): Float64Array {
  const total = examples.reduce((sum, { weight }) => sum + weight, 0)
  return minimise(width, (weights, gradient) => {
    for (const { row, label, weight } of examples) {
      const probability = 1 / (1 + Math.exp(-dot(row, 0, weights)))
      addScaled(gradient, row, (weight * (probability - (label ? 1 : 0))) / total)
    }
    addScaled(gradient, weights, l2)
  })
}

/** The score of each row. */
export function scoreRows({ values, count, width }: Table, weights: Float64Array): Float64Array {
  const scores = new Float64Array(count)
  for (let row = 0; row < count; row += 1) scores[row] = dot(values, row * width, weights)
  return scores
}

function minimise(width: number, addGradient: AddGradient): Float64Array {
  const weights = new Float64Array(width)
  const first = new Float64Array(width)
  const second = new Float64Array(width)
  for (let round = 1; round <= rounds; round += 1) {
    const gradient = new Float64Array(width)
    addGradient(weights, gradient)
    gradient.forEach((value, column) => {
      const mean = 0.9 * (first[column] ?? 0) + 0.1 * value
      const square = 0.999 * (second[column] ?? 0) + 0.001 * value * value
      first[column] = mean
      second[column] = square
      const step = mean / (1 - 0.9 ** round) / (Math.sqrt(square / (1 - 0.999 ** round)) + 1e-8)
      weights[column] = (weights[column] ?? 0) - rate * (1 - round / (rounds + 1)) * step
    })
  }
  return weights
}

function dot(values: Float64Array, offset: number, weights: Float64Array): number {
  let sum = 0
  for (let column = 0; column < weights.length; column += 1)
    sum += (values[offset + column] ?? 0) * (weights[column] ?? 0)
  return sum
}

function addScaled(target: Float64Array, values: Float64Array, scale: number): void {
  for (let column = 0; column < target.length; column += 1) {
    target[column] = (target[column] ?? 0) + scale * (values[column] ?? 0)
  }
}
