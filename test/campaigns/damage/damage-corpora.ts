/** A thousand damages, one after the other: each on a copy of a corpus that is whole. */

import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import hnswlib from 'hnswlib-node'
import { type Corpus, openCorpus } from '../../../index/open.ts'
import { openDatabase } from '../../../index/sqlite/database.ts'
import { findDamage } from '../../../index/sqlite/find-damage.ts'
import { corpusSchema } from '../../../index/sqlite/schema.ts'
import type { CorpusOptions } from '../../../index/sqlite/store.ts'
import { findHome } from '../../../src/home.ts'
import { change, manySamples, model, randomFrom, vectorOf } from '../../contracts/corpus-samples.ts'
import { type Row, row } from '../table.ts'
import { damageCache, damageCorpus, type Others } from './damages.ts'
import { type Examined, examine, type Open, remember } from './examine.ts'

export type DamageOptions = {
  readonly cacheDamages: number
  readonly corpusDamages: number
  readonly seed: number
  readonly note: (text: string) => void
}

const articles = manySamples(100)

/** The compiled program's workers start faster; from source where it is not built. */
async function findOpen(): Promise<(options: CorpusOptions) => Corpus> {
  const compiled = join(findHome(), 'dist', 'index', 'open.js')
  if (!existsSync(compiled)) return openCorpus
  const module: { readonly openCorpus: typeof openCorpus } = await import(compiled)
  return module.openCorpus
}

export async function damageCorpora(options: DamageOptions): Promise<{
  readonly rows: readonly Row[]
  readonly problems: readonly string[]
}> {
  const root = mkdtempSync(join(tmpdir(), 'sourcier-damage-'))
  const openCompiled = await findOpen()
  const openFrom =
    (hnswFrom: number): Open =>
    (dataFolder) => {
      const messages: string[] = []
      const keep = (fields: unknown, message: string) => void messages.push(`${message} ${JSON.stringify(fields)}`)
      return { ...openCompiled({ dataFolder, hnswFrom, log: { info: keep, warn: keep } }), messages }
    }
  try {
    const whole = join(root, 'whole')
    await build(whole, openFrom(1), articles)
    const others = await buildOthers(root, whole, openFrom(1))
    const said = await remember(whole, openFrom(Number.POSITIVE_INFINITY))
    const random = randomFrom(options.seed)
    const missed: string[] = []
    const run = async (count: number, damage: (folder: string) => string) => {
      const ends: Record<Examined['end'], string[]> = {
        rebuilt: [],
        harmless: [],
        refused: [],
        empty: [],
        unnoticed: [],
        wrong: [],
      }
      for (let at = 0; at < count; at += 1) {
        const folder = join(root, `damaged-${at}`)
        cpSync(whole, folder, { recursive: true })
        const name = damage(folder)
        const { end, detail } = await examine(folder, openFrom(1), said)
        ends[end].push(`${name}: ${detail}`)
        if (end === 'unnoticed' && !isFound(folder)) missed.push(name)
        rmSync(folder, { recursive: true, force: true })
        if ((at + 1) % 100 === 0) options.note(`${at + 1} of ${count} damages …`)
      }
      return ends
    }
    const cache = await run(options.cacheDamages, (folder) => damageCache(folder, random, others))
    const corpus = await run(options.corpusDamages, (folder) => damageCorpus(folder, random))
    return {
      rows: [
        row('damages of the vector cache and its manifest', options.cacheDamages),
        row('… named in the log and built again', cache.rebuilt.length),
        row('… of what no search depends on, all right without a word', cache.harmless.length),
        row('… searches that found other passages, crashes, refusals', bad(cache).length, bad(cache).length === 0),
        row('damages of corpus.db', options.corpusDamages),
        row('… refused in one line that says what to do', corpus.refused.length),
        row('… all that was read is right', corpus.harmless.length + corpus.rebuilt.length),
        row('… taken for a corpus that never was', corpus.empty.length, corpus.empty.length === 0),
        row(
          '… other passages, words or facts without a word, found by a full check',
          corpus.unnoticed.length - missed.length,
        ),
        row('… and not found by it either', missed.length, missed.length === 0),
        row('… crashes, unclear lines', corpus.wrong.length, corpus.wrong.length === 0),
      ],
      problems: [...bad(cache), ...corpus.empty, ...corpus.wrong, ...missed],
    }
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

/** Whether a full check, as `doctor` makes it, sees that something is wrong. */
function isFound(dataFolder: string): boolean {
  try {
    const file = join(dataFolder, 'corpus.db')
    const database = openDatabase({ file, schema: corpusSchema, readOnly: true, busyTimeoutMs: 1_000 })
    try {
      return findDamage(database) !== undefined
    } finally {
      database.close()
    }
  } catch {
    return true
  }
}

function bad({ refused, empty, unnoticed, wrong }: Readonly<Record<Examined['end'], string[]>>): readonly string[] {
  return [...refused, ...empty, ...unnoticed, ...wrong]
}

async function build(folder: string, open: Open, add: typeof articles): Promise<void> {
  const corpus = open(folder)
  await corpus.writer.commit(change({ add }), model)
  await corpus.index.settle()
  await corpus.close()
}

/** Caches that are whole and wrong here: made with hnswlib itself where our program would not make them. */
async function buildOthers(root: string, whole: string, open: Open): Promise<Others> {
  const others = { metric: join(root, 'metric'), dimensions: join(root, 'dimensions'), corpus: join(root, 'corpus') }
  await build(others.corpus, open, manySamples(100, 'other'))
  writeIndex(others.metric, whole, 'l2', model.dimensions)
  writeIndex(others.dimensions, whole, 'ip', 8)
  return others
}

function writeIndex(folder: string, whole: string, metric: 'l2' | 'ip', dimensions: number): void {
  const vectors = join(folder, 'vectors')
  mkdirSync(vectors, { recursive: true })
  const passages = articles.flatMap(({ passages }) => passages)
  const index = new hnswlib.HierarchicalNSW(metric, dimensions)
  index.initIndex(passages.length, 16, 200, 100)
  for (const [at, { text }] of passages.entries()) index.addPoint([...vectorOf(text, dimensions)], at + 1)
  const file = join(vectors, '1.hnsw')
  index.writeIndexSync(file)
  const manifest: unknown = JSON.parse(readFileSync(join(whole, 'vectors', '1.json'), 'utf8'))
  const sha256 = createHash('sha256').update(readFileSync(file)).digest('hex')
  writeFileSync(join(vectors, '1.json'), JSON.stringify({ ...Object(manifest), sha256, dimensions }))
}
