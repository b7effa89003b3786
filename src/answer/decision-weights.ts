/** Written by `npm run fit`: logistic regression on development sets, and the thresholds chosen on their risk-coverage curve. */
export const decisionWeights = {
  bias: -0.7475,
  answers: 0.4522,
  holds: 0.2262,
}

export const thresholds = { answered: 0.58, unsure: 0.25 }
