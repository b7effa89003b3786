/** The reader that ships: one cross-encoder over question, lead and stretch, in a process of its own. */
import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import type { Reader, Stretch, StretchReading } from '../../src/ports.ts'
import type { Manifest } from './model-files.ts'
import type { ModelClient } from './worker-client.ts'

type Readings = readonly (StretchReading | undefined)[]

/** Many people ask the same within minutes; kept by hash, so that no question stays in memory. */
const remembered = 200

export function createContextualReader(client: ModelClient, manifest: Manifest): Reader {
  const known = new LRUCache<string, Promise<Readings>>({ max: remembered })

  const read = async (question: string, stretches: readonly Stretch[], limitMs: number): Promise<Readings> => {
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

  return {
    modelId: `contextual@${manifest.version}`,
    async read(question, stretches, limitMs) {
      if (stretches.length === 0) return []
      const key = createHash('sha256')
        .update(JSON.stringify([question, stretches]))
        .digest('base64')
      const before = await known.get(key)
      if (before !== undefined) return before
      const reading = read(question, stretches, limitMs)
      known.set(key, reading)
      // What failed, or was not finished, may be read the next time.
      const isWhole = await reading.then(
        (readings) => !readings.includes(undefined),
        () => false,
      )
      if (!isWhole && known.get(key) === reading) known.delete(key)
      return await reading
    },
  }
}

function probability(logit: number, { scale, bias }: { readonly scale: number; readonly bias: number }): number {
  return 1 / (1 + Math.exp(-(scale * logit + bias)))
}
