import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { openLedgerFile } from '../../index/ledger/store.ts'
import { UserError } from '../../src/errors.ts'
import { ledgerContract, sampleAnswer } from '../contracts/ledger.ts'
import { temporaryFolders } from './temporary-folder.ts'

const newFolder = temporaryFolders()
const newFile = () => join(newFolder(), 'ledger.db')

ledgerContract('SQLite', async (now) => openLedgerFile(newFile(), { now }))

describe('the ledger in SQLite', () => {
  it('is there again after it was closed', async () => {
    const file = newFile()
    const first = openLedgerFile(file)
    await first.record(sampleAnswer('aaaaaaaaaa'), 'terminal')
    await first.close()
    const again = openLedgerFile(file)
    expect(await again.answer('aaaaaaaaaa')).toEqual(sampleAnswer('aaaaaaaaaa'))
    await again.close()
  })

  it('leaves no trace of what was forgotten in its files', async () => {
    const file = newFile()
    const ledger = openLedgerFile(file)
    await ledger.record(sampleAnswer('aaaaaaaaaa', { question: 'An unmistakable question?' }), 'discord:42')
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
    await ledger.record(sampleAnswer('aaaaaaaaaa'), 'terminal')
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
})
