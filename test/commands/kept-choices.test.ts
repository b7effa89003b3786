import { mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSandbox, type Sandbox } from './program.ts'

let sandbox: Sandbox
const run = (...words: readonly string[]) => sandbox.run(words)
const harbour = (ships: number) =>
  `The harbour of Karlomi\n\nThe harbour received ${ships} ships in spring, the mayor said.`
const articles = async () => (await run('articles')).stdout

beforeAll(() => {
  sandbox = createSandbox()
  sandbox.write('seeds/harbour.txt', harbour(10))
  sandbox.write(
    'own/orchard.txt',
    'The orchards of Sainte-Lune\n\nThe orchards gave 35,000 tonnes of apples, growers said.',
  )
})
afterAll(() => sandbox.remove())

describe('what a maintainer did', () => {
  it('begins with a folder of their own, and is told that the seeds are left out', async () => {
    const { status, stderr } = await run('index', 'own')
    expect(status).toBe(0)
    expect(stderr).toMatch(/^note: seeds: these articles are left out.*"sourcier index" takes them in/m)
    expect(await articles()).not.toContain('harbour')
    const again = await run('index')
    expect(again.stderr).not.toContain('left out')
    expect(await articles()).toContain('harbour')
  })

  it('stays: a rollback is kept by every run until it is confirmed, also when something is added meanwhile', async () => {
    expect((await run('rollback', '1')).status).toBe(0)
    const held = await run('index')
    expect(held.status).toBe(0)
    expect(held.stderr).toMatch(/^the corpus was set back by hand \(rollback to 1\).*"sourcier index --yes"/m)
    expect(await articles()).not.toContain('harbour')
    sandbox.write(
      'more/bridge.txt',
      'The bridge of Tarvo\n\nThe bridge carries 9,200 cars a day, the road office said.',
    )
    await run('index', 'more')
    await run('edit', 'bridge', '--author', 'Iris Ward')
    expect((await run('index')).stderr).toContain('rollback to 1')
    expect(await articles()).toMatch(/bridge/)
    expect(await articles()).not.toContain('harbour')
    await run('index', '--yes')
    expect(await articles()).toContain('harbour')
    expect((await run('index')).stderr).toBe('')
  })

  it('is not undone in silence: a source that is gone is named by a run and with an answer', async () => {
    renameSync(join(sandbox.folder, 'more'), join(sandbox.folder, 'elsewhere'))
    const asked = await run('ask', 'How many cars does the bridge of Tarvo carry a day?')
    expect(asked.stdout).toContain('9,200 cars')
    expect(asked.stdout).toContain('more is no longer there')
    const refused = await run('index')
    expect(refused.stderr).toMatch(/have vanished from their sources/)
    const confirmed = await run('index', '--yes')
    expect(confirmed.stderr).toMatch(/^not read: more: it is not there any more/m)
    mkdirSync(join(sandbox.folder, 'more'))
    rmSync(join(sandbox.folder, 'own', 'orchard.txt'))
    expect((await run('ask', 'How many tonnes of apples did the orchards give?')).stdout).toContain(
      'own/orchard.txt is no longer there',
    )
  })

  it('opens by the line under an answer, pasted as it stands', async () => {
    const { stdout } = await run('ask', 'How many ships did the harbour of Karlomi receive?')
    const line = stdout.trim().split('\n').at(-1) ?? ''
    const [, proof = ''] = /proof: (sourcier proof \w+)$/.exec(line) ?? []
    for (const pasted of [[line], proof.split(' '), [`proof: ${proof}`], [`npx ${proof}`]]) {
      expect((await run('proof', ...pasted)).status, pasted.join(' ')).toBe(0)
    }
    const gone = await run('proof', 'sourcier proof abcdefgh23')
    expect(gone.stderr).toMatch(/^sourcier: Nothing is kept under abcdefgh23.*\/forget/)
  })
})
