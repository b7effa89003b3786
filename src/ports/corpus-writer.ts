/** What changes a corpus: whole runs, all or nothing. */
import type { Article, ArticleFacts, Passage, Revision } from '../types.ts'

/** An article ready to be committed: `vectors[i]` is the unit vector of `passages[i]`. */
export type EmbeddedArticle = {
  readonly article: Article
  readonly passages: readonly Passage[]
  readonly vectors: readonly Float32Array[]
}

/** What one indexing run changes. An article whose id is there with another version replaces it. */
export type CorpusChange = {
  readonly add: readonly EmbeddedArticle[]
  /** Article ids to withdraw. */
  readonly remove: readonly string[]
  /** Metadata changed, words not: no passage is touched. */
  readonly describe: readonly ArticleFacts[]
  readonly note: string
}

/** The one writer of a corpus. Every call is one transaction and one revision: all or nothing. */
export interface CorpusWriter {
  /** The vectors of versions already indexed are reused: which (articleId, version) pairs the store holds. */
  holds(articleId: string, version: string): Promise<boolean>
  /** Returns the new revision, or the current one when the change is empty. */
  commit(change: CorpusChange, model: { readonly modelId: string; readonly dimensions: number }): Promise<Revision>
  /** A new revision with the membership of an old one. Throws UserError when there is no such revision. */
  rollback(toRevision: number): Promise<Revision>
  close(): Promise<void>
}
