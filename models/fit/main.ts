/**
 * `npm run fit`: fits the weights of the answering on the written collections under test/, cross-validated by corpus, and
 * writes src/answer/decision/weights.ts and the risk-coverage curve in docs/. `-- --dry-run` leaves the weights as they are; `-- --questions FILE` adds questions over the seeds.
 */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { thresholds } from '../../src/answer/decision/weights.ts'
import { findHome } from '../../src/home.ts'
import type { Collection } from './collections.ts'
import { crossValidate, type Fitted, fitAll, type Judged, judgeUnseen } from './cross-validate.ts'
import { type Examined, examineCollection } from './examine-collections.ts'
import { measure } from './measures.ts'
import { drawRiskCoverage, riskCoverage } from './risk-coverage.ts'
import { openLaboratory } from './setup.ts'

const { values } = parseArgs({
  options: {
    'dry-run': { type: 'boolean', default: false },
    questions: { type: 'string', multiple: true, default: [] },
  },
})
const home = findHome()
const questionFiles = [join(home, 'test', 'golden', 'seeds.jsonl'), ...values.questions]
const { collections, unseen, space, embedder } = await openLaboratory(home, questionFiles)
const examined = await examineAll(collections)
const judged = crossValidate(examined)
report(judged, judgeUnseen(examined, await examineAll(unseen)))
await writeFile(join(home, 'docs', 'risk-coverage.svg'), drawCurves(judged))
if (!values['dry-run']) {
  await writeFile(join(home, 'src', 'answer', 'decision', 'weights.ts'), weightsFile(fitAll(examined)))
  console.error('written: src/answer/decision/weights.ts')
}
await embedder.close()

async function examineAll(all: readonly Collection[]): Promise<readonly Examined[]> {
  const found: Examined[] = []
  for (const collection of all) {
    found.push(...(await examineCollection(collection, space)))
    console.error(`examined ${collection.name}`)
  }
  return found
}

function drawCurves(all: readonly Judged[]): string {
  const isSeeds = ({ examined: { collection } }: Judged) => collection.startsWith('seeds')
  return drawRiskCoverage([
    {
      name: 'written corpora, each judged without itself',
      points: riskCoverage(all.filter((item) => !isSeeds(item))),
    },
    { name: 'the seeds, judged without any question on them', points: riskCoverage(all.filter(isSeeds)) },
  ])
}

function report(judged: readonly Judged[], unseen: readonly Judged[]): void {
  const names = [...new Set(judged.map(({ examined: { collection } }) => collection))]
  const rows = names.map((name) => [name, judged.filter((item) => item.examined.collection === name)] as const)
  const written = judged.filter(({ examined: { collection } }) => !collection.startsWith('seeds'))
  const table = [
    ...rows,
    ['written collections', written] as const,
    ['all', judged] as const,
    ['held out', unseen] as const,
  ].map(([name, items]) => {
    const figures = Object.entries(measure(items))
    return {
      corpus: name,
      ...Object.fromEntries(figures.map(([key, value]) => [key, Math.round(value * 1000) / 1000])),
    }
  })
  console.table(table)
}

function weightsFile({ unit, decision }: Fitted): string {
  const lines = (weights: Readonly<Record<string, number>>) =>
    Object.entries(weights)
      .map(([name, value]) => `  ${name}: ${value},`)
      .join('\n')
  return `/** Written by \`npm run fit\` from the collections under test/; how they were measured: models/fit/README.md. */
import type { UnitFeatureName } from '../units/unit-features.ts'
import type { DecisionFeatureName } from './decision-features.ts'
import type { Weights } from './linear.ts'

export const unitWeights: Weights<UnitFeatureName> = {
${lines(unit)}
}

export const decisionWeights: Weights<DecisionFeatureName> = {
${lines(decision)}
}

/** Probabilities from which a question counts as answered, or at least as worth showing the closest quotes. */
export const thresholds = { answered: ${thresholds.answered}, unsure: ${thresholds.unsure} }
`
}
