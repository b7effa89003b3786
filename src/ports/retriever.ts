import type { Evidence } from '../types.ts'

/** What is searched for: the question as asked, and its folded words that carry the topic. */
export type SearchQuery = {
  readonly text: string
  readonly words: readonly string[]
  /** How many times as many passages as usual are looked through, 1 unless given. */
  readonly reach?: number
}

/** Finds the passages that may answer, best first: dense and lexical candidates, reranked. */
export interface Retriever {
  retrieve(query: SearchQuery, limit: number, revision?: number): Promise<readonly Evidence[]>
}
