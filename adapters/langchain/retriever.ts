import { Document } from '@langchain/core/documents'
import { BaseRetriever } from '@langchain/core/retrievers'
import type { Retriever } from '../../src/ports/retriever.ts'
import { foldWords } from '../../src/text/fold.ts'
import type { ArticleFacts, Evidence, Signals } from '../../src/types.ts'

/** What a document says of the passage that it holds. `text.slice(start, end)` of the article's text is the document. */
export type PassageMetadata = {
  readonly passageId: string
  readonly start: number
  readonly end: number
  readonly context?: string
  readonly article: ArticleFacts
  readonly score: number
  readonly signals: Signals
}

export type RetrieverFaceOptions = {
  /** Documents a question, 4 unless given. */
  readonly limit?: number
  /** Searches an old state of the corpus; the newest unless given. */
  readonly revision?: number
}

const defaultLimit = 4

/** Our retrieval as LangChain's `BaseRetriever`, for the chains of others: passages as documents, best first. */
export class SourcierRetriever extends BaseRetriever<PassageMetadata> {
  override lc_namespace = ['sourcier', 'retrievers']
  private readonly retriever: Retriever
  private readonly limit: number
  private readonly revision: number | undefined

  static override lc_name(): string {
    return 'SourcierRetriever'
  }

  constructor(retriever: Retriever, { limit = defaultLimit, revision }: RetrieverFaceOptions = {}) {
    super()
    this.retriever = retriever
    this.limit = limit
    this.revision = revision
  }

  /** Nothing for a blank question. */
  override async _getRelevantDocuments(question: string): Promise<Document<PassageMetadata>[]> {
    if (question.trim() === '') return []
    const words = [...new Set(foldWords(question).map(({ word }) => word))]
    const evidence = await this.retriever.retrieve({ text: question, words }, this.limit, this.revision)
    return evidence.map(toDocument)
  }
}

function toDocument({ passage, article, score, signals }: Evidence): Document<PassageMetadata> {
  const { id, start, end, context } = passage
  return new Document({
    id,
    pageContent: passage.text,
    metadata: { passageId: id, start, end, ...(context !== undefined && { context }), article, score, signals },
  })
}
