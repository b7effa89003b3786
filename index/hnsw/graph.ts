import hnswlib from 'hnswlib-node'
import { flushFile, inspectIndexFile } from './index-file.ts'
import type { GraphOptions, LabelledHit, VectorChunk } from './worker-messages.ts'

const { HierarchicalNSW } = hnswlib

/** How many candidates a search keeps at least: recall 0.99 at 100,000 × 256. */
const LEAST_CANDIDATES = 128
/** How many of its own vectors a written index is asked for before it is trusted. */
const PROBES = 16
const SEED = 100

/** An index in memory. */
export type ServedGraph = {
  readonly dimensions: number
  readonly index: InstanceType<typeof HierarchicalNSW>
  add(chunk: VectorChunk): void
}

export function createGraph(
  options: { readonly dimensions: number; readonly count: number } & GraphOptions,
): ServedGraph {
  const { dimensions, count, connections, efConstruction } = options
  const index = new HierarchicalNSW('ip', dimensions)
  index.initIndex(count, connections, efConstruction, SEED)
  return serve(index, dimensions)
}

/**
 * Loads a file that is exactly the one the manifest speaks of: hnswlib itself takes a damaged one or one of another
 * dimension in silence, or ends the process.
 */
export function loadGraph(wanted: {
  readonly file: string
  readonly dimensions: number
  readonly count: number
  readonly sha256: string
}): ServedGraph {
  const { sha256, whole } = inspectIndexFile(wanted.file, wanted.count)
  if (sha256 !== wanted.sha256) throw new Error('its checksum is not the one of its manifest')
  if (!whole) throw new Error('its length is not the one of its parts')
  return read(wanted.file, wanted.dimensions, wanted.count)
}

/** Writes, reads back and compares, so that what is put in place has been seen to work. Returns the SHA-256. */
export function saveGraph(graph: ServedGraph, file: string): string {
  const count = graph.index.getCurrentCount()
  graph.index.writeIndexSync(file)
  flushFile(file)
  const { sha256, whole } = inspectIndexFile(file, count)
  if (!whole) throw new Error('it was not written whole (is the disk full?)')
  const copy = read(file, graph.dimensions, count)
  const labels = graph.index.getIdsList()
  const step = Math.max(1, Math.floor(labels.length / PROBES))
  for (let position = 0; position < labels.length; position += step) {
    const vector = Float32Array.from(graph.index.getPoint(labels[position] ?? 0))
    const [expected, found] = [searchGraph(graph, vector, 10), searchGraph(copy, vector, 10)]
    if (JSON.stringify(expected) !== JSON.stringify(found)) throw new Error('read back, it finds other vectors')
  }
  return sha256
}

/** The nearest by cosine, best first; `limit` is clipped to what is there. Throws for a vector that is not finite. */
export function searchGraph(graph: ServedGraph, vector: Float32Array, limit: number): LabelledHit[] {
  if (vector.length !== graph.dimensions) throw new Error('the query vector has another number of dimensions')
  if (!vector.every(Number.isFinite)) throw new Error('the query vector is not finite')
  const clipped = Math.min(limit, graph.index.getCurrentCount())
  if (clipped < 1) return []
  graph.index.setEf(Math.max(LEAST_CANDIDATES, clipped))
  const { neighbors, distances } = graph.index.searchKnn([...vector], clipped)
  return neighbors
    .map((label, position) => ({ label, score: 1 - (distances[position] ?? 2) }))
    .sort((one, other) => other.score - one.score || one.label - other.label)
}

function read(file: string, dimensions: number, count: number): ServedGraph {
  const index = new HierarchicalNSW('ip', dimensions)
  index.readIndexSync(file)
  if (index.getNumDimensions() !== dimensions || index.getCurrentCount() !== count) {
    throw new Error('it holds another number of vectors or dimensions')
  }
  return serve(index, dimensions)
}

function serve(index: InstanceType<typeof HierarchicalNSW>, dimensions: number): ServedGraph {
  return {
    dimensions,
    index,
    add({ labels, vectors }) {
      for (const [position, label] of labels.entries()) {
        const vector = vectors.subarray(position * dimensions, (position + 1) * dimensions)
        if (vector.length !== dimensions || !vector.every(Number.isFinite)) throw new Error('a vector is not finite')
        index.addPoint([...vector], label)
      }
    },
  }
}
