/** Written by `npm run fit` from the collections under test/; how they were measured: models/fit/README.md. */
import type { DecisionFeatureName } from './decision-features.ts'
import type { Weights } from './linear.ts'
import type { UnitFeatureName } from './unit-features.ts'

export const unitWeights: Weights<UnitFeatureName> = {
  own: 1.01,
  surroundings: 2.827,
  passage: 2.044,
  article: 2.854,
  sharp: 1.33,
  weakest: 1.441,
  similarity: 3.13,
  meaning: 2.367,
  bm25: 0.129,
  expected: 1.239,
  expectedNew: 1.384,
  counted: -0.41,
  countedNumber: 2.122,
  names: -0.76,
  dateFits: 0.499,
  dateAgainst: -0.993,
  places: 0.293,
  quotation: 0.281,
  first: -1.485,
  short: 0.682,
  density: 1.493,
  property: 0.786,
  introduces: 2.511,
  reason: 2.288,
}

export const decisionWeights: Weights<DecisionFeatureName> = {
  bias: -1.136,
  score: 0.681,
  lead: 1.181,
  covered: 0.647,
  coveredOwn: 0.368,
  weakest: -0.626,
  weakestPassage: 0.695,
  weakestAnywhere: -0.947,
  bestAnywhere: 1.342,
  unexplained: -2.217,
  exact: 0.082,
  meaning: -0.449,
  expectedMissing: -1.805,
  countedMissing: -1.426,
  reasonMissing: -1.294,
  nameMissing: -1.043,
  placeMissing: -2.041,
  dateMissing: -0.749,
  numberMissing: -0.977,
  propertyMissing: -2.978,
  objectMissing: -1.034,
  nowhere: -1.84,
}

/** Probabilities from which a question counts as answered, or at least as worth showing the closest quotes. */
export const thresholds = { answered: 0.4, unsure: 0.15 }
