import { type Child, startChild } from '../processes/child.ts'
import type { WorkerReply, WorkerRequest } from './worker-messages.ts'

/** One worker and the requests under way in it. */
export type WorkerClient = Child<WorkerRequest, WorkerReply>

/** Our process may end while an index is being built; a search under way keeps it. */
export function startWorker(): WorkerClient {
  return startChild({
    name: 'the vector worker',
    module: 'hnsw/vector-worker',
    isAwaited: ({ kind }) => kind === 'search',
  })
}
