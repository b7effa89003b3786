/** One sentence of an invented article, with what a model may make of it. */
export type CitedSentence = {
  readonly cited: string
  /** Shown so, or as the sentence cited. */
  readonly truths: readonly string[]
  /** Roles, figures, moments, speakers, negations, conditions or comparatives that the sentence does not have. */
  readonly falsehoods: readonly string[]
}
