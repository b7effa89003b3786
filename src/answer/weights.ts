/** Written by `npm run fit` from the collections under test/; how they were measured: models/fit/README.md. */
import type { DecisionFeatureName } from './decision-features.ts'
import type { Weights } from './linear.ts'
import type { UnitFeatureName } from './unit-features.ts'

export const unitWeights: Weights<UnitFeatureName> = {
  own: 1.028,
  surroundings: 2.798,
  passage: 2.189,
  article: 2.562,
  sharp: 1.458,
  weakest: 0.593,
  similarity: 3.049,
  meaning: 2.478,
  bm25: 0.213,
  expected: 1.242,
  expectedNew: 1.393,
  counted: -0.225,
  countedNumber: 2.009,
  names: -0.954,
  dateFits: 0.363,
  dateAgainst: -0.923,
  places: 0.272,
  quotation: 0.223,
  first: -1.498,
  short: 0.616,
  density: 1.548,
  property: 0.702,
  introduces: 2.528,
  reason: 2.226,
}

export const decisionWeights: Weights<DecisionFeatureName> = {
  bias: -1.312,
  score: 0.628,
  lead: 1.263,
  covered: 0.598,
  coveredOwn: 0.542,
  weakest: -0.271,
  weakestPassage: 0.385,
  weakestAnywhere: -0.709,
  bestAnywhere: 0.995,
  unexplained: -1.894,
  exact: 0.111,
  meaning: -0.197,
  expectedMissing: -1.697,
  countedMissing: -1.224,
  reasonMissing: -1.364,
  nameMissing: -0.844,
  placeMissing: -2.165,
  dateMissing: -0.677,
  numberMissing: -0.984,
  propertyMissing: -3.013,
  objectMissing: -0.975,
  nowhere: -1.815,
}

/** Probabilities from which a question counts as answered, or at least as worth showing the closest quotes. */
export const thresholds = { answered: 0.4, unsure: 0.15 }
