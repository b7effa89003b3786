/** What is read of a corpus: searches, passages, articles and revisions. */
import type { Article, ArticleFacts, Passage, Revision } from '../types.ts'

/** A passage found, and how well: cosine similarity (−1 to 1) or BM25 (≥ 0); larger is better in both. */
export type Hit = { readonly passageId: string; readonly score: number }

/** Reads of one corpus. `revision` is the newest unless given; both searches filter by membership before they cut. */
export interface PassageIndex {
  /** Undefined while nothing was ever indexed. */
  revision(number?: number): Promise<Revision | undefined>
  /** Oldest first. */
  revisions(): Promise<readonly Revision[]>
  /** The passages nearest to a unit vector by cosine, best first. */
  nearest(vector: Float32Array, limit: number, revision?: number): Promise<readonly Hit[]>
  /** The passages that hold any of the folded words, by BM25, best first. Words may hold any character. */
  matching(words: readonly string[], limit: number, revision?: number): Promise<readonly Hit[]>
  /** In the order asked; ids that do not exist are left out. Any version, current or not. */
  passages(ids: readonly string[]): Promise<readonly Passage[]>
  /** All passages of an article's version, in reading order. */
  passagesOf(articleId: string, version: string): Promise<readonly Passage[]>
  /** The articles that count at a revision, by id. */
  articles(revision?: number): Promise<readonly IndexedArticle[]>
  /** An article's version with its text; any version ever indexed; undefined when there is none. */
  article(articleId: string, version: string): Promise<Article | undefined>
  close(): Promise<void>
}

/** An article as listed: without its text. */
export type IndexedArticle = ArticleFacts & {
  readonly version: string
  readonly sha256: string
  readonly passages: number
  /** `<articleId>@<version>` of the first version of the same text: copies of one story have the same origin. */
  readonly origin: string
}
