import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { ledgerSchema } from '../../index/ledger/schema.ts'
import { openLedgerFile } from '../../index/ledger/store.ts'
import { openDatabase } from '../../index/sqlite/database.ts'
import { UserError } from '../../src/errors.ts'
import type { Ledger } from '../../src/ports/ledger.ts'
import type { Answer, Citation } from '../../src/types.ts'
import { ledgerContract } from '../contracts/ledger.ts'
import { sampleAnswer, sampleRecord } from '../contracts/ledger-samples.ts'
import { temporaryFolders } from './temporary-folder.ts'

const newFolder = temporaryFolders()
const newFile = () => join(newFolder(), 'ledger.db')

const keep = (ledger: Ledger, answer: Answer, asker: string) => ledger.record(answer, sampleRecord(answer), asker)

ledgerContract('SQLite', async (now) => openLedgerFile(newFile(), { now }))

describe('the ledger in SQLite', () => {
  it('is there again after it was closed', async () => {
    const file = newFile()
    const first = openLedgerFile(file)
    await keep(first, sampleAnswer('aaaaaaaaaa'), 'terminal')
    await first.close()
    const again = openLedgerFile(file)
    expect(await again.answer('aaaaaaaaaa')).toEqual(sampleAnswer('aaaaaaaaaa'))
    await again.close()
  })

  it('leaves no trace of what was forgotten in its files', async () => {
    const file = newFile()
    const ledger = openLedgerFile(file)
    await keep(ledger, sampleAnswer('aaaaaaaaaa', { question: 'An unmistakable question?' }), 'discord:42')
    const note = 'An unmistakable opinion.'
    await keep(ledger, sampleAnswer('bbbbbbbbbb'), 'terminal')
    await ledger.saveFeedback({ answerId: 'bbbbbbbbbb', asker: 'discord:42', kind: 'wrong', note })
    await ledger.forget('discord:42')
    for (const suffix of ['', '-wal']) expect(readFileSync(file + suffix, 'latin1')).not.toContain('unmistakable')
    await ledger.close()
  })

  it('waits for another process without stopping this one', async () => {
    const file = newFile()
    const ledger = openLedgerFile(file)
    const other = new Database(file)
    other.exec('BEGIN IMMEDIATE')
    let ticks = 0
    const clock = setInterval(() => {
      ticks += 1
      if (ticks === 8) other.exec('COMMIT')
    }, 25)
    await keep(ledger, sampleAnswer('aaaaaaaaaa'), 'terminal')
    clearInterval(clock)
    expect(ticks).toBeGreaterThanOrEqual(8)
    expect(await ledger.answer('aaaaaaaaaa')).toBeDefined()
    other.close()
    await ledger.close()
  })

  it('says so when another process does not let go', async () => {
    const file = newFile()
    const ledger = openLedgerFile(file, { patienceMs: 60 })
    const other = new Database(file)
    other.exec('BEGIN IMMEDIATE')
    await expect(ledger.countPrivate()).rejects.toThrow(UserError)
    other.close()
    await ledger.close()
  })

  it('opens answers kept before there were records, without the hashes that nobody took', async () => {
    const file = newFile()
    const answer = sampleAnswer('aaaaaaaaaa', { citations: [citation] })
    makeOldLedger(file, 1, answer)
    const ledger = openLedgerFile(file)
    expect(await ledger.answer('aaaaaaaaaa')).toEqual(answer)
    const record = await ledger.recordOf('aaaaaaaaaa')
    expect(record).toMatchObject({ schema: 1, askedAt: '2026-01-02T03:04:05.000Z', models: {} })
    expect(record?.citations[0]).toMatchObject({ quote: citation.quote, verdict: 'unchecked' })
    expect(record?.citations[0]?.article).toEqual({ ...citation.article, version: '0a1b2c3d' })
    expect(await ledger.counts()).toMatchObject({ answers: 1 })
    await ledger.close()
  })

  it('brings a ledger of the second version up with all that is in it', async () => {
    const file = newFile()
    const answer = sampleAnswer('aaaaaaaaaa', { status: 'unsure', citations: [citation] })
    makeOldLedger(file, 2, answer)
    const ledger = openLedgerFile(file)
    expect(await ledger.answer('aaaaaaaaaa')).toEqual(answer)
    expect(await ledger.recordOf('aaaaaaaaaa')).toEqual(sampleRecord(answer, askedAt))
    expect(await ledger.counts()).toEqual({ answers: 1, private: 4, byStatus: { unsure: 1 }, feedback: {} })
    await ledger.saveFeedback({ answerId: 'aaaaaaaaaa', asker: 'discord:1', kind: 'wrong' })
    expect(await ledger.unanswered(9)).toEqual([
      {
        ...{ question: answer.question, status: 'wrong', askedAt: askedAt.toISOString() },
        doubts: [{ kind: 'wrong', at: expect.any(String) }],
      },
    ])
    expect(await ledger.forget('terminal')).toBe(1)
    expect((await ledger.counts()).feedback).toEqual({})
    await ledger.close()
  })

  it('is written by two processes at once without losing anything', async () => {
    const file = newFile()
    const here = openLedgerFile(file)
    const writers = ['discord', 'telegram'].map((platform) =>
      spawn(process.execPath, ['--import', 'tsx', writerFile, file, platform], {
        stdio: ['ignore', 'ignore', 'inherit'],
      }),
    )
    const ended = writers.map(async (writer) => (await once(writer, 'exit'))[0])
    await keep(here, sampleAnswer('aaaaaaaaaa'), 'terminal')
    expect(await Promise.all(ended)).toEqual([0, 0])
    expect(await here.counts()).toMatchObject({ answers: 101, private: 40, feedback: { wrong: 100, useful: 40 } })
    for (const platform of ['discord', 'telegram']) {
      expect(await here.preferences(`${platform}:19`)).toEqual({ language: 'fr' })
      expect(await here.forget(`${platform}:0`)).toBe(50)
    }
    await here.close()
  })

  it('refuses the file, or a single record, of a newer version', async () => {
    const file = newFile()
    const ledger = openLedgerFile(file)
    await keep(ledger, sampleAnswer('aaaaaaaaaa'), 'terminal')
    const other = new Database(file)
    other.exec(`UPDATE answers SET record = json_set(record, '$.schema', 2)`)
    await expect(ledger.recordOf('aaaaaaaaaa')).rejects.toThrow(/newer version of Sourcier.*update Sourcier/)
    other.exec(`UPDATE answers SET record = '{"schema":1}'`)
    await expect(ledger.recordOf('aaaaaaaaaa')).rejects.toThrow(/record is damaged/)
    await ledger.close()
    other.pragma(`user_version = ${ledgerSchema.migrations.length + 1}`)
    other.close()
    expect(() => openLedgerFile(file)).toThrow(/newer version of Sourcier/)
  })
})

const citation: Citation = {
  ...{ n: 1, passageId: 'harbour@0a1b2c3d.3', paragraph: 3, quote: 'It reopened.', start: 10, end: 22, marks: [] },
  article: { id: 'harbour', language: 'en', path: 'seeds/harbour.txt' },
}

const writerFile = fileURLToPath(import.meta.resolve('./ledger-writer.ts'))
const askedAt = new Date('2026-01-02T03:04:05.000Z')

/** A ledger as an earlier version of the program wrote it: of the first, or of the second, with records and counts. */
function makeOldLedger(file: string, version: 1 | 2, answer: Answer): void {
  const schema = { ...ledgerSchema, migrations: ledgerSchema.migrations.slice(0, version) }
  openDatabase({ file, schema, busyTimeoutMs: 10 }).close()
  const { id, status, language, question } = answer
  const database = new Database(file)
  const row = [id, 'terminal', askedAt.toISOString(), status, language, question, JSON.stringify(answer)]
  if (version === 2) row.push(JSON.stringify(sampleRecord(answer, askedAt)))
  database.prepare(`INSERT INTO answers VALUES (${row.map(() => '?').join(', ')})`).run(...row)
  if (version === 2) database.exec(`INSERT INTO counts VALUES ('private', 4)`)
  database.close()
}
