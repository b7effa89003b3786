/** Written by `npm run fit` from the collections under test/; how they were measured: models/fit/README.md. */
import type { DecisionFeatureName } from './decision-features.ts'
import type { Weights } from './linear.ts'
import type { UnitFeatureName } from './unit-features.ts'

export const unitWeights: Weights<UnitFeatureName> = {
  own: 1.004,
  surroundings: 2.983,
  passage: 2.087,
  article: 2.54,
  sharp: 1.239,
  weakest: 1.534,
  similarity: 3.36,
  meaning: 2.509,
  bm25: 0.158,
  expected: 1.209,
  expectedNew: 1.328,
  counted: -0.513,
  countedNumber: 2.381,
  names: -0.882,
  dateFits: 0.548,
  dateAgainst: -0.967,
  places: 0.282,
  quotation: 0.338,
  first: -1.492,
  short: 0.517,
  density: 1.52,
  property: 0.803,
  introduces: 2.512,
}

export const decisionWeights: Weights<DecisionFeatureName> = {
  bias: -1.28,
  score: 0.698,
  lead: 1.386,
  covered: 0.508,
  coveredOwn: 0.238,
  weakest: -0.714,
  weakestPassage: 0.492,
  weakestAnywhere: -0.834,
  bestAnywhere: 1.489,
  unexplained: -1.811,
  exact: 0.094,
  meaning: -0.567,
  expectedMissing: -1.813,
  countedMissing: -1.315,
  nameMissing: -0.52,
  placeMissing: -2.24,
  dateMissing: -1.024,
  numberMissing: 0.279,
  propertyMissing: -1.675,
  objectMissing: -1.732,
  nowhere: -1.653,
}

/** Probabilities from which a question counts as answered, or at least as worth showing the closest quotes. */
export const thresholds = { answered: 0.4, unsure: 0.15 }
