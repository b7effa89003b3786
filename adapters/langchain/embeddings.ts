import { Embeddings } from '@langchain/core/embeddings'
import type { Embedder } from '../../src/ports/embedder.ts'

/** Our embedder as LangChain's `Embeddings`: passages as documents, questions as queries; unit vectors. */
export class SourcierEmbeddings extends Embeddings {
  private readonly embedder: Embedder

  constructor(embedder: Embedder) {
    super({})
    this.embedder = embedder
  }

  /** One unit vector a text, in the same order. Throws EmptyTextError for a blank text. */
  override async embedDocuments(documents: string[]): Promise<number[][]> {
    const vectors = await this.embedder.embed(documents, 'passage')
    return vectors.map((vector) => [...vector])
  }

  /** The unit vector of a question. Throws EmptyTextError for a blank one. */
  override async embedQuery(document: string): Promise<number[]> {
    const [vector] = await this.embedder.embed([document], 'query')
    if (vector === undefined) throw new Error(`${this.embedder.modelId} returned no vector`)
    return [...vector]
  }
}
