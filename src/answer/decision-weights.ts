/** Written by `npm run fit`: logistic regression on development sets, and the thresholds chosen on their risk-coverage curve. */
export const decisionWeights = {
  bias: -2.5961,
  holds: 0.6846,
  similarity: 2.3771,
  lead: 0.2602,
}

export const thresholds = { answered: 0.47, unsure: 0.16 }
