import { rm } from 'node:fs/promises'
import { type BaseIdentity, indexFile, type Manifest, makeAside, mismatch, publish, readManifest } from './manifest.ts'
import { startWorker, type WorkerClient } from './worker-client.ts'
import type { LabelledHit, VectorChunk } from './worker-messages.ts'

/** hnswlib's M and efConstruction: recall 0.99 at 100,000 × 256, 117 MB. */
const GRAPH = { connections: 16, efConstruction: 200 }

/** The vectors of one revision, being served by a worker of their own. */
export type VectorBase = {
  readonly revision: number
  readonly count: number
  /** Nearest first, at most `count`. Throws when the worker is gone. */
  search(vector: Float32Array, limit: number): Promise<readonly LabelledHit[]>
  isAlive(): boolean
  close(): Promise<void>
}

/** Checks a base on the disk against what it must be and starts a worker that serves it. Throws with the reason. */
export async function loadBase(
  folder: string,
  wanted: BaseIdentity,
  onWorker: (worker: WorkerClient) => void = () => undefined,
): Promise<VectorBase> {
  const manifest = await readManifest(folder, wanted.revision)
  const wrong = mismatch(manifest, wanted)
  if (wrong !== undefined) throw new Error(`its manifest has another ${wrong}`)
  const worker = startWorker()
  onWorker(worker)
  try {
    const { dimensions, count, sha256 } = manifest
    await worker.ask({ kind: 'load', file: indexFile(folder, wanted.revision), dimensions, count, sha256 })
  } catch (error) {
    await worker.close()
    throw error
  }
  return serveBase(worker, wanted)
}

/** Builds a base in a worker, writes it aside, reads it back, and puts it in place. Throws with the reason. */
export async function buildBase(
  folder: string,
  wanted: BaseIdentity,
  chunks: AsyncIterable<VectorChunk>,
  onWorker: (worker: WorkerClient) => void,
): Promise<void> {
  const aside = await makeAside(folder, wanted.revision)
  const worker = startWorker()
  onWorker(worker)
  try {
    await worker.ask({ kind: 'begin', dimensions: wanted.dimensions, count: wanted.count, ...GRAPH })
    let added = 0
    for await (const chunk of chunks) {
      await worker.ask({ kind: 'add', ...chunk })
      added += chunk.labels.length
    }
    if (added !== wanted.count) throw new Error(`the revision has ${wanted.count} passages and ${added} vectors`)
    const reply = await worker.ask({ kind: 'save', file: aside })
    if (!('sha256' in reply)) throw new Error('the worker gave no checksum')
    await publish(folder, aside, manifestOf(wanted, reply.sha256))
  } finally {
    await rm(aside, { force: true })
    await worker.close()
  }
}

function manifestOf(wanted: BaseIdentity, sha256: string): Manifest {
  return { format: 1, ...wanted, metric: 'ip', ...GRAPH, sha256, created: new Date().toISOString() }
}

function serveBase(worker: WorkerClient, { revision, count }: BaseIdentity): VectorBase {
  return {
    revision,
    count,
    async search(vector, limit) {
      const reply = await worker.ask({ kind: 'search', vector, limit: Math.min(limit, count) })
      return 'hits' in reply ? reply.hits : []
    },
    isAlive: worker.isAlive,
    close: worker.close,
  }
}
