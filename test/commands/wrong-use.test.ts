import { chmodSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSandbox, runAll, type Sandbox } from './program.ts'

const isRoot = process.getuid?.() === 0

describe('wrong use of the command line', () => {
  let sandbox: Sandbox
  beforeAll(() => {
    sandbox = createSandbox()
    sandbox.write(
      'seeds/harbour.txt',
      'The harbour of the town reopened on Monday after it had been closed for 12 days.',
    )
    sandbox.write('broken.jsonl', '{"id":1,"question":"When?"}\n\n{"id":2,"question":\n{"id":3}\n')
    sandbox.write('nameless.jsonl', '{"id":1,"question":"When?"}\n{"question":"Who?"}\n')
    sandbox.write('blank.jsonl', '{"id":1,"question":"  "}\n')
    sandbox.write('long.jsonl', `{"id":1,"question":"${'x'.repeat(10_000)}"}\n`)
    sandbox.write('latin.jsonl', Buffer.from('{"id":1,"question":"\u00e9t\u00e9"}\n', 'latin1'))
    sandbox.write('nothing.jsonl', '\n')
    sandbox.write('locked.jsonl', '{"id":1,"question":"When?"}\n')
    chmodSync(join(sandbox.folder, 'locked.jsonl'), 0o000)
  })
  afterAll(() => sandbox.remove())

  const wrong: readonly (readonly [words: readonly string[], says: RegExp])[] = [
    [['ask'], /write a question/i],
    [['verify'], /paste the words/i],
    [['verify', '--batch', 'nameless.jsonl'], /nameless.jsonl, line 2: "id" must be there|nameless.jsonl, line 1/],
    [['proof', 'not-an-id'], /./],
    [['ask', ''], /write a question/i],
    [['ask', ' \n '], /write a question/i],
    [['ask', 'x'.repeat(10_000)], /too long: at most 2000/],
    [['ask', 'x'.repeat(10_000), '--lang', 'fr'], /trop longue/],
    [['ask', 'When?', '--lang', 'de'], /--lang.*en, fr/],
    [['ask', 'When?', '--as-of', 'zero'], /--as-of.*number of a revision/],
    [['ask', 'When?', '--batch', 'broken.jsonl'], /not both/],
    [['ask', '--batch', 'missing.jsonl'], /no file "missing.jsonl"/],
    [['ask', '--batch', 'seeds'], /"seeds" is a folder/],
    [['ask', '--batch', 'broken.jsonl'], /broken.jsonl, line 3: is not JSON/],
    [['ask', '--batch', 'nameless.jsonl'], /nameless.jsonl, line 2: "id" must be there/],
    [['ask', '--batch', 'blank.jsonl'], /blank.jsonl, line 1: "question" is empty/],
    [['ask', '--batch', 'long.jsonl'], /long.jsonl, line 1: "question" is too long/],
    [['ask', '--batch', 'latin.jsonl'], /not text in UTF-8/],
    [['ask', '--batch', 'nothing.jsonl'], /holds no question/],
    [['eval', 'broken.jsonl'], /broken.jsonl, line 1: "lang" must be/],
    [['eval', 'missing.jsonl'], /no file "missing.jsonl"/],
    [['eval'], /missing required argument/],
    [['index', 'missing.txt'], /no file or folder "missing.txt"/],
    [['index', 'ftp://example.org/a'], /only http and https addresses are fetched/],
    [['remove', 'nobody'], /there is no article "nobody"/],
    [['edit', 'nobody', '--title', 'x'], /there is no article "nobody"/],
    [['backup', 'copy.db'], /no corpus yet/],
    [['restore', 'absent.db'], /there is no file/],
    [['compact'], /no corpus yet/],
    [['diff', '1', '2'], /no revision yet/],
    [['follow', 'add', 'Who?', '--to', 'fax:1'], /no place to tell/],
    [['discord', 'deploy'], /set SOURCIER_DISCORD_TOKEN/],
    [['rollback', '0'], /number of a revision/],
    [['rollback', '3'], /no revision yet/],
    [['indx'], /unknown command 'indx' \(Did you mean index\?\)/],
    [['--nonsense'], /unknown option '--nonsense'/],
    [['status', '--nonsense'], /unknown option '--nonsense'/],
    [['status', 'extra'], /too many arguments/],
    ...(isRoot ? [] : [[['ask', '--batch', 'locked.jsonl'], /cannot be read/] as const]),
  ]

  it('is one clear line and status 2, and leaves nothing behind', { timeout: 120_000 }, async () => {
    const ran = await runAll(wrong, async ([words]) => sandbox.run(words))
    for (const [position, { status, stdout, stderr }] of ran.entries()) {
      const [words = [], says = /./] = wrong[position] ?? []
      const said = `${words.join(' ').slice(0, 60)} → ${stderr}`
      expect(stderr, said).toMatch(says)
      expect(stderr, said).toMatch(/^sourcier: [^\n]+\n$/)
      expect({ status, stdout }, said).toEqual({ status: 2, stdout: '' })
    }
    expect(existsSync(join(sandbox.folder, 'data'))).toBe(false)
  })

  it('names all wrong settings at once, also those of .env, and warns of misspelt ones', async () => {
    sandbox.write('.env', 'SOURCIER_PORT=eighty\nSOURCIER_KEEP_DAYS=\n')
    const [wrongOnes, misspelt] = await Promise.all([
      sandbox.run(['status'], { variables: { SOURCIER_LOG_LEVEL: 'loud' } }),
      sandbox.run(['status'], { variables: { SOURCIER_PORT: '80', SOURCIER_HOTS: 'x' } }),
    ])
    expect(wrongOnes).toMatchObject({ status: 2, stdout: '' })
    expect(wrongOnes.stderr).toMatch(/^sourcier: wrong settings: SOURCIER_LOG_LEVEL [^\n]*; SOURCIER_PORT [^\n]*\n$/)
    // What the environment says goes before .env.
    expect(misspelt.status).toBe(0)
    expect(misspelt.stderr).toContain('SOURCIER_HOTS')
  })

  it('is none: help and version are data, and need no settings', async () => {
    const [help, version] = await Promise.all([
      sandbox.run(['--help'], { variables: { SOURCIER_PORT: 'x' } }),
      sandbox.run(['--version']),
    ])
    expect(help).toMatchObject({ status: 0, stderr: '' })
    expect(help.stdout).toMatch(/ask[\s\S]*index/)
    expect(version.stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
  })
})
