/** What people asked and did not get: their questions, grouped by meaning. */
import { setImmediate as giveWay } from 'node:timers/promises'
import { LRUCache } from 'lru-cache'
import { findPlaces } from '../entities/places.ts'
import type { Embedder } from '../ports/embedder.ts'
import type { Doubt, Group, Ledger, Unanswered } from '../ports/ledger.ts'
import { fold } from '../text/fold.ts'
import { guessLanguage } from '../verify/pasted/text-language.ts'
import type { Gap } from './types.ts'

/** Questions that are looked at, the newest. */
const questionsAtMost = 1_000
/** Of what people wrote about the answers of one group. */
const notesAtMost = 5
/** Embedded, or compared, before others get a turn. */
const batchSize = 50
/**
 * Cosine with the middle of a group from which a question means the same. Chosen for the model that ships, on paraphrases
 * and near questions in both languages (test/desk/gaps.test.ts): lower, questions on one matter that ask for different
 * things fall together; higher, English and French no longer meet.
 */
const sameMeaning = 0.55

type Asked = Unanswered & { readonly figures: string; readonly places: string; readonly vector: Float32Array }
type Meaning = { readonly asked: Asked[]; readonly sum: Float32Array }

/** Finds the gaps, newest first. Questions embedded once are remembered. */
export function createGapFinder(openEmbedder: () => Promise<Embedder>) {
  const vectors = new LRUCache<string, Float32Array>({ max: 2 * questionsAtMost })
  return async (ledger: Pick<Ledger, 'unanswered'>, limit: number, group?: Group): Promise<readonly Gap[]> => {
    const rows = await ledger.unanswered(questionsAtMost, group)
    await embedNew(rows, vectors, openEmbedder)
    const asked = rows.flatMap((row): readonly Asked[] => {
      const key = keyOf(row.question)
      const vector = vectors.get(key)
      return vector === undefined ? [] : [{ ...row, vector, figures: figuresOf(key), places: placesOf(row.question) }]
    })
    return (await groupByMeaning(asked, sameMeaning)).map(describeGroup).slice(0, limit)
  }
}

/** Puts each question to the group that it is closest to, or begins one. Newest first in, newest first out. */
async function groupByMeaning(asked: readonly Asked[], threshold: number): Promise<readonly Meaning[]> {
  const groups: Meaning[] = []
  for (const [position, one] of asked.entries()) {
    if (position % batchSize === 0) await giveWay()
    let best: Meaning | undefined
    let closest = threshold
    for (const candidate of groups) {
      if (candidate.asked.some((other) => areApart(other, one))) continue
      const closeness = dot(candidate.sum, one.vector) / Math.sqrt(dot(candidate.sum, candidate.sum))
      if (closeness >= closest) {
        best = candidate
        closest = closeness
      }
    }
    if (best === undefined) groups.push({ asked: [one], sum: Float32Array.from(one.vector) })
    else {
      best.asked.push(one)
      for (let at = 0; at < best.sum.length; at += 1) best.sum[at] = (best.sum[at] ?? 0) + (one.vector[at] ?? 0)
    }
  }
  return groups
}

/** "In 2023?" and "in 2021?", "of Peru?" and "of Kenya?" are a whole question apart, and hardly in their vectors. */
function areApart(left: Asked, right: Asked): boolean {
  if (left.figures !== right.figures) return true
  return left.places !== '' && right.places !== '' && left.places !== right.places
}

function describeGroup({ asked }: Meaning): Gap {
  const different = new Map(asked.toReversed().map(({ question }) => [keyOf(question), question]))
  const [newest] = asked
  const count = (status: Unanswered['status']) => asked.filter((one) => one.status === status).length
  const question = newest?.question ?? ''
  different.delete(keyOf(question))
  return {
    question,
    count: asked.length,
    newest: newest?.askedAt ?? '',
    kinds: { 'not-found': count('not-found'), unsure: count('unsure'), wrong: count('wrong') },
    others: [...different.values()].toReversed(),
    notes: collectNotes(asked),
  }
}

function collectNotes(asked: readonly Asked[]): readonly string[] {
  return asked
    .flatMap(({ doubts }) => doubts)
    .sort((left, right) => right.at.localeCompare(left.at, 'en'))
    .flatMap(readNote)
    .slice(0, notesAtMost)
}

/** People are asked to name the citation; where they did not, the button that they pressed did. */
function readNote({ note = '', citation }: Doubt): readonly string[] {
  if (note.trim() === '') return []
  return [citation === undefined || note.includes(`[${citation}]`) ? note : `[${citation}] ${note}`]
}

async function embedNew(
  rows: readonly Unanswered[],
  vectors: LRUCache<string, Float32Array>,
  openEmbedder: () => Promise<Embedder>,
): Promise<void> {
  const texts = new Map(rows.map(({ question }) => [keyOf(question), question]))
  const missing = [...texts].filter(([key, question]) => question.trim() !== '' && !vectors.has(key))
  if (missing.length === 0) return
  const embedder = await openEmbedder()
  for (let start = 0; start < missing.length; start += batchSize) {
    await giveWay()
    const batch = missing.slice(start, start + batchSize)
    const embedded = await embedder.embed(
      batch.map(([, question]) => question),
      'query',
    )
    for (const [at, [key]] of batch.entries()) vectors.set(key, embedded[at] ?? new Float32Array())
  }
}

/** Written differently, the same question. */
function keyOf(question: string): string {
  return fold(question)
    .replaceAll(/[\s\p{P}]+/gu, ' ')
    .trim()
}

function figuresOf(key: string): string {
  return (key.match(/\d+/g) ?? []).join(' ')
}

/** The same for "Peru" and "le Pérou". */
function placesOf(question: string): string {
  const codes = findPlaces(question, guessLanguage(question)).map(({ code }) => code)
  return [...new Set(codes)].sort().join(' ')
}

function dot(left: Float32Array, right: Float32Array): number {
  let sum = 0
  for (let at = 0; at < left.length; at += 1) sum += (left[at] ?? 0) * (right[at] ?? 0)
  return sum
}
