import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createSandbox, type Ran, type Sandbox } from './program.ts'

const harbour = `The harbour of Tidewick reopened on Monday after it had been closed for 12 days.

The harbour master, Ellen Marsh, said that 340 ships had waited outside the port during the storm.

Repairs of the northern pier will cost 4.5 million euros, the town council announced on Tuesday.
`
const orchard = `Le verger municipal de Valbrune a produit 18 tonnes de pommes cette année, selon la mairie.

La directrice du verger, Jeanne Colin, attribue cette récolte à un printemps sans gel dans toute la vallée.
`
const bridge = `The new bridge over the river Orle carries 9,200 cars a day, the ministry of transport said.

The bridge replaced a ferry that had crossed the river since 1891.
`
const library = `The public library of Marrowby lends 77,000 books a year, its director Tom Hale reported.

The library was founded by the wool merchants of the town in 1904 and has never been closed since.
`

const answerSchema = z.object({
  id: z.string().regex(/^[a-z2-7]{10}$/),
  question: z.string(),
  status: z.enum(['answered', 'unsure', 'not-found']),
  claims: z.array(z.object({ text: z.string(), citations: z.array(z.number()), verbatim: z.boolean() })),
  citations: z.array(
    z.object({
      n: z.number(),
      passageId: z.string(),
      article: z.object({ id: z.string(), language: z.enum(['en', 'fr']), path: z.string() }),
      quote: z.string(),
      start: z.number(),
      end: z.number(),
    }),
  ),
  evidence: z.array(
    z.object({
      passageId: z.string(),
      text: z.string(),
      score: z.number(),
      signals: z.record(z.string(), z.number()),
      article: z.object({ id: z.string() }),
    }),
  ),
  corpus: z.object({ revision: z.number(), articles: z.number() }),
})
const batchSchema = z.object({ id: z.union([z.string(), z.number()]), answer: answerSchema })
const updateSchema = z.object({
  added: z.array(z.string()),
  changed: z.array(z.string()),
  withdrawn: z.array(z.string()),
  unchanged: z.number(),
  problems: z.array(z.object({ path: z.string(), reason: z.string() })),
  revision: z.object({ number: z.number(), articles: z.number() }).optional(),
})

function readUpdate({ status, stdout, stderr }: Ran) {
  expect(status, stderr).toBe(0)
  return updateSchema.parse(JSON.parse(stdout))
}

function readBatch({ status, stdout, stderr }: Ran) {
  expect(status, stderr).toBe(0)
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => batchSchema.parse(JSON.parse(line)))
}

// One story told in order: each step is a process, and stands on the one before.
describe('the life of a corpus on the command line', { timeout: 90_000 }, () => {
  let sandbox: Sandbox
  beforeAll(() => {
    sandbox = createSandbox()
    sandbox.write('seeds/harbour.txt', harbour)
    sandbox.write('seeds/orchard.txt', orchard)
    sandbox.write('seeds/bridge.txt', bridge)
  })
  afterAll(() => sandbox.remove())

  const askJson = async (question: string, ...flags: string[]) => {
    const { status, stdout, stderr } = await sandbox.run(['ask', question, '--json', ...flags])
    expect(status, stderr).toBe(0)
    return answerSchema.parse(JSON.parse(stdout))
  }

  it('says what a first run would do, and does nothing', async () => {
    const update = readUpdate(await sandbox.run(['index', '--dry-run', '--json']))
    expect(update).toMatchObject({ added: ['bridge', 'harbour', 'orchard'], unchanged: 0 })
    const { status, stdout } = await sandbox.run(['doctor'])
    expect(status).toBe(1)
    expect(stdout).toMatch(/✗ index: nothing was indexed yet: run "sourcier index"/)
    expect(existsSync(join(sandbox.folder, 'data'))).toBe(false)
  })

  it('builds the index at the first question, and answers with data on standard output only', async () => {
    const { status, stdout, stderr } = await sandbox.run([
      'ask',
      'How many ships waited outside the port?',
      '--private',
    ])
    expect(status, stderr).toBe(0)
    expect(stderr).toContain('building it')
    expect(stdout).toMatch(/^ {2}“[^”]*340 ships had waited outside the port[^”]*”\n {2}\[1\] /)
    expect(stdout).not.toContain('\u001b')
  })

  it('answers hostile questions in the order of the batch, with verbatim quotes', async () => {
    const questions = [
      "Combien de tonnes l'arbre a-t-il donné dans l'escroquerie ?",
      'C++',
      'a -b',
      '"',
      '😀👩‍👩‍👧',
      `How many cars a day cross the bridge? ${'very '.repeat(392)}`.slice(0, 2_000),
      "'; DROP TABLE passages; -- NEAR(a b) * ^ : {x}",
      '\u0000\u001b[2J\ud800',
      'Combien de tonnes de pommes le verger a-t-il produites ?',
    ]
    const lines = questions.map((question, position) => JSON.stringify({ id: 900 - position, question, other: null }))
    sandbox.write('hostile.jsonl', `\ufeff${lines.join('\r\n')}`)
    const answers = readBatch(await sandbox.run(['ask', '--batch', 'hostile.jsonl']))
    expect(answers.map(({ id }) => id)).toEqual(questions.map((_, position) => 900 - position))
    for (const [position, { answer }] of answers.entries()) {
      if (questions[position]?.isWellFormed()) expect(answer.question).toBe(questions[position])
      for (const { article, quote, start, end } of answer.citations) {
        const text = readFileSync(join(sandbox.folder, 'seeds', `${article.id}.txt`), 'utf8')
        expect(text.slice(start, end)).toBe(quote)
      }
    }
    const last = answers.at(-1)?.answer
    expect(last?.citations[0]?.quote).toContain('18 tonnes')
    expect(last?.evidence.length).toBeGreaterThanOrEqual(5)
  })

  it('answers from an added article a moment later, and lists what it could not read', async () => {
    sandbox.write('elsewhere/library.md', `---\ntitle: A library\n---\n${library}`)
    sandbox.write('elsewhere/picture.png', 'no words')
    const update = readUpdate(await sandbox.run(['index', 'elsewhere', '--json']))
    expect(update).toMatchObject({ added: ['library'], withdrawn: [], revision: { number: 2, articles: 4 } })
    expect(update.problems).toMatchObject([{ path: 'elsewhere/picture.png' }])
    const answer = await askJson('How many books does the library lend?')
    expect(answer.citations[0]).toMatchObject({ quote: expect.stringContaining('77,000'), article: { id: 'library' } })
    const before = await askJson('How many books does the library lend?', '--as-of', '1')
    expect(before.corpus).toMatchObject({ revision: 1, articles: 3 })
    expect(before.evidence.every(({ article }) => article.id !== 'library')).toBe(true)
  })

  it('takes a changed article in, and only that one', async () => {
    sandbox.write('seeds/harbour.txt', harbour.replace('340 ships', '512 ships'))
    const update = readUpdate(await sandbox.run(['index', '--json']))
    expect(update).toMatchObject({ added: [], changed: ['harbour'], withdrawn: [], unchanged: 3 })
    const answer = await askJson('How many ships waited outside the port?')
    expect(answer.citations[0]?.quote).toContain('512 ships')
    const old = await askJson('How many ships waited outside the port?', '--as-of', '2')
    expect(old.citations[0]?.quote).toContain('340 ships')
  })

  it('withdraws a vanished article only with --yes when it is more than a fifth', async () => {
    rmSync(join(sandbox.folder, 'seeds', 'bridge.txt'))
    const refused = await sandbox.run(['index'])
    expect(refused).toMatchObject({ status: 2, stdout: '' })
    expect(refused.stderr).toMatch(/1 of 4 articles have vanished.*--yes/)
    const update = readUpdate(await sandbox.run(['index', '--yes', '--json']))
    expect(update).toMatchObject({ withdrawn: ['bridge'], revision: { number: 4, articles: 3 } })
    const answer = await askJson('How many cars a day cross the bridge?')
    expect(answer.evidence.every(({ article }) => article.id !== 'bridge')).toBe(true)
  })

  it('goes back to an old revision, and says so at the next start', async () => {
    const rolledBack = await sandbox.run(['rollback', '3'])
    expect(rolledBack.stdout).toMatch(/^5 .*4 articles.*rollback to 3\n$/)
    const { status, stdout, stderr } = await sandbox.run([], {
      input: `How many cars a day cross the bridge?\n\n${'x'.repeat(3_000)}\nHi!\n`,
      variables: { SOURCIER_PRIVATE: 'true' },
    })
    expect(stdout).toContain('9,200 cars')
    // A greeting is answered from nothing, so nothing is said of the corpus.
    expect(stdout.match(/revision 5/g)?.length).toBe(1)
    expect(stderr).toContain('"sourcier index --yes" brings it up to date')
    expect(stderr).toContain('too long')
    expect(status).toBe(2)
    const missing = await sandbox.run(['ask', 'Who?', '--as-of', '99'])
    expect(missing).toMatchObject({ status: 2, stdout: '' })
    expect(missing.stderr).toMatch(/^sourcier: there is no revision 99[^\n]*\n$/)
  })

  it('lists its revisions, knows its state, and finds nothing wrong with itself', async () => {
    const revisions = z
      .array(z.object({ number: z.number(), note: z.string() }))
      .parse(JSON.parse((await sandbox.run(['revisions', '--json'])).stdout))
    expect(revisions.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5])
    // The state is known without loading the model, whatever model that is.
    const looked = await sandbox.run(['status', '--json'], { variables: { SOURCIER_EMBEDDING_MODEL: 'no/such-model' } })
    const status: unknown = JSON.parse(looked.stdout)
    expect(status).toMatchObject({
      revision: { number: 5, articles: 4 },
      languages: { en: 3, fr: 1 },
      sources: [{ isThere: true }, { isThere: true }],
      answers: { private: 3 },
    })
    const doctor = await sandbox.run(['doctor', '--json'])
    expect(doctor.status, doctor.stdout).toBe(0)
  })

  it('measures itself on questions with known answers', async () => {
    const questions = [
      { id: 'a', lang: 'en', doc: 0, question: 'How many ships waited?', answer: ['512 ships'], kind: 'fact' },
      { id: 'b', lang: 'en', doc: 1, question: 'How many tonnes of apples?', answer: ['18 tonnes'], kind: 'fact' },
      { id: 'c', lang: 'en', doc: null, question: 'Who won the cup?', answer: [], kind: 'unanswerable' },
    ]
    sandbox.write('golden.jsonl', questions.map((question) => JSON.stringify(question)).join('\n'))
    const { status, stdout, stderr } = await sandbox.run(['eval', 'golden.jsonl'])
    expect(status, stderr).toBe(0)
    expect(stdout).toMatch(/right passage within five +2\/2 100\.0 % +1\/1 100\.0 % +1\/1 100\.0 %/)
    expect(stdout).toMatch(/3 questions, [\d.]+ ms at the median/)
  })

  it('embeds everything anew on request', async () => {
    const update = readUpdate(await sandbox.run(['index', '--rebuild', '--json']))
    expect(update.revision).toMatchObject({ number: 6, articles: 4 })
  })

  it('lists what it cannot read and fails when that is everything', async () => {
    sandbox.write('pictures/one.png', 'no words')
    const { status, stdout, stderr } = await sandbox.run(['index', 'pictures'])
    expect(status).toBe(1)
    expect(stdout).toContain('revision 6 holds 4 articles')
    expect(stderr).toMatch(/^not read: pictures\/one\.png: only \.txt[^\n]*\n$/)
  })

  it('leaves quietly when nobody reads on, and at Ctrl-C', async () => {
    const lines = Array.from({ length: 2_000 }, (_, id) => JSON.stringify({ id, question: 'How many ships?' }))
    sandbox.write('many.jsonl', lines.join('\n'))
    const [unread, interrupted] = await Promise.all([
      sandbox.run(['ask', '--batch', 'many.jsonl'], {
        during: (child) => child.stdout?.once('data', () => child.stdout?.destroy()),
      }),
      sandbox.run(['ask', '--batch', 'many.jsonl'], {
        during: (child) => child.stdout?.once('data', () => child.kill('SIGINT')),
      }),
    ])
    expect(unread).toMatchObject({ status: 0, stderr: '' })
    expect(interrupted).toMatchObject({ status: 130, stderr: '' })
  })

  it('answers although the ledger is broken, and says so in the log', async () => {
    for (const name of ['ledger.db', 'ledger.db-wal', 'ledger.db-shm']) {
      rmSync(join(sandbox.folder, 'data', name), { force: true })
    }
    sandbox.write('data/ledger.db', 'this is no database at all, but it is long enough to be taken for one'.repeat(20))
    const { status, stdout, stderr } = await sandbox.run(['ask', 'How many ships waited outside the port?'])
    expect(status).toBe(0)
    expect(stdout).toContain('512 ships')
    expect(stderr).toContain('not recorded')
  })

  it('says that a damaged database is damaged', async () => {
    sandbox.write('data/corpus.db', 'this is no database at all, but it is long enough to be taken for one'.repeat(20))
    rmSync(join(sandbox.folder, 'data', 'corpus.db-wal'), { force: true })
    const asked = await sandbox.run(['ask', 'Who?'])
    expect(asked.status).toBe(1)
    expect(asked.stderr).toMatch(/^sourcier: [^\n]*damaged[^\n]*\n$/)
    const doctor = await sandbox.run(['doctor'])
    expect(doctor.status).toBe(1)
    expect(doctor.stdout).toMatch(/✗ corpus database: .*damaged/)
    expect(doctor.stdout.match(/corpus\.db is damaged/g)).toHaveLength(1)
    expect(doctor.stdout).toContain('✗ index: see corpus database')
  })
})
