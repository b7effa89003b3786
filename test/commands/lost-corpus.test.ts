/** An emptied or deleted corpus is not built again in silence: its history and what came from the web would be gone. */
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSandbox, type Ran, type Sandbox } from './program.ts'

const harbour = 'The harbour of Tidewick reopened on Monday after it had been closed for 12 days.\n'

describe('a corpus that was lost', () => {
  let sandbox: Sandbox
  let data: string
  const run = (...words: readonly string[]) => sandbox.run(words)
  const corpusFiles = () => readdirSync(data).filter((name) => /^corpus\.db(?:-wal|-shm)?$/.test(name))
  const expectRefused = ({ status, stdout, stderr }: Ran, what: string) => {
    expect(status, stderr).toBe(1)
    expect(stdout).toBe('')
    expect(stderr.trim().split('\n')).toHaveLength(1)
    expect(stderr).toContain(`corpus.db is ${what}, though it held revision 2 with 1 article: bring it back with`)
    expect(stderr).toMatch(/"sourcier restore BACKUP".*"sourcier index --anew"/)
  }

  beforeAll(async () => {
    sandbox = createSandbox()
    data = join(sandbox.folder, 'data')
    sandbox.write('seeds/harbour.txt', harbour)
    // Nothing is said of a loss at a first run, also where a run before it was killed as soon as the file was there.
    sandbox.write('data/corpus.db', '')
    const first = await run('index')
    expect(first, first.stderr).toMatchObject({ status: 0, stderr: '' })
    sandbox.write('seeds/harbour.txt', harbour.replace('12 days', '14 days'))
    expect((await run('index')).status).toBe(0)
    expect((await run('backup', 'copy.db')).status).toBe(0)
  })
  afterAll(() => sandbox.remove())

  it('is missed by whoever asks, indexes or looks, and nothing is made in its place', async () => {
    for (const name of corpusFiles()) rmSync(join(data, name))
    for (const words of [['ask', 'Who?'], ['index'], []]) {
      expectRefused(await run(...words), 'gone')
    }
    expect(corpusFiles()).toEqual([])
    writeFileSync(join(data, 'corpus.db'), '')
    expectRefused(await run('status'), 'empty')
    const doctor = await run('doctor')
    expect(doctor.status).toBe(1)
    expect(doctor.stdout).toMatch(/✗ corpus database: .*is empty, though it held revision 2/)
  }, 120_000)

  it('comes back from a backup with its history', async () => {
    const restored = await run('restore', 'copy.db')
    expect(restored.stdout).toContain(
      'Revision 2 holds what the backup held, with the revisions before it: 1 article in',
    )
    expect((await run('revisions')).stdout.trim().split('\n')).toHaveLength(2)
    const asked = await run('ask', '--as-of', '1', 'How long was the harbour closed?')
    expect(asked.stdout).toContain('12 days')
  }, 120_000)

  it('is missed too when the file is there and its revisions are not', async () => {
    const file = join(data, 'corpus.db')
    const database = new Database(file)
    database.pragma('foreign_keys = OFF')
    database.exec('DELETE FROM revisions')
    database.close()
    for (const words of [['ask', 'Who?'], ['index']]) {
      const { status, stderr } = await run(...words)
      expect(status, stderr).toBe(1)
      expect(stderr).toContain('corpus.db holds no revision, though it held revision 2 with 1 article')
    }
    expect((await run('restore', 'copy.db')).status).toBe(0)
    expect((await run('revisions')).stdout.trim().split('\n')).toHaveLength(2)
    for (const name of readdirSync(data)) if (name.includes('aside')) rmSync(join(data, name))
  }, 120_000)

  it('comes back when it was damaged, and the damaged file is kept', async () => {
    const file = join(data, 'corpus.db')
    const bytes = readFileSync(file)
    cpSync(file, join(sandbox.folder, 'sound.db'))
    writeFileSync(file, bytes.fill(0x5a, 8_192, 40_960))
    const asked = await run('ask', 'How long was the harbour closed?')
    expect(asked.status).toBe(1)
    expect(asked.stderr).toMatch(/^sourcier: .*is damaged.*"sourcier restore BACKUP".*"sourcier index --anew"[^\n]*\n$/)
    // A damaged backup changes nothing.
    writeFileSync(join(sandbox.folder, 'bad.db'), bytes)
    expect((await run('restore', 'bad.db')).status).toBe(2)
    expect(readdirSync(data).some((name) => name.includes('aside'))).toBe(false)
    const restored = await run('restore', 'copy.db')
    expect(restored.stdout, restored.stderr).toContain('restart bots that run')
    const [kept = ''] = readdirSync(data).filter((name) => /^corpus\.db\.aside-[0-9TZ-]+$/.test(name))
    expect(readFileSync(join(data, kept))).toEqual(bytes)
    expect((await run('ask', 'How long was the harbour closed?')).stdout).toContain('14 days')
  }, 120_000)

  it('is begun anew from its sources when that is asked for, a sound one only with --yes', async () => {
    const refused = await run('index', '--anew')
    expect(refused.status).toBe(2)
    expect(refused.stderr).toMatch(/the corpus is sound.*--yes/)
    rmSync(join(data, 'corpus.db'))
    const anew = await run('index', '--anew')
    expect(anew.stdout, anew.stderr).toContain('1 added: revision 1 holds 1 article')
    expect((await run('index', '--anew', '--yes')).stderr).toContain('The old corpus is kept as corpus.db.aside-')
  }, 120_000)
})
