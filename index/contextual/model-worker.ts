/**
 * The process in which the models run, so that a question being read stops nobody else's. Questions go before the
 * background's embedding, which comes in small batches.
 */
import { setPriority } from 'node:os'
import type { Stretch } from '../../src/ports.ts'
import type { Logits, ModelRequest, NumberedRequest } from './messages.ts'
import { type Models, openModels, sequenceToEmbed, sequenceToRead } from './sessions.ts'

const [modelsFolder = ''] = process.argv.slice(2)
let opening: Promise<Models> | undefined
const waiting: NumberedRequest[] = []
let isBusy = false

async function serve(request: ModelRequest) {
  opening ??= openModels(modelsFolder)
  const models = await opening.catch((error: unknown) => {
    opening = undefined
    throw error
  })
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

async function work(): Promise<void> {
  if (isBusy) return
  isBusy = true
  while (waiting.length > 0) {
    const urgent = waiting.findIndex(({ request }) => request.kind === 'read' || request.urgent)
    const [next] = waiting.splice(Math.max(0, urgent), 1)
    if (next === undefined) break
    process.send?.({ number: next.number, ...(await serve(next.request).catch(describe)) })
    // What came in meanwhile is heard before the next turn is chosen.
    await new Promise((resolve) => setImmediate(resolve))
  }
  isBusy = false
}

function describe(error: unknown): { readonly failure: string; readonly file?: string } {
  const failure = error instanceof Error ? error.message : String(error)
  const file = error instanceof Error && 'file' in error ? String(error.file) : undefined
  return file === undefined ? { failure } : { failure, file }
}

process.on('message', (request: NumberedRequest) => {
  waiting.push(request)
  void work()
})
// Who answers a platform in time goes before who computes.
try {
  setPriority(5)
} catch {
  // Where that is not allowed, it computes at the common pace.
}
// Ctrl-C reaches the whole group: who started this process decides when it ends.
process.on('SIGINT', () => {})
process.on('SIGTERM', () => {})
process.on('disconnect', () => process.exit(0))
