import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { parseCsv } from '../record/parse-csv.ts'
import { createSandbox, type Sandbox } from './program.ts'

const harbour = `The harbour of Tidewick reopened on Monday after it had been closed for 12 days.

The harbour master, Ellen Marsh, said that 340 ships had waited outside the port during the storm.
`
const bridge = `The new bridge over the river Orle carries 9,200 cars a day, the ministry of transport said.

The bridge replaced a ferry that had crossed the river since 1891.
`
const answerSchema = z.object({
  id: z.string(),
  citations: z.array(z.looseObject({ quote: z.string(), start: z.number(), end: z.number() })),
})
const proofSchema = z.object({
  id: z.string(),
  citations: z.array(
    z.object({
      quote: z.string(),
      article: z.looseObject({ id: z.string() }),
      check: z.looseObject({ state: z.string(), integrity: z.string() }),
    }),
  ),
  checked: z.looseObject({ revision: z.number() }),
})

// One story told in order: each step is a process, and stands on the one before.
describe('the proof of an answer on the command line', { timeout: 60_000 }, () => {
  let sandbox: Sandbox
  let id = ''
  let quotes: readonly string[] = []
  beforeAll(() => {
    sandbox = createSandbox()
    sandbox.write('seeds/harbour.txt', harbour)
    sandbox.write('seeds/bridge.txt', bridge)
  })
  afterAll(() => sandbox.remove())

  const proof = async () => {
    const { status, stdout, stderr } = await sandbox.run(['proof', id, '--json'])
    expect(stderr).toBe('')
    return { status, ...proofSchema.parse(JSON.parse(stdout)) }
  }

  it('refuses ids that are malformed or unknown in one line, and leaves nothing behind', async () => {
    for (const [typed, says] of [
      ['x', /not the id of an answer/],
      ['', /not the id of an answer/],
      ['../../data', /not the id of an answer/],
      ['zzzzzzzzzz', /Nothing is kept under zzzzzzzzzz/],
    ] as const) {
      const { status, stdout, stderr } = await sandbox.run(['proof', typed])
      expect(stderr).toMatch(/^sourcier: [^\n]+\n$/)
      expect(stderr).toMatch(says)
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    }
    for (const words of [['proof'], ['proof', 'zzzzzzzzzz', '--format', 'pdf']]) {
      expect((await sandbox.run(words)).status).toBe(2)
    }
    expect(existsSync(join(sandbox.folder, 'data'))).toBe(false)
  })

  it('shows the answer again, and that the articles read the same', async () => {
    const asked = await sandbox.run(['ask', 'How many ships waited outside the port?', '--json'])
    const answer = answerSchema.parse(JSON.parse(asked.stdout))
    id = answer.id
    quotes = answer.citations.map(({ quote }) => quote)
    expect(quotes[0]).toContain('340 ships')
    const page = await sandbox.run(['proof', id.toUpperCase()])
    expect(page).toMatchObject({ status: 0, stderr: '' })
    expect(page.stdout).toContain(`“${quotes[0]}”`)
    expect(page.stdout).toContain('Unchanged: the article still reads the same')
    expect(page.stdout).toContain('Intact')
    const { status, citations } = await proof()
    expect(status).toBe(0)
    expect(citations.map(({ quote }) => quote)).toEqual(quotes)
  })

  it('says what became of each article after the corpus was brought up to date', async () => {
    sandbox.write('seeds/harbour.txt', harbour.replace('340', '400'))
    expect((await sandbox.run(['index'])).status).toBe(0)
    const { status, citations } = await proof()
    expect(status).toBe(0)
    expect(citations.map(({ quote }) => quote)).toEqual(quotes)
    expect(citations[0]?.check).toMatchObject({
      ...{ state: 'changed', integrity: 'intact' },
      quoteNow: { found: 'altered', differences: [{ was: '340', now: '400' }] },
    })
    expect((await sandbox.run(['proof', id])).stdout).toContain('“340” → “400”')
  })

  it('is written in every format', async () => {
    const [md, csl, csv] = await Promise.all(
      ['md', 'csl', 'csv'].map(async (format) => (await sandbox.run(['proof', id, '--format', format])).stdout),
    )
    expect(md).toContain(`## Proof of answer ${id}`)
    expect(JSON.parse(csl ?? '')).toMatchObject([{ type: 'article-newspaper' }])
    expect(parseCsv(csv ?? '')).toHaveLength(quotes.length + 1)
  })

  it('fails when the quote was tampered with', async () => {
    const database = new Database(join(sandbox.folder, 'data', 'ledger.db'))
    database.exec(`UPDATE answers SET record = replace(record, '340 ships', '34 ships')`)
    database.close()
    const { status, citations } = await proof()
    expect(status).toBe(1)
    expect(citations[0]?.check.integrity).toBe('quote-altered')
    expect((await sandbox.run(['proof', id])).stdout).toContain('BROKEN')
  })

  it('does not exist for a private answer', async () => {
    const asked = await sandbox.run(['ask', 'How many cars cross the bridge a day?', '--json', '--private'])
    const answer = answerSchema.parse(JSON.parse(asked.stdout))
    expect((await sandbox.run(['proof', answer.id])).status).toBe(2)
    const kept = readFileSync(join(sandbox.folder, 'data', 'ledger.db'), 'latin1')
    expect(kept).not.toContain('cars cross')
    expect(kept).not.toContain(answer.id)
  })
})
