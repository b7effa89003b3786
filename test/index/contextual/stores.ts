import { openContextualVectors } from '../../../index/contextual/vector-file.ts'
import { createMemoryContextualVectors } from '../../../index/memory/contextual-vectors.ts'
import { createMemoryCorpus } from '../../../index/memory/corpus.ts'
import { openCorpus } from '../../../index/open.ts'
import { contextual } from '../../contracts/contextual-samples.ts'
import type { ContextualUnderTest } from '../../contracts/contextual-vectors.ts'

export async function inMemory(): Promise<ContextualUnderTest> {
  const { index, writer } = createMemoryCorpus()
  const kept = new Map<string, Float32Array>()
  return {
    writer,
    open: async (of = contextual) => createMemoryContextualVectors(index, of, kept),
    close: async () => undefined,
  }
}

export async function onDisk(dataFolder: string): Promise<ContextualUnderTest> {
  const { writer, close } = openCorpus({ dataFolder })
  const opened: { close(): Promise<void> }[] = []
  return {
    writer,
    async open(of = contextual) {
      const { index } = openCorpus({ dataFolder })
      const vectors = openContextualVectors({ dataFolder, ...of, index })
      opened.push(vectors, index)
      return vectors
    },
    async close() {
      for (const one of opened) await one.close()
      await close()
    },
  }
}
