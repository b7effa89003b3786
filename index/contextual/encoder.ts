/** The encoder that was taught on questions: texts become vectors in which an answer lies near its question. */
import { EmptyTextError } from '../../src/errors.ts'
import type { EmbeddingRole } from '../../src/ports/embedder.ts'
import type { ModelClient } from './model-client.ts'

export type ContextualEncoder = {
  /** Names the training run and its files: vectors of another are made again. */
  readonly modelId: string
  readonly dimensions: number
  /**
   * Unit vectors, one a text. Throws EmptyTextError for a blank one.
   * @param urgent goes before what is embedded in the background.
   */
  embed(texts: readonly string[], role: EmbeddingRole, urgent?: boolean): Promise<readonly Float32Array[]>
}

export function createContextualEncoder(
  client: ModelClient,
  manifest: { readonly version: string; readonly dimensions: number },
): ContextualEncoder {
  return {
    modelId: `contextual@${manifest.version}`,
    dimensions: manifest.dimensions,
    async embed(texts, role, urgent = true) {
      const blank = texts.findIndex((text) => text.trim() === '')
      if (blank >= 0) throw new EmptyTextError(blank)
      if (texts.length === 0) return []
      const reply = await client.ask({ kind: 'embed', texts: texts.map((text) => `${role}: ${text}`), urgent })
      if (!('vectors' in reply)) throw new Error('the models answered something else')
      return reply.vectors
    },
  }
}
