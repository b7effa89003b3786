/** Runs in a process of its own: building and loading take seconds, and a damaged file may end the process. */
import { createGraph, loadGraph, type ServedGraph, saveGraph, searchGraph } from './graph.ts'
import type { Numbered, WorkerReply, WorkerRequest } from './worker-messages.ts'

let graph: ServedGraph | undefined

process.on('message', ({ number, request }: Numbered) => {
  process.send?.({ number, ...handle(request) } satisfies WorkerReply)
})
// It goes when the process that started it goes, not before: Ctrl-C reaches both.
process.on('disconnect', () => process.exit(0))
process.on('SIGINT', () => undefined)

function handle(request: WorkerRequest) {
  try {
    if (request.kind === 'begin') {
      graph = createGraph(request)
      return { done: true } as const
    }
    if (request.kind === 'load') {
      graph = loadGraph(request)
      return { done: true } as const
    }
    if (graph === undefined) throw new Error(`"${request.kind}" before there is an index`)
    if (request.kind === 'save') return { sha256: saveGraph(graph, request.file) }
    if (request.kind === 'search') return { hits: searchGraph(graph, request.vector, request.limit) }
    graph.add(request)
    return { done: true } as const
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) }
  }
}
