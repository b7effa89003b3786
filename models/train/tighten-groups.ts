import { splitWords } from './bert-text.ts'
import type { WordPair } from './pair-kinds.ts'
import type { Entry } from './read-pairs.ts'

/** Rows of words that mean the same, by id, and how much that counts where a word is in several groups. */
export type WordGroup = { readonly ids: readonly number[]; readonly weight: number }

/**
 * Moves the words of a group towards each other after training (retrofitting): each row keeps its norm and turns towards
 * the mean direction of its groups, by `pull` relative to its own direction. A softmax only asks that a translation be
 * nearer than the others of a batch; who matches words one by one needs it to be near. Changes `values` in place.
 */
export function tightenGroups(
  values: Float32Array,
  dimensions: number,
  groups: readonly WordGroup[],
  pull: number,
): void {
  const targets = new Map<number, Float32Array>()
  for (const group of groups) {
    const middle = middleOf(
      group.ids.map((id) => unitRow(values, dimensions, id)),
      dimensions,
    )
    for (const id of group.ids) {
      const target = targets.get(id) ?? new Float32Array(dimensions)
      for (let d = 0; d < dimensions; d++) target[d] = (target[d] ?? 0) + group.weight * (middle[d] ?? 0)
      targets.set(id, target)
    }
  }
  for (const [id, target] of targets) {
    const row = values.subarray(id * dimensions, (id + 1) * dimensions)
    const norm = lengthOf(row)
    const own = unitRow(values, dimensions, id)
    const aim = normalised(target)
    const turned = normalised(own.map((value, d) => value + pull * (aim[d] ?? 0)))
    for (let d = 0; d < dimensions; d++) row[d] = norm * (turned[d] ?? 0)
  }
}

/** Groups of our own vocabulary: all forms of a notion that are one piece each, in both languages. */
export function entryGroups(entries: readonly Entry[], pieces: readonly string[]): readonly WordGroup[] {
  const idsOf = singlePieces(pieces)
  return entries
    .map((entry) => ({ ids: [...new Set([...entry.english, ...entry.french].flatMap(idsOf))], weight: 1 }))
    .filter((group) => group.ids.length > 1)
}

/** A group for each sure pair of aligned words. */
export function alignedGroups(
  pairs: readonly WordPair[],
  pieces: readonly string[],
  minimumShare: number,
): readonly WordGroup[] {
  const idsOf = singlePieces(pieces)
  return pairs
    .filter((pair) => pair.share >= minimumShare)
    .map((pair) => ({ ids: [...new Set([...idsOf(pair.english), ...idsOf(pair.french)])], weight: pair.share }))
    .filter((group) => group.ids.length > 1)
}

function singlePieces(pieces: readonly string[]): (form: string) => readonly number[] {
  const idOf = new Map(pieces.map((piece, id) => [piece, id]))
  return (form) => {
    const words = splitWords(form)
    const id = words.length === 1 ? idOf.get(words[0] ?? '') : undefined
    return id === undefined ? [] : [id]
  }
}

function middleOf(units: readonly Float32Array[], dimensions: number): Float32Array {
  const sum = new Float32Array(dimensions)
  for (const unit of units) for (let d = 0; d < dimensions; d++) sum[d] = (sum[d] ?? 0) + (unit[d] ?? 0)
  return normalised(sum)
}

function unitRow(values: Float32Array, dimensions: number, id: number): Float32Array {
  return normalised(values.subarray(id * dimensions, (id + 1) * dimensions))
}

function normalised(vector: Float32Array): Float32Array {
  const length = lengthOf(vector) || 1
  return vector.map((value) => value / length)
}

function lengthOf(vector: Float32Array): number {
  return Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0))
}
