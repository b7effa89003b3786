import { areCopies, shinglesOf } from '../../src/copies/shingles.ts'
import { UserError } from '../../src/errors.ts'
import type { CorpusChange, EmbeddedArticle } from '../../src/ports/corpus-writer.ts'
import type { Hit, IndexedArticle, PassageIndex } from '../../src/ports/passage-index.ts'
import type { Article, ArticleFacts, Passage, Revision } from '../../src/types.ts'
import { factsOf } from '../article-facts.ts'
import {
  checkEmbedded,
  checkIds,
  checkModel,
  checkSamePassages,
  type Model,
  type RebuildingWriter,
} from '../corpus-change.ts'
import { toUnitVector } from '../exact-search.ts'
import { type Document, rankByWords } from './naive-bm25.ts'

type Counted = { readonly facts: ArticleFacts; readonly version: string }
type State = { readonly revision: Revision; readonly counted: ReadonlyMap<string, Counted> }
type Stored = { readonly article: Article; readonly passages: readonly Passage[] }

/**
 * A corpus in memory, written to be obviously right rather than fast: the reference that the contract suite holds the
 * others against, and a quick stand-in for tests.
 */
export function createMemoryCorpus(now: () => Date = () => new Date()): {
  readonly index: PassageIndex
  readonly writer: RebuildingWriter
} {
  const states: State[] = []
  const stored = new Map<string, Stored>()
  const origins = new Map<string, string>()
  const vectors = new Map<string, Float32Array>()

  const newest = () => states.at(-1)
  const stateAt = (number?: number): State | undefined => {
    if (number === undefined) return newest()
    const state = states[number - 1]
    if (state === undefined) throw new UserError(noSuchRevision(number))
    return state
  }
  const noSuchRevision = (number: number) =>
    states.length === 0
      ? 'there is no revision yet: run "sourcier index"'
      : `there is no revision ${number}: the newest is ${states.length} ("sourcier revisions" lists them)`
  const passagesAt = (state: State | undefined): readonly Passage[] =>
    [...(state?.counted ?? [])].flatMap(([id, { version }]) => stored.get(`${id}@${version}`)?.passages ?? [])
  const latestFacts = (article: Article): ArticleFacts =>
    states.findLast(({ counted }) => counted.get(article.id)?.version === article.version)?.counted.get(article.id)
      ?.facts ?? article

  const index: PassageIndex = {
    revision: async (number) => (number === undefined ? newest() : states[number - 1])?.revision,
    revisions: async () => states.map(({ revision }) => revision),
    async nearest(vector, limit, revision) {
      const [state, last] = [stateAt(revision), newest()]
      if (state === undefined || last === undefined) return []
      const unit = toUnitVector(vector, last.revision.dimensions)
      const hits = passagesAt(state).flatMap(({ id }): Hit[] => {
        const own = vectors.get(vectorKey(last.revision, id))
        if (own === undefined) return []
        return [{ passageId: id, score: own.reduce((sum, value, at) => sum + value * (unit[at] ?? 0), 0) }]
      })
      return best(hits, limit)
    },
    async matching(words, limit, revision) {
      const documents = passagesAt(stateAt(revision)).map(
        ({ id, text, context }): Document => ({ id, text: `${context ?? ''}\n${text}` }),
      )
      return best(rankByWords(documents, words), limit)
    },
    passages: async (ids) => {
      const all = new Map([...stored.values()].flatMap(({ passages }) => passages.map((one) => [one.id, one] as const)))
      return ids.flatMap((id) => all.get(id) ?? [])
    },
    passagesOf: async (articleId, version) => stored.get(`${articleId}@${version}`)?.passages ?? [],
    articles: async (revision) =>
      [...(stateAt(revision)?.counted ?? [])]
        .flatMap(([id, { facts, version }]): IndexedArticle[] => {
          const found = stored.get(`${id}@${version}`)
          if (found === undefined) return []
          const origin = origins.get(`${id}@${version}`) ?? ''
          return [{ ...facts, version, sha256: found.article.sha256, passages: found.passages.length, origin }]
        })
        .sort((one, other) => (one.id < other.id ? -1 : 1)),
    async article(articleId, version) {
      const found = stored.get(`${articleId}@${version}`)
      if (found === undefined) return undefined
      const { text, skip, sha256 } = found.article
      return { ...latestFacts(found.article), version, text, skip, sha256 }
    },
    close: async () => undefined,
  }

  const conclude = (counted: ReadonlyMap<string, Counted>, model: Model, note: string, always = false): Revision => {
    const last = newest()
    const before = last?.counted ?? new Map<string, Counted>()
    const same = (one?: Counted, other?: Counted) =>
      one?.version === other?.version && JSON.stringify(one?.facts) === JSON.stringify(other?.facts)
    const ids = [...new Set([...before.keys(), ...counted.keys()])]
    if (last !== undefined && !always && ids.every((id) => same(before.get(id), counted.get(id)))) return last.revision
    const moved = ids.filter((id) => before.get(id)?.version !== counted.get(id)?.version)
    const revision: Revision = {
      ...{ number: states.length + 1, builtAt: now().toISOString(), note, articles: counted.size },
      ...{ modelId: model.modelId, dimensions: model.dimensions },
      passages: [...counted].flatMap(([id, { version }]) => stored.get(`${id}@${version}`)?.passages ?? []).length,
      added: moved.filter((id) => counted.has(id)).length,
      removed: moved.filter((id) => before.has(id)).length,
    }
    states.push({ revision, counted })
    return revision
  }

  const isHeld = ({ passages }: Stored, model: Model) => passages.every(({ id }) => vectors.has(vectorKey(model, id)))

  const store = (embedded: EmbeddedArticle, model: Model, anew: boolean) => {
    const { article, passages } = embedded
    const name = `${article.id}@${article.version}`
    const known = stored.get(name)
    if (known !== undefined && isHeld(known, model) && !anew) return
    checkEmbedded(embedded, model.dimensions)
    if (known !== undefined) checkSamePassages(known.passages, passages, name)
    else {
      const own = shinglesOf(article)
      const copied = [...stored].find(([, other]) => areCopies(own, shinglesOf(other.article)))
      origins.set(name, (copied && origins.get(copied[0])) ?? name)
      stored.set(name, { article, passages })
    }
    for (const [at, { id }] of passages.entries()) {
      const vector = embedded.vectors[at]
      if (vector !== undefined) vectors.set(vectorKey(model, id), vector)
    }
  }

  const apply = (before: Iterable<readonly [string, Counted]>, change: CorpusChange, model: Model, anew: boolean) => {
    checkIds(change)
    // All or nothing: what can be wrong is looked at before anything is written.
    for (const embedded of change.add)
      if (anew || !stored.has(nameOf(embedded))) checkEmbedded(embedded, model.dimensions)
    const after = new Map(before)
    for (const id of change.remove) after.delete(id)
    for (const embedded of change.add) {
      store(embedded, model, anew)
      after.set(embedded.article.id, { facts: factsOf(embedded.article), version: embedded.article.version })
    }
    for (const facts of change.describe) {
      const there = after.get(facts.id)
      if (there !== undefined) after.set(facts.id, { ...there, facts: factsOf(facts) })
    }
    return after
  }

  return {
    index,
    writer: {
      async holds(articleId, version) {
        const [found, last] = [stored.get(`${articleId}@${version}`), newest()]
        return found !== undefined && last !== undefined && isHeld(found, last.revision)
      },
      async commit(change, model) {
        const last = newest()
        if (last !== undefined) checkModel(last.revision, model, last.counted.keys(), change)
        const other = last !== undefined && last.revision.modelId !== model.modelId
        return conclude(apply(last?.counted ?? [], change, model, false), model, change.note, other)
      },
      async rebuild(articles, model, note = 'rebuild') {
        const change = { add: articles, remove: [], describe: [], note }
        return conclude(apply([], change, model, true), model, note, true)
      },
      async rollback(toRevision) {
        const target = states[toRevision - 1]
        if (target === undefined) throw new UserError(noSuchRevision(toRevision))
        const other = target.revision.modelId !== newest()?.revision.modelId
        return conclude(target.counted, target.revision, `rollback to ${toRevision}`, other)
      },
      close: async () => undefined,
    },
  }
}

function nameOf({ article }: EmbeddedArticle): string {
  return `${article.id}@${article.version}`
}

function vectorKey(model: Model, passageId: string): string {
  return `${model.modelId} ${model.dimensions} ${passageId}`
}

function best(hits: readonly Hit[], limit: number): readonly Hit[] {
  return [...hits].sort((one, other) => other.score - one.score).slice(0, Math.max(0, limit))
}
