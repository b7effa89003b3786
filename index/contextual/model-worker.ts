/**
 * The process in which the models run, so that a question being read stops nobody else's. Questions go before the
 * background's embedding, which comes in small batches.
 */
import { setPriority } from 'node:os'
import { once } from '../../src/once.ts'
import type { Stretch } from '../../src/ports/reader.ts'
import { serveRequests } from '../processes/serve.ts'
import type { Logits, ModelReply, ModelRequest } from './messages.ts'
import { type Models, openModels, sequenceToEmbed, sequenceToRead } from './sessions.ts'

const [modelsFolder = ''] = process.argv.slice(2)
const open = once(() => openModels(modelsFolder))

async function serve(request: ModelRequest): Promise<ModelReply> {
  const models = await open()
  return request.kind === 'embed'
    ? { vectors: await embed(models, request.texts) }
    : { logits: await read(models, request.question, request.stretches, performance.now() + request.limitMs) }
}

/**
 * One sequence a run: with fused operators several at once are no faster, and activations are quantised a run at a time, so
 * that what stands beside a text would change its numbers.
 */
async function embed(models: Models, texts: readonly string[]): Promise<readonly Float32Array[]> {
  const found: Float32Array[] = []
  for (const text of texts) found.push(...(await models.embed([sequenceToEmbed(models.cut, text)])))
  return found
}

/** The most promising first; what is not reached in time stays unread. */
async function read(
  models: Models,
  question: string,
  stretches: readonly Stretch[],
  until: number,
): Promise<readonly (Logits | undefined)[]> {
  const found: (Logits | undefined)[] = []
  for (const stretch of stretches) {
    const isLate = performance.now() >= until
    const [logits] = isLate ? [] : await models.read([sequenceToRead(models.cut, question, stretch)])
    found.push(logits)
  }
  return found
}

serveRequests(serve, (request) => request.kind === 'read' || request.urgent)
// Who answers a platform in time goes before who computes.
try {
  setPriority(5)
} catch {
  // Where that is not allowed, it computes at the common pace.
}
