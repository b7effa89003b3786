/** Runs in a process of its own: building and loading take seconds, and a damaged file may end the process. */
import { serveRequests } from '../processes/serve.ts'
import { createGraph, loadGraph, type ServedGraph, saveGraph, searchGraph } from './graph.ts'
import type { WorkerReply, WorkerRequest } from './worker-messages.ts'

let graph: ServedGraph | undefined

serveRequests((request: WorkerRequest): WorkerReply => {
  if (request.kind === 'begin') {
    graph = createGraph(request)
    return { done: true }
  }
  if (request.kind === 'load') {
    graph = loadGraph(request)
    return { done: true }
  }
  if (graph === undefined) throw new Error(`"${request.kind}" before there is an index`)
  if (request.kind === 'save') return { sha256: saveGraph(graph, request.file) }
  if (request.kind === 'search') return { hits: searchGraph(graph, request.vector, request.limit) }
  graph.add(request)
  return { done: true }
})
