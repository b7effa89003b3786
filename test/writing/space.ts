/** The words that ship, opened once a test file. */
import { openBundledEmbedder, openBundledWords } from '../answer/seed-corpus.ts'

export async function openSpace() {
  const embedder = await openBundledEmbedder()
  const space = await openBundledWords(embedder)
  return { space, close: () => embedder.close() }
}
