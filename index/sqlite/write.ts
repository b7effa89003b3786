import type Database from 'better-sqlite3'
import { UserError } from '../../src/errors.ts'
import type { CorpusChange, EmbeddedArticle } from '../../src/ports/corpus-writer.ts'
import type { Revision } from '../../src/types.ts'
import { checkIds, checkModel, type Model } from '../corpus-change.ts'
import { copyVersions } from './copy-versions.ts'
import { type Counted, compareMembership, createMembership, type Membership } from './membership.ts'
import { createOriginFinder } from './origins.ts'
import { createReader, noSuchRevision } from './read.ts'
import { type StoredRevision, toRevision } from './rows.ts'
import { createVersionWriter } from './version-writer.ts'

const NOTHING: Membership = new Map()

/** The writes of one connection: each is one transaction, begun with the write lock so that it sees the newest. */
export function createWriter(database: Database.Database, now: () => Date) {
  const reader = createReader(database)
  const membership = createMembership(database)
  const versions = createVersionWriter(database)
  const findOrigins = createOriginFinder(database)
  const insertModel = database.prepare<[string, number]>('INSERT INTO models (model_id, dimensions) VALUES (?, ?)')
  const insertRevision = database.prepare<[number, string, number, number, number, number, number, string]>(
    `INSERT INTO revisions (number, built_at, model_key, articles, passages, added, removed, note)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const countPassages = database
    .prepare<[number], number>('SELECT count(*) FROM passages WHERE version_key = ?')
    .pluck()

  const addModel = (model: Model) => Number(insertModel.run(model.modelId, model.dimensions).lastInsertRowid)

  /** Writes the next revision, unless nothing differs from the current one. */
  const conclude = (
    current: StoredRevision | undefined,
    before: Membership,
    after: Membership,
    modelKey: number,
    note: string,
  ): Revision => {
    findOrigins()
    const { added, removed, changed } = compareMembership(before, after)
    if (current !== undefined && changed === 0 && current.modelKey === modelKey) return toRevision(current)
    const number = (current?.number ?? 0) + 1
    let passages = 0
    for (const { versionKey } of after.values()) passages += countPassages.get(versionKey) ?? 0
    insertRevision.run(number, now().toISOString(), modelKey, after.size, passages, added, removed, note)
    membership.write(before, after, number)
    const written = reader.revision(number)
    if (written === undefined) throw new Error(`revision ${number} was not written`)
    return toRevision(written)
  }

  const apply = (before: Membership, change: CorpusChange, modelKey: number, dimensions: number): Membership => {
    const after = new Map<string, Counted>(before)
    for (const id of change.remove) after.delete(id)
    for (const embedded of change.add) {
      const versionKey = versions.storeVersion(embedded, modelKey, dimensions)
      after.set(embedded.article.id, { versionKey, articleKey: versions.storeFacts(embedded.article) })
    }
    for (const facts of change.describe) {
      const there = after.get(facts.id)
      if (there !== undefined) after.set(facts.id, { ...there, articleKey: versions.storeFacts(facts) })
    }
    return after
  }

  const commit = (change: CorpusChange, model: Model): Revision => {
    checkIds(change)
    const current = reader.newest()
    const before = current === undefined ? NOTHING : membership.at(current.number)
    if (current !== undefined) checkModel(current, model, before.keys(), change)
    const modelKey = current !== undefined && isModel(current, model) ? current.modelKey : addModel(model)
    return conclude(current, before, apply(before, change, modelKey, model.dimensions), modelKey, change.note)
  }

  const rebuild = (articles: readonly EmbeddedArticle[], model: Model, note: string): Revision => {
    const change = { add: articles, remove: [], describe: [], note }
    checkIds(change)
    const current = reader.newest()
    const before = current === undefined ? NOTHING : membership.at(current.number)
    const modelKey = addModel(model)
    return conclude(current, before, apply(NOTHING, change, modelKey, model.dimensions), modelKey, note)
  }

  const rollback = (toNumber: number): Revision => {
    const current = reader.newest()
    const target = reader.revision(toNumber)
    if (current === undefined || target === undefined) throw new UserError(noSuchRevision(toNumber, current?.number))
    const before = membership.at(current.number)
    // The vectors of the old membership are of the old model: the new revision is of that model too.
    return conclude(current, before, membership.at(toNumber), target.modelKey, `rollback to ${toNumber}`)
  }

  /** What a backup held becomes the next revision; every version in it that the store has not is brought along. */
  const restore = (backup: Database.Database, note: string): Revision => {
    const source = createReader(backup)
    const target = source.newest()
    if (target === undefined) throw new UserError('the backup holds no revision: nothing was changed')
    const current = reader.newest()
    const before = current === undefined ? NOTHING : membership.at(current.number)
    const modelKey = current !== undefined && isModel(current, target) ? current.modelKey : addModel(target)
    copyVersions(backup, source, versions, { source: target, modelKey })
    const after = new Map<string, Counted>()
    for (const { version, ...facts } of source.articlesAt(target.number)) {
      const versionKey = versions.find(facts.id, version)
      if (versionKey === undefined) throw new Error(`${facts.id}@${version} was not restored`)
      after.set(facts.id, { versionKey, articleKey: versions.storeFacts(facts) })
    }
    return conclude(current, before, after, modelKey, note)
  }

  return {
    commit: database.transaction(commit).immediate,
    restore: database.transaction(restore).immediate,
    rebuild: database.transaction(rebuild).immediate,
    rollback: database.transaction(rollback).immediate,
    holds(articleId: string, version: string): boolean {
      const current = reader.newest()
      return current !== undefined && versions.holds(articleId, version, current.modelKey)
    },
  }
}

function isModel(built: Model, model: Model): boolean {
  return built.modelId === model.modelId && built.dimensions === model.dimensions
}
