/** What can happen to files: each damage is made from one seed, and says what it did. */
import { cpSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Folders with files to swap in: the same corpus at another time, and others. */
export type Others = {
  /** A vector cache of the same vectors made as another metric, of other dimensions, and of another corpus. */
  readonly metric: string
  readonly dimensions: string
  readonly corpus: string
}

/** 0 to 1. */
export type Random = () => number

type Damage = (file: string, random: Random) => string

const pageBytes = 4_096
/** Sectors of a disk that come back as zeros. */
const blockBytes = 512

const below = (random: Random, limit: number) => Math.floor(random() * limit)

export const fileDamages: readonly Damage[] = [
  (file, random) => {
    const length = below(random, readFileSync(file).length)
    truncateSync(file, length)
    return `cut to ${length} bytes`
  },
  (file, random) => {
    const bytes = readFileSync(file)
    const flips = 1 + below(random, 8)
    for (let flip = 0; flip < flips; flip += 1) {
      const at = below(random, bytes.length)
      bytes[at] = (bytes[at] ?? 0) ^ (1 << below(random, 8))
    }
    writeFileSync(file, bytes)
    return `${flips} bits flipped`
  },
  (file, random) => zeroBlock(file, random, blockBytes),
  (file, random) => zeroBlock(file, random, pageBytes),
  (file, random) => {
    const bytes = readFileSync(file)
    const pages = Math.ceil(bytes.length / pageBytes)
    const [from, to] = [below(random, pages), below(random, pages)]
    bytes.copy(bytes, to * pageBytes, from * pageBytes, Math.min(bytes.length, (from + 1) * pageBytes))
    writeFileSync(file, bytes)
    return `page ${from} written over page ${to}`
  },
  (file) => {
    writeFileSync(file, '')
    return 'emptied'
  },
  (file, random) => {
    const bytes = readFileSync(file)
    writeFileSync(file, Buffer.concat([bytes, Buffer.alloc(1 + below(random, pageBytes), 7)]))
    return 'longer than it was'
  },
]

function zeroBlock(file: string, random: Random, size: number): string {
  const bytes = readFileSync(file)
  const at = below(random, Math.ceil(bytes.length / size)) * size
  bytes.fill(0, at, Math.min(bytes.length, at + size))
  writeFileSync(file, bytes)
  return `${size} zeros from ${at}`
}

const manifestEdits: readonly Readonly<Record<string, unknown>>[] = [
  { dimensions: 8 },
  { dimensions: 17 },
  { metric: 'l2' },
  { metric: 'cosine' },
  { revision: 2 },
  { count: 199 },
  { count: 201 },
  { corpus: 'another' },
  { modelId: 'another' },
  { builtAt: '2020-01-01T00:00:00.000Z' },
  { sha256: '0'.repeat(64) },
  { format: 2 },
  { sha256: 'not a checksum' },
]

/** Damages the vector cache below a data folder: its index file, its manifest, or both, as no program should have left them. */
export function damageCache(dataFolder: string, random: Random, others: Others): string {
  const vectors = join(dataFolder, 'vectors')
  const [index, manifest] = [join(vectors, '1.hnsw'), join(vectors, '1.json')]
  const edit = (parts: Readonly<Record<string, unknown>>) =>
    writeFileSync(manifest, JSON.stringify({ ...JSON.parse(readFileSync(manifest, 'utf8')), ...parts }))
  const kind = below(random, 10)
  if (kind <= 3) return `index file ${(fileDamages[below(random, fileDamages.length)] ?? zeroed)(index, random)}`
  if (kind <= 5) return `manifest ${(fileDamages[below(random, fileDamages.length)] ?? zeroed)(manifest, random)}`
  if (kind === 6) {
    const parts = manifestEdits[below(random, manifestEdits.length)] ?? {}
    edit(parts)
    return `manifest says ${JSON.stringify(parts)}`
  }
  const names = ['metric', 'dimensions', 'corpus'] as const
  const name = names[below(random, names.length)] ?? 'metric'
  const other = join(others[name], 'vectors')
  if (kind === 7) {
    cpSync(join(other, '1.hnsw'), index)
    return `index file of another ${name}`
  }
  if (kind === 8) {
    // The worst: everything that the manifest says of the wrong file is true but what it is.
    cpSync(join(other, '1.hnsw'), index)
    edit({ sha256: JSON.parse(readFileSync(join(other, '1.json'), 'utf8')).sha256 })
    return `index file of another ${name}, its checksum in the manifest`
  }
  if (random() < 0.5) {
    const file = random() < 0.5 ? index : manifest
    rmSync(file)
    return `${file === index ? 'index file' : 'manifest'} gone`
  }
  cpSync(other, vectors, { recursive: true })
  return `index file and manifest of another ${name}`
}

function zeroed(file: string): string {
  writeFileSync(file, '')
  return 'emptied'
}

/** Damages corpus.db itself. */
export function damageCorpus(dataFolder: string, random: Random): string {
  return `corpus.db ${(fileDamages[below(random, fileDamages.length)] ?? zeroed)(join(dataFolder, 'corpus.db'), random)}`
}
