import { closeSync, mkdirSync, openSync, readFileSync, truncateSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { openCorpus, openLedger } from '../../index/open.ts'
import { explain, openDatabase, type Schema } from '../../index/sqlite/database.ts'
import { findDamage } from '../../index/sqlite/find-damage.ts'
import { corpusSchema } from '../../index/sqlite/schema.ts'
import { UserError } from '../../src/errors.ts'
import { change, manySamples, model, vectorOf } from '../contracts/corpus-samples.ts'
import { temporaryFolders } from './temporary-folder.ts'

const newFolder = temporaryFolders()

async function indexedFolder(): Promise<string> {
  const dataFolder = newFolder()
  const corpus = openCorpus({ dataFolder })
  await corpus.writer.commit(change({ add: manySamples(50) }), model)
  await corpus.close()
  return dataFolder
}

/** Every read of a corpus. */
async function readAll(dataFolder: string): Promise<void> {
  const { index, close } = openCorpus({ dataFolder })
  try {
    for (const { id, version } of await index.articles()) {
      await index.article(id, version)
      await index.passagesOf(id, version)
    }
    await index.nearest(vectorOf('x'), 100)
    await index.matching(['paragraph', 'first'], 100)
  } finally {
    await close()
  }
}

function explained(work: () => string | undefined): string | undefined {
  try {
    return work()
  } catch (error) {
    return String(explain(error, 'corpus.db', corpusSchema))
  }
}

describe('a database file', () => {
  it('that is no database is refused by name, with what to do', () => {
    for (const [open, name] of [
      [(dataFolder: string) => openCorpus({ dataFolder }), 'corpus.db'],
      [openLedger, 'ledger.db'],
    ] as const) {
      const dataFolder = newFolder()
      mkdirSync(dataFolder)
      writeFileSync(join(dataFolder, name), 'This is not a database. '.repeat(500))
      expect(() => open(dataFolder)).toThrow(UserError)
      expect(() => open(dataFolder)).toThrow(new RegExp(`${name} is damaged or is not a database: (?:move|bring) it`))
    }
  })

  it('that was cut short is refused', async () => {
    for (const share of [0.02, 0.3, 0.7, 0.95]) {
      const dataFolder = await indexedFolder()
      const file = join(dataFolder, 'corpus.db')
      truncateSync(file, Math.floor(readFileSync(file).length * share))
      await expect(readAll(dataFolder), String(share)).rejects.toThrow(/corpus\.db is damaged/)
    }
  })

  it('that was overwritten in the middle is refused', async () => {
    const dataFolder = await indexedFolder()
    const file = join(dataFolder, 'corpus.db')
    const size = readFileSync(file).length
    const handle = openSync(file, 'r+')
    writeSync(handle, Buffer.alloc(Math.floor(size * 0.8), 0x5a), 0, undefined, 4096)
    closeSync(handle)
    await expect(readAll(dataFolder)).rejects.toThrow(UserError)
  })

  it.each([
    ["a text's byte", "UPDATE versions SET text = replace(text, 'First', 'Fist') WHERE key = 7", /is not that of its/],
    [
      "a passage's byte",
      "UPDATE passages SET text = replace(text, 'Second', 'Sekond') WHERE key = 8",
      /not in its article/,
    ],
    ['a passage cut short', "UPDATE passages SET text = 'First' WHERE key = 7", /not in its article/],
    ['a vector cut short', 'UPDATE vectors SET vector = substr(vector, 1, 20) WHERE key = 7', undefined],
    [
      "a vector's exponent",
      "UPDATE vectors SET vector = CAST(x'0000807f' || substr(vector, 5) AS BLOB) WHERE key = 7",
      undefined,
    ],
    ['a vector that is gone', 'DELETE FROM vectors WHERE key = 7', undefined],
    ['facts that are none', "UPDATE articles SET facts = '{' WHERE key = 7", undefined],
    ['words that are gone', 'DELETE FROM passage_words_data WHERE id > 100', /./],
  ])('with damage in a row is refused, or found by a full check: %s', async (_name, sql, found) => {
    const dataFolder = await indexedFolder()
    const database = new Database(join(dataFolder, 'corpus.db'))
    database.pragma('foreign_keys = OFF')
    // The tables behind the full-text index may not be written otherwise.
    database.unsafeMode(true)
    database.exec(sql)
    const damage = explained(() => findDamage(database))
    database.close()
    if (found !== undefined) expect(damage).toMatch(found)
    if (damage === undefined) await expect(readAll(dataFolder)).rejects.toThrow(/corpus\.db is damaged.*bring it back/)
  })

  it('that is whole is found whole', async () => {
    const database = new Database(join(await indexedFolder(), 'corpus.db'))
    expect(findDamage(database)).toBeUndefined()
    database.close()
  })

  it('of another program is left alone', () => {
    const dataFolder = newFolder()
    mkdirSync(dataFolder)
    const other = new Database(join(dataFolder, 'corpus.db'))
    other.exec('CREATE TABLE theirs (id INTEGER)')
    other.close()
    expect(() => openCorpus({ dataFolder })).toThrow(/belongs to another program/)
  })

  it('of a newer version is refused with the way out', async () => {
    const dataFolder = await indexedFolder()
    const file = join(dataFolder, 'corpus.db')
    const database = new Database(file)
    database.pragma(`user_version = ${corpusSchema.migrations.length + 1}`)
    database.close()
    expect(() => openCorpus({ dataFolder })).toThrow(/newer version of Sourcier.*update Sourcier/)
  })

  it('of an older version is brought up step by step, all or nothing', () => {
    const file = join(newFolder(), 'some.db')
    const schema = (...migrations: string[]): Schema => ({ applicationId: 77, migrations, remedy: 'move it away' })
    const [first, second] = ['CREATE TABLE one (id INTEGER)', 'ALTER TABLE one ADD COLUMN name TEXT']
    const open = (of: Schema, readOnly = false) => openDatabase({ file, schema: of, readOnly, busyTimeoutMs: 10 })
    open(schema(first)).close()
    expect(() => open(schema(first, second), true)).toThrow(/older schema \(1 of 2\)/)
    expect(() => open(schema(first, second, 'CREATE NONSENSE'))).toThrow(/syntax error/)
    const database = open(schema(first, second))
    expect(database.pragma('user_version', { simple: true })).toBe(2)
    database.prepare('INSERT INTO one (id, name) VALUES (1, ?)').run('kept')
    database.close()
    expect(open(schema(first, second), true).prepare('SELECT name FROM one').pluck().get()).toBe('kept')
  })

  it('that cannot be made or is not there is a plain message', () => {
    const parent = newFolder()
    writeFileSync(parent, 'a file where a folder should be')
    expect(() => openCorpus({ dataFolder: join(parent, 'data') })).toThrow(/corpus\.db cannot be opened/)
    expect(() => openCorpus({ dataFolder: newFolder(), readOnly: true })).toThrow(/not there yet: run "sourcier index"/)
    mkdirSync(join(parent.concat('-folder'), 'ledger.db'), { recursive: true })
    expect(() => openLedger(parent.concat('-folder'))).toThrow(/ledger\.db cannot be opened/)
  })

  it('explains what the disk refuses, and nothing else', () => {
    const failure = (code: string) => Object.assign(new Error('said by SQLite'), { code })
    const said = (code: string) => String(explain(failure(code), 'some.db', corpusSchema))
    expect(said('SQLITE_FULL')).toMatch(/disk is full/)
    expect(said('SQLITE_BUSY')).toMatch(/another process/)
    expect(said('SQLITE_READONLY_DIRECTORY')).toMatch(/permissions/)
    expect(said('EACCES')).toMatch(/cannot be opened \(EACCES\)/)
    expect(said('SQLITE_CONSTRAINT')).toBe('Error: said by SQLite')
    const unreadable = Object.assign(new Error('invalid fts5 file format (found 0, expected 4 or 5)'), {
      code: 'SQLITE_ERROR',
    })
    expect(String(explain(unreadable, 'some.db', corpusSchema))).toMatch(/some\.db is damaged.*bring it back/)
  })

  it('of a corpus of the size of the seeds opens in a few milliseconds', async () => {
    const dataFolder = await indexedFolder()
    const times = []
    for (let run = 0; run < 5; run += 1) {
      const started = performance.now()
      const corpus = openCorpus({ dataFolder })
      await corpus.index.nearest(vectorOf('x'), 50)
      times.push(performance.now() - started)
      await corpus.close()
    }
    expect(Math.min(...times)).toBeLessThan(25)
  })
})
