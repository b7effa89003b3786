/** Passages are this long where the article allows it, in UTF-16 units: shorter ones are joined, longer ones cut. */
export const SHORTEST_PASSAGE = 60
export const LONGEST_PASSAGE = 1000
/** What cut pieces aim below, and what the median passage of an article may be at most. */
export const USUAL_PASSAGE = 500
