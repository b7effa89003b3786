import { chmodSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSandbox, type Sandbox } from './program.ts'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = createSandbox()
  sandbox.write(
    'seeds/harbour.txt',
    'The harbour of Karlomi\n\nThe harbour received 10 ships in spring, the mayor said.',
  )
  expect((await sandbox.run(['index'])).status).toBe(0)
  expect((await sandbox.run(['ask', 'How many ships did the harbour receive?'])).status).toBe(0)
})
afterAll(() => sandbox.remove())

const data = () => join(sandbox.folder, 'data')

describe.runIf(process.platform !== 'win32')('what holds questions', () => {
  it('is for its owner alone', async () => {
    expect(statSync(data()).mode & 0o777).toBe(0o700)
    const modes = readdirSync(data()).map((name) => [name, statSync(join(data(), name)).mode & 0o077])
    expect(modes.length).toBeGreaterThan(2)
    expect(modes.filter(([, others]) => others !== 0)).toEqual([])
    expect((await sandbox.run(['doctor'])).stdout).toContain('✓ privacy')
  })

  it('is found by doctor when others may read it, and mended by what doctor says', async () => {
    chmodSync(data(), 0o755)
    chmodSync(join(data(), 'ledger.db'), 0o644)
    const { status, stdout } = await sandbox.run(['doctor'])
    expect(status).toBe(1)
    expect(stdout).toMatch(/✗ privacy: others on this machine may read .*chmod -R go= /)
    chmodSync(data(), 0o700)
    // A database that is opened again is closed to others again.
    expect((await sandbox.run(['ask', 'How many ships did the harbour receive?'])).status).toBe(0)
    expect(statSync(join(data(), 'ledger.db')).mode & 0o077).toBe(0)
  })
})

describe('input without an end', () => {
  it.runIf(process.platform === 'linux')('gets one line, as a batch', async () => {
    const { status, stderr } = await sandbox.run(['ask', '--batch', '/dev/zero'])
    expect(status).toBe(2)
    expect(stderr).toMatch(/^sourcier: \/dev\/zero is longer than 50 MB, or has no end[^\n]*\n$/)
  })

  it('gets one line, as a line that goes on and on', async () => {
    const { status, stderr } = await sandbox.run([], { input: 'why '.repeat(500_000) })
    expect(status).toBe(2)
    expect(stderr).toMatch(/sourcier: a line of standard input has more than 1000000 characters[^\n]*\n$/)
  })
})
