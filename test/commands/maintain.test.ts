import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSandbox, type Sandbox } from './program.ts'

const harbour = `The harbour of Tidewick reopened on Monday after it had been closed for 12 days.

The harbour master, Ellen Marsh, said that 340 ships had waited outside the port during the storm.
`
const orchard = `Le verger municipal de Valbrune a produit 18 tonnes de pommes cette année, selon la mairie.

La directrice du verger, Jeanne Colin, attribue cette récolte à un printemps sans gel dans toute la vallée.
`

describe('a maintainer', () => {
  let sandbox: Sandbox
  const run = (...words: string[]) => sandbox.run(words)
  beforeAll(async () => {
    sandbox = createSandbox()
    sandbox.write('seeds/harbour.txt', harbour)
    sandbox.write('seeds/orchard.txt', orchard)
    expect((await run('index')).status).toBe(0)
  })
  afterAll(() => sandbox.remove())

  it('lists, describes, copies, removes, compares and restores, each as one revision', async () => {
    expect((await run('articles')).stdout).toMatch(/^harbour@[0-9a-f]{8} harbour · date unknown · en · \d passages?/m)

    const edited = await run('edit', 'harbour', '--title', 'Port open', '--published', '2026-03-02')
    expect(edited.stdout).toContain('revision 2 holds 2 articles')
    expect((await run('articles')).stdout).toContain('Port open · 2026-03-02')
    expect((await run('edit', 'harbour', '--author', 'Iris Ward', '--updated', '2026-03-05')).status).toBe(0)
    const ahead = await run('edit', 'harbour', '--published', '2999-03-02')
    expect(ahead).toMatchObject({ status: 2, stdout: '' })
    expect(ahead.stderr).toContain('field "published" is still to come')
    const hidden = await run('edit', 'harbour', '--url', 'https://herald.example@tide.example/harbour')
    expect(hidden).toMatchObject({ status: 2, stdout: '' })
    expect(hidden.stderr).toContain('field "url" has a user name before its host')
    const described = (await run('articles')).stdout
    expect(described).toContain('Port open · by Iris Ward · 2026-03-02, updated 2026-03-05 · en')
    // What a maintainer says survives the next run.
    expect((await run('index')).stdout).toContain('2 unchanged: revision 3')

    expect((await run('backup', 'copies/one.db')).status).toBe(0)
    expect((await run('backup', 'copies/one.db')).stderr).toContain('is there already')

    expect((await run('remove', 'orchard')).stdout).toContain('revision 4 holds 1 article.')
    expect((await run('index')).stdout).toContain('1 unchanged: revision 4')
    expect((await run('ask', 'Combien de tonnes de pommes le verger a-t-il produites ?')).stdout).not.toContain(
      '18 tonnes',
    )

    sandbox.write('seeds/harbour.txt', harbour.replace('340', '450'))
    expect((await run('index')).stdout).toContain('1 changed: revision 5')
    const difference = await run('diff', '1', '5')
    expect(difference.stdout).toContain('1 removed, 1 changed')
    expect(difference.stdout).toContain('said that [-340-]{+450+} ships had waited')

    expect((await run('restore', 'copies/one.db')).stdout).toContain(
      'Revision 6 holds what the backup held: 2 articles',
    )
    expect((await run('ask', 'How many ships waited outside the port?')).stdout).toContain('340 ships')
    expect((await run('compact')).status).toBe(0)

    // Named by its path, an article is wanted again.
    expect((await run('index', 'seeds/orchard.txt')).status).toBe(0)
    expect(readFileSync(join(sandbox.folder, 'data', 'sources.json'), 'utf8')).toContain('"withdrawn": []')
  }, 120_000)

  it('sees what a page claims in vain, until it is said by hand', async () => {
    const head =
      '<title>Nets are mended</title><meta property="og:site_name" content="World Herald"><link rel="canonical" href="https://herald.example/nets">'
    sandbox.write('pages/nets.html', `<html lang="en"><head>${head}</head><body><p>${harbour}</p></body></html>`)
    expect((await run('index', 'pages/nets.html')).status).toBe(0)
    const claims =
      /\(not believed: it calls itself "World Herald": .*; it calls https:\/\/herald\.example\/nets its.*$/m
    const listed = (await run('articles')).stdout
    expect(listed).toMatch(claims)
    expect(listed.replace(claims, '')).not.toContain('World Herald')
    await run('edit', 'nets', '--outlet', 'World Herald', '--url', 'https://herald.example/nets')
    const said = (await run('articles')).stdout
    expect(said).toContain('Nets are mended · World Herald · ')
    expect(said).not.toContain('not believed')
    expect((await run('remove', 'nets')).status).toBe(0)
  }, 60_000)

  it('sees what is missing, and is told when a followed question has new words', async () => {
    const question = 'How many lighthouses does Tidewick have?'
    await run('ask', question)
    await run('ask', 'How many lighthouses are there in Tidewick?')
    await run('ask', '--private', 'Where is the secret lighthouse?')
    const gaps = await run('gaps')
    expect(gaps.stdout).toContain('lighthouses')
    expect(gaps.stdout).not.toContain('secret')
    expect((await run('gaps', '--format', 'csv')).stdout).toMatch(
      /^question,count,newest,not_found,unsure,wrong,others,notes\r\n/,
    )
    expect((await run('gaps', '--format', 'md')).stdout).toContain('| asked, not answered |')

    expect((await run('follow', 'add', question, '--to', 'stdout')).stdout).toMatch(
      /^f1: followed from revision \d+ on/,
    )
    expect((await run('follow', 'add', question, '--to', 'fax:1')).stderr).toContain('is no place to tell')
    sandbox.write('seeds/lighthouse.txt', 'The town of Tidewick has 3 lighthouses, the coast guard said on Friday.\n')
    expect((await run('index')).stdout).toContain('Tidewick has 3 lighthouses')
    expect((await run('index')).stdout).not.toContain('3 lighthouses')
    expect((await run('follow', 'list')).stdout).toContain(question)
    expect((await run('follow', 'remove', 'f1')).status).toBe(0)
    expect((await run('follow', 'remove', 'f1')).status).toBe(2)
  }, 120_000)

  it('gets one line for what cannot be done, and nothing is changed', async () => {
    const before = (await run('revisions')).stdout
    for (const [words, reason] of [
      [['remove', 'nobody'], 'there is no article "nobody"'],
      [['edit', 'harbour'], 'say what to change'],
      [['edit', 'harbour', '--published', 'yesterday'], 'must be a date such as'],
      [['edit', 'harbour', '--url', 'javascript:alert(1)'], 'must be a web address'],
      [['edit', 'harbour', '--updated', 'today'], '"updated" must be a date such as'],
      [['edit', 'harbour', '--author', 'x'.repeat(501)], '"author" is longer than 500 characters'],
      [['diff', '1', '999'], 'there is no revision 999'],
      [['diff', '1', 'x'], 'must be the number of a revision'],
      [['restore', 'seeds/harbour.txt'], 'is damaged or is not a database'],
      [['restore', 'absent.db'], 'there is no file'],
    ] as const) {
      const ran = await run(...words)
      expect(ran.status, words.join(' ')).toBe(2)
      expect(ran.stderr.trim().split('\n')).toHaveLength(1)
      expect(ran.stderr).toContain(reason)
    }
    expect((await run('revisions')).stdout).toBe(before)
  }, 120_000)
})
