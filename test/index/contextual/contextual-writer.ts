/** A process that makes all contextual vectors that are missing, a few at a time: `contextual-writer.ts DATA_FOLDER`. */
import { setTimeout as wait } from 'node:timers/promises'
import { openContextualVectors } from '../../../index/contextual/vector-file.ts'
import { openCorpus } from '../../../index/open.ts'
import { contextual, saveAll } from '../../contracts/contextual-samples.ts'

const dataFolder = process.argv[2] ?? ''
const corpus = openCorpus({ dataFolder })
const vectors = openContextualVectors({ dataFolder, ...contextual, index: corpus.index })
for (;;) {
  const missing = await vectors.missing(5)
  if (missing.length === 0) break
  await saveAll(vectors, missing)
  await wait(10)
}
await vectors.close()
await corpus.close()
