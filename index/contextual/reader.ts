/** The reader that ships: one cross-encoder over question, lead and stretch, in a process of its own. */
import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import type { Reader, Stretch } from '../../src/ports/reader.ts'
import { createReader, type Readings } from '../../src/readers/create-reader.ts'
import type { ModelClient } from './model-client.ts'
import type { Manifest } from './model-files.ts'

/** Questions: many people ask the same within minutes; kept by hash, so that none stays in memory. */
const remembered = 200

/** Closing it leaves the client to whoever made it: the encoder is asked through it too. */
export function createContextualReader(client: ModelClient, manifest: Manifest): Reader {
  const known = new LRUCache<string, Promise<Readings>>({ max: remembered })

  const readAnew = async (question: string, stretches: readonly Stretch[], limitMs: number): Promise<Readings> => {
    const reply = await client.ask({ kind: 'read', question, stretches, limitMs })
    if (!('logits' in reply)) throw new Error('the models answered something else')
    const { sentence, stretch } = manifest.calibration
    return reply.logits.map((logits) =>
      logits === undefined
        ? undefined
        : {
            holds: probability(logits.stretch, stretch),
            sentences: logits.sentences.map((logit) => probability(logit, sentence)),
          },
    )
  }

  return createReader({
    modelId: `contextual@${manifest.version}`,
    // Others may wait for the same reading: it is not ended with the one who asked first.
    async read(question, stretches, limitMs) {
      const key = keyOf(question, stretches)
      const before = await known.get(key)?.catch(() => undefined)
      if (before !== undefined && !before.includes(undefined)) return before
      const reading = readAnew(question, stretches, limitMs)
      known.set(key, reading)
      // What failed, or was not finished, may be read the next time.
      const isWhole = await reading.then(
        (readings) => !readings.includes(undefined),
        () => false,
      )
      if (!isWhole && known.get(key) === reading) known.delete(key)
      return await reading
    },
    close: async () => known.clear(),
  })
}

function keyOf(question: string, stretches: readonly Stretch[]): string {
  return createHash('sha256')
    .update(JSON.stringify([question, stretches]))
    .digest('base64')
}

function probability(logit: number, { scale, bias }: { readonly scale: number; readonly bias: number }): number {
  return 1 / (1 + Math.exp(-(scale * logit + bias)))
}
