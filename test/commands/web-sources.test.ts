import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { startWebServer, type WebServer } from '../adapters/sources/web-server.ts'
import { createSandbox, type Ran, type Sandbox } from './program.ts'

const page = (what: string) =>
  `<html lang="en"><head><title>On ${what}</title></head><body><article><p>The ministry of fisheries said on Monday that it had counted 45 ${what} of the whole coast and found them few.</p></article></body></html>`
const updateSchema = z.object({
  added: z.array(z.string()),
  changed: z.array(z.string()),
  withdrawn: z.array(z.string()),
  unchanged: z.number(),
  problems: z.array(z.object({ path: z.string(), reason: z.string() })),
  revision: z.object({ number: z.number(), articles: z.number() }).optional(),
})

describe('the program and the web', () => {
  let sandbox: Sandbox
  let server: WebServer
  let items: string[]
  let isGone = false
  let boats = 'boats'
  beforeAll(async () => {
    sandbox = createSandbox()
    for (const what of ['harbours', 'piers', 'ferries', 'lights', 'locks']) {
      sandbox.write(
        `seeds/${what}.txt`,
        `The town council said on Tuesday that all ${what} would be open again in spring.\n`,
      )
    }
    items = ['<item><link>/boats</link></item>', '<item><link>/nets</link></item>']
    server = await startWebServer({
      '/feed': (_request, response) =>
        response
          .writeHead(200, { 'content-type': 'application/rss+xml' })
          .end(`<rss version="2.0"><channel><title>x</title>${items.join('')}</channel></rss>`),
      '/boats': (_request, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(page(boats)),
      '/nets': page('nets'),
      '/ropes': page('ropes'),
      '/report': (_request, response) =>
        isGone
          ? response.writeHead(410).end()
          : response.writeHead(200, { 'content-type': 'text/html' }).end(page('reports')),
    })
  })
  afterAll(async () => {
    sandbox.remove()
    await server.close()
  })

  const at = (path: string) => server.url(path, '127.0.0.1')
  const variables = { SOURCIER_FETCH_PRIVATE: 'true' }
  const run = (...words: readonly string[]) => sandbox.run(words, { variables })
  const readUpdate = ({ status, stdout, stderr }: Ran) => {
    expect(status, stderr).toBe(0)
    return updateSchema.parse(JSON.parse(stdout))
  }

  it('does not reach into a private network unless it is told to', async () => {
    const { status, stderr } = await sandbox.run(['index', at('/feed')])
    expect(status).toBe(1)
    expect(stderr).toContain('is in a private network')
    expect(server.asked).toEqual([])
  })

  it('takes in a feed and a page, remembers them, and brings what is new later', async () => {
    const dry = readUpdate(await run('index', '--dry-run', '--json', at('/feed')))
    expect(dry.added).toHaveLength(2)
    const first = readUpdate(await run('index', '--json', at('/feed'), at('/report')))
    expect(first.added).toHaveLength(3)
    items.unshift('<item><link>/ropes</link></item>')
    items.pop()
    server.asked.length = 0
    const second = readUpdate(await run('index', '--json'))
    // The seeds go in with the first run of all sources; what fell out of the feed stays.
    expect(second.added.filter((id) => /-[0-9a-f]{8}$/.test(id))).toHaveLength(1)
    expect(second).toMatchObject({ withdrawn: [], revision: { articles: 9 } })
    expect(server.asked.toSorted()).toEqual(['/feed', '/report', '/ropes'])
    const asked = await sandbox.run(['ask', 'How many ropes did the ministry of fisheries count?'])
    expect(asked.stdout).toContain('45 ropes')
  })

  it('takes in the correction that a feed tells of: the old words still open, and say what they are now', async () => {
    const [cited] = z
      .object({ id: z.string(), citations: z.array(z.object({ quote: z.string() })) })
      .array()
      .parse([JSON.parse((await sandbox.run(['ask', 'How many boats did the ministry count?', '--json'])).stdout)])
    expect(cited?.citations[0]?.quote).toContain('45 boats')
    boats = 'boats and 9 rafts'
    items[1] = '<item><link>/boats</link><pubDate>Sat, 01 Jan 2050 10:00:00 GMT</pubDate></item>'
    const update = readUpdate(await run('index', '--json'))
    expect(update).toMatchObject({ added: [], changed: [expect.stringMatching(/^boats-/)], withdrawn: [] })
    expect((await sandbox.run(['ask', 'How many rafts did the ministry count?'])).stdout).toContain('9 rafts')
    const proof = await sandbox.run(['proof', cited?.id ?? ''])
    expect(proof.stdout).toContain('45 boats')
    expect(proof.stdout).toMatch(/changed|modifi/i)
    expect(readUpdate(await run('index', '--json'))).toMatchObject({ added: [], changed: [] })
  })

  it('lists its web sources, says when one is quiet, and forgets one that is no longer wanted', async () => {
    const status = await run('status')
    expect(status.stdout).toContain(`Source: ${at('/feed')} (last new article on `)
    expect(status.stdout).toContain(`Source: ${at('/report')}\n`)
    expect(status.stdout).not.toContain('longer than usual')
    const memory = join(sandbox.folder, 'data', 'web.json')
    const told = readFileSync(memory, 'utf8')
    writeFileSync(memory, told.replace(/"lastNew":"20\d\d/g, '"lastNew":"2020'))
    expect((await run('status')).stdout).toMatch(/^Nothing new from 127\.0\.0\.1:\d+ since .*2020: that is longer/m)
    writeFileSync(memory, told)
    expect((await run('index', at('/nets'))).status).toBe(0)
    expect((await run('remove', at('/nets'))).stdout).toContain('/nets is no source any more; its articles stay')
    expect((await run('remove', at('/nets'))).stderr).toMatch(/is no source: "sourcier status" lists them/)
    expect((await run('status')).stdout).not.toContain('/nets')
    expect((await run('articles')).stdout).toContain('/nets')
  })

  it('withdraws a page that its publisher took away, and keeps all when a server fails', async () => {
    isGone = true
    const update = readUpdate(await run('index', '--json'))
    expect(update.withdrawn).toHaveLength(1)
    expect(update.problems[0]?.reason).toBe('the server answers 410: the article is withdrawn')
    await server.close()
    const { status, stderr } = await run('index')
    expect(status).toBe(0)
    expect(stderr).toMatch(/^not read: http:\/\/127\.0\.0\.1:\d+\/feed: /m)
    expect((await run('articles')).stdout.trim().split('\n')).toHaveLength(8)
  })

  it('says so when nothing of what was named could be read, folder or file', async () => {
    sandbox.write('papers/damaged.pdf', '%PDF-1.4 and no more')
    sandbox.write('empty/.keep', '')
    for (const named of ['papers/damaged.pdf', 'papers', 'empty']) {
      expect((await run('index', '--dry-run', named)).status, named).toBe(1)
    }
    // The seeds can be read; one article is left out all the same.
    expect((await run('index', '--dry-run', 'papers', 'seeds')).status).toBe(1)
    expect((await run('index', '--dry-run', 'seeds')).status).toBe(0)
    expect(await run('index', 'ftp://example.org/a')).toMatchObject({ status: 2, stdout: '' })
  })

  it('watches: one line a run, a failure does not end it, Ctrl-C does', async () => {
    let said = ''
    const { status, stdout, stderr } = await sandbox.run(['index', '--watch'], {
      variables: { ...variables, SOURCIER_SEEDS: './seeds' },
      during: (child) => {
        const step = (text: string, act: () => void) => ({ text, act })
        const steps = [
          step('Watching', () =>
            sandbox.write('seeds/quay.txt', 'The quay of Tidewick was sold to a bank on Friday for 9 million euros.\n'),
          ),
          step('1 added', () => sandbox.write('seeds/articles.yaml', 'articles: 3\n')),
          step('not brought up to date', () => rmSync(join(sandbox.folder, 'seeds', 'articles.yaml'))),
          step('nothing new', () => child.kill('SIGINT')),
        ]
        const listen = (chunk: Buffer) => {
          said += chunk.toString()
          const [next] = steps
          if (next !== undefined && said.includes(next.text)) {
            steps.shift()
            next.act()
          }
        }
        child.stdout?.on('data', listen)
        child.stderr?.on('data', listen)
      },
    })
    expect(status, stderr).toBe(0)
    expect(stdout).toMatch(/^\d\d:\d\d:\d\d {2}1 added, 8 unchanged: revision \d+ holds 9 articles/m)
  })
})
