import type { Log } from '../log.ts'
import { type BaseIdentity, listBases, removeBase } from './manifest.ts'
import { refuseWrongAnswers } from './probe-base.ts'
import { buildBase, loadBase, type VectorBase } from './vector-base.ts'
import type { WorkerClient } from './worker-client.ts'
import type { VectorChunk } from './worker-messages.ts'

/** The store whose vectors are cached. All but `chunks` are cheap. */
export type VectorSource = {
  newest(): number | undefined
  /** Undefined when there is no such revision, or its vectors are not of the model that counts now. */
  identity(revision: number): BaseIdentity | undefined
  /** How many passages count at one of two revisions only. */
  difference(one: number, other: number): number
  /** The vectors that count at a revision. */
  chunks(revision: number): AsyncIterable<VectorChunk>
  /** Labels of a few vectors that count at a revision. */
  sample(revision: number, limit: number): readonly number[]
  /** Undefined when there is none of that label. */
  vector(label: number): Float32Array | undefined
}

export type BaseKeeper = {
  /** What serves now, if anything; looks in the background whether another is due. */
  base(): VectorBase | undefined
  /** Waits until what is due is in place, or has failed. */
  settle(): Promise<void>
  close(): Promise<void>
}

export type KeeperOptions = {
  readonly folder: string
  readonly source: VectorSource
  /** Passages from which an index is worth its while; below, looking at every vector is faster. */
  readonly from: number
  readonly log: Log
}

/** A base is replaced when so much of it has changed: what was added since is searched one by one. */
const TOLERATED_CHANGE = 0.05
/** After a failure, in milliseconds: a full disk does not cost a build at every question. */
const RETRY_MS = 60_000

/** Keeps one base in service: loads what is on the disk, builds what is due, replaces what died. Nothing waits for it. */
export function createBaseKeeper({ folder, source, from, log }: KeeperOptions): BaseKeeper {
  let active: VectorBase | undefined
  let working: Promise<void> | undefined
  /** Builds or loads, not yet in service. */
  let busy: WorkerClient | undefined
  let looked: number | undefined
  let retryAt = 0
  let closed = false

  const watch = (worker: WorkerClient) => {
    busy = worker
    if (closed) void worker.close()
  }

  const tolerates = (revision: number, newest: BaseIdentity) =>
    source.difference(revision, newest.revision) <= TOLERATED_CHANGE * newest.count

  const replaceWith = async (base: VectorBase | undefined) => {
    const before = active
    active = closed ? undefined : base
    await before?.close()
    if (closed) await base?.close()
  }

  const load = async (identity: BaseIdentity): Promise<boolean> => {
    try {
      const base = await loadBase(folder, identity, watch)
      await refuseWrongAnswers(base, source).catch(async (error: unknown) => {
        await base.close()
        throw error
      })
      await replaceWith(base)
      log.info({ revision: identity.revision, vectors: identity.count }, 'vector index loaded')
      return true
    } catch (error) {
      if (closed) return true
      log.warn({ revision: identity.revision, reason: reasonOf(error) }, 'vector index distrusted, it is built again')
      await removeBase(folder, identity.revision)
      return false
    }
  }

  const loadAny = async (newest: BaseIdentity): Promise<boolean> => {
    for (const revision of await listBases(folder)) {
      const identity = source.identity(revision)
      if (identity === undefined) {
        log.info({ revision }, 'vector index of another corpus or model removed')
        await removeBase(folder, revision)
      } else if (revision !== active?.revision && tolerates(revision, newest)) {
        if (await load(identity)) return true
      }
    }
    return false
  }

  const work = async (number: number) => {
    const newest = source.identity(number)
    if (newest === undefined || newest.count < from) return replaceWith(undefined)
    if (active !== undefined && tolerates(active.revision, newest)) return
    if (await loadAny(newest)) return
    const started = Date.now()
    await buildBase(folder, newest, source.chunks(number), watch)
    log.info({ revision: number, vectors: newest.count, tookMs: Date.now() - started }, 'vector index built')
    if (!(await load(newest))) throw new Error('what was built could not be loaded')
  }

  const start = (number: number) => {
    looked = number
    working = work(number)
      .catch((error: unknown) => {
        if (closed) return
        retryAt = Date.now() + RETRY_MS
        looked = undefined
        log.warn({ revision: number, reason: reasonOf(error) }, 'no vector index, every vector is looked at')
      })
      .finally(() => {
        working = undefined
        busy = undefined
      })
  }

  const look = () => {
    const newest = source.newest()
    if (active !== undefined && !active.isAlive()) {
      log.warn({ revision: active.revision }, 'the vector worker died, it is replaced')
      active = undefined
      looked = undefined
    }
    if (active !== undefined && newest !== looked && source.identity(active.revision) === undefined) {
      void replaceWith(undefined)
    }
    const due = newest !== undefined && newest !== looked && working === undefined && Date.now() >= retryAt
    if (due && !closed) start(newest)
  }

  return {
    base() {
      look()
      return active
    },
    async settle() {
      await keepingAlive(async () => {
        do {
          look()
          await working
        } while (!closed && Date.now() >= retryAt && source.newest() !== looked)
      })
    },
    async close() {
      closed = true
      // Nothing else keeps the process alive: who waited for a worker that goes on would never hear of it.
      await busy?.close()
      await keepingAlive(async () => await working)
      await replaceWith(undefined)
    },
  }
}

/** Workers do not keep the process alive; whoever waits for one does. */
async function keepingAlive(wait: () => Promise<void>): Promise<void> {
  const alive = setInterval(() => undefined, 1_000)
  try {
    await wait()
  } finally {
    clearInterval(alive)
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
