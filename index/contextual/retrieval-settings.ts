/** The numbers of retrieval by the contextual encoder, each with its unit and why it is what it is. */
export const retrieval = {
  /**
   * Passages that each search gives: nearest, by words, and by the static vectors where some have no vector yet. On real
   * news what answers is among the fifty nearest for 98 of 100 questions; more would only be more to look at.
   */
  candidates: 50,
  /**
   * Cosine that the best passage by words gains, the others by their share of its BM25. More loses across languages, where
   * words have nothing to say; none loses rare names and repeated words.
   */
  lexicalShare: 0.06,
  /** Passages embedded while a question waits, the most promising: about 8 ms each, a tenth of a second in all. */
  embeddedNow: 12,
  /** Vectors made so that are kept until the background has made them: 1.5 kB each, 3 MB in all. */
  rememberedVectors: 2_000,
} as const

/** What stands before a passage's words when it is embedded. */
export const passageLead = {
  /** UTF-16 units of the headline, as the encoder was taught: longer ones crowd out the words. */
  characters: 160,
  /** First sentences of articles without a headline that are kept: about 200 bytes each, 1 MB in all. */
  rememberedArticles: 5_000,
} as const
