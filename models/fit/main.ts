/**
 * `npm run fit -- --develop FOLDER … --report FOLDER …`: asks the questions of sets through the product's own retrieval and
 * reading, chooses the mix of the scores and the decision's weights on the sets to develop with, prints what they do on
 * every set, and writes src/answer/decision-weights.ts and the risk-coverage curve in docs/ (`--dry-run` writes nothing).
 * A set is a folder of articles with questions.jsonl, or QUESTIONS.jsonl@ARTICLES.
 */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type DecisionFeatures, featureNames } from '../../src/answer/decide.ts'
import { decisionWeights, thresholds } from '../../src/answer/decision-weights.ts'
import { shares } from '../../src/answer/read-stretches.ts'
import { findHome } from '../../src/home.ts'
import { examineSet, type SeenQuestion } from './examine-set.ts'
import { fitLogistic } from './fit-linear.ts'
import { type Judged, judge, type Shares } from './judge.ts'
import { type Decided, measure, share } from './measures.ts'
import { drawRiskCoverage, riskCoverage } from './risk-coverage.ts'

const values = readOptions()
const home = findHome()
const cache = join(home, 'data', 'fit')

const develop = await examineAll(values.develop)
const report = await examineAll(values.report)
if (values.shares) printShares(develop.flat())
const judgedAll = (sets: readonly (readonly SeenQuestion[])[]) =>
  sets.map((set) => set.map((one) => judge(one, shares)))
const developed = judgedAll(develop)
const weights = values['dry-run'] || developed.length === 0 ? decisionWeights : fitWeights(developed)
const decide = (judged: readonly Judged[]): readonly Decided[] =>
  judged.map((one) => ({
    judged: one,
    probability: one.features === undefined ? 0 : probabilityOf(one.features, weights),
  }))
const tables = [...developed, ...judgedAll(report)]
printMeasures(tables.map(decide))
printCurve(developed.flatMap(decide))
if (!values['dry-run']) {
  const curves = [
    { name: 'sets to develop with', points: riskCoverage(developed.flatMap(decide)) },
    { name: 'sets looked at once', points: riskCoverage(judgedAll(report).flatMap(decide)) },
  ]
  await writeFile(join(home, 'docs', 'risk-coverage.svg'), drawRiskCoverage(curves))
  await writeFile(join(home, 'src', 'answer', 'decision-weights.ts'), weightsFile())
}

async function examineAll(sets: readonly string[]): Promise<readonly (readonly SeenQuestion[])[]> {
  const all: (readonly SeenQuestion[])[] = []
  for (const set of sets) {
    const [file = '', articles] = set.includes('@') ? set.split('@') : [join(set, 'questions.jsonl'), set]
    console.error(`asking ${set}`)
    all.push(await examineSet(file, articles ?? set, cache))
  }
  return all
}

/** How the mix of the three scores does: first sentence right, over all answerable questions. */
function printShares(questions: readonly SeenQuestion[]): void {
  const rightWith = (mix: Shares) =>
    share(
      questions.filter(({ answerable }) => answerable),
      (one) => judge(one, mix).right,
    )
  const rows = [0, 0.25, 0.5, 0.75, 1].map((holds) => ({
    holds,
    ...Object.fromEntries(
      [0, 4, 8, 12, 16, 24].map((similarity) => [similarity, round(rightWith({ holds, similarity }))]),
    ),
  }))
  console.table(rows)
}

function readOptions() {
  try {
    return parseArgs({
      options: {
        'dry-run': { type: 'boolean', default: false },
        develop: { type: 'string', multiple: true, default: [] },
        report: { type: 'string', multiple: true, default: [] },
        shares: { type: 'boolean', default: false },
      },
    }).values
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error)
    console.error(
      `${reason}\nnpm run fit -- [--dry-run] [--shares] [--develop FOLDER | QUESTIONS.jsonl@ARTICLES …] [--report …]`,
    )
    process.exit(2)
  }
}

type Weights = Readonly<Record<'bias' | keyof DecisionFeatures, number>>

/** Each set counts alike, whatever its size; answerable and unanswerable too. */
function fitWeights(sets: readonly (readonly Judged[])[]): Weights {
  const examples = sets.flatMap((set) => {
    const isRight = (one: Judged) => one.question.answerable && one.right
    return set.flatMap((one) => {
      if (one.features === undefined) return []
      const { features } = one
      const row = [1, ...featureNames.map((name) => features[name])]
      return [{ row, label: isRight(one), weight: 1 / set.length }]
    })
  })
  const [bias = 0, ...fitted] = fitLogistic(examples, 1e-4)
  const named = featureNames.map((name, at) => [name, round(fitted[at] ?? 0, 4)] as const)
  return { bias: round(bias, 4), ...Object.fromEntries(named) } as Weights
}

function probabilityOf(features: DecisionFeatures, { bias, ...own }: Weights): number {
  const sum = featureNames.reduce((so, name) => so + own[name] * features[name], bias)
  return 1 / (1 + Math.exp(-sum))
}

function printMeasures(sets: readonly (readonly Decided[])[]): void {
  const named = sets.map((set) => [set[0]?.judged.question.set ?? '', set] as const)
  const rows = [...named, ['all', sets.flat()] as const]
  console.table(rows.map(([set, decided]) => ({ set, ...rounded(measure(decided, thresholds)) })))
  const kinds = [...new Set(sets.flat().map(({ judged }) => judged.question.kind))].sort()
  const byKind = kinds.map((kind) => ({
    kind,
    ...rounded(
      measure(
        sets.flat().filter(({ judged }) => judged.question.kind === kind),
        thresholds,
      ),
    ),
  }))
  console.table(byKind)
}

/** What thresholds cost, on the sets to develop with. */
function printCurve(decided: readonly Decided[]): void {
  const rows = [0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7].map((at) => {
    const { falseRefusals, refused, quoted } = measure(decided, { unsure: at, answered: at })
    const kept = decided.filter(({ probability }) => probability >= at)
    const precision = share(kept, ({ judged }) => judged.question.answerable && judged.right)
    return {
      at,
      falseRefusals: round(falseRefusals),
      refused: round(refused),
      quoted: round(quoted),
      precision: round(precision),
    }
  })
  console.table(rows)
}

function rounded(figures: Readonly<Record<string, number>>) {
  return Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, round(value)]))
}

function round(value: number, digits = 3): number {
  return Number(value.toFixed(digits))
}

function weightsFile(): string {
  const lines = ['bias', ...featureNames].map((name) => `  ${name}: ${weights[name as keyof Weights]},`).join('\n')
  return `/** Written by \`npm run fit\`: logistic regression on development sets, and the thresholds chosen on their risk-coverage curve. */
export const decisionWeights = {
${lines}
}

export const thresholds = { answered: ${thresholds.answered}, unsure: ${thresholds.unsure} }
`
}
