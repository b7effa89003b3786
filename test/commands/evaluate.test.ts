import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { foldPlainly, judge, median } from '../../src/commands/eval/evaluate.ts'
import { type GoldenQuestion, readGolden } from '../../src/commands/eval/golden.ts'
import type { Evidence, Language } from '../../src/types.ts'
import { englishQuote, frenchQuote, harbour, makeAnswer, port } from '../adapters/terminal/answers.ts'

const absolute = (path: string) => resolve('/work', path)
const harbourFile = absolute(harbour.path)
const portFile = absolute(port.path)
const languages = new Map<string, Language>([
  [harbourFile, 'en'],
  [portFile, 'fr'],
])
const evidence = (text: string, article = harbour): Evidence => ({
  passage: { id: 'x@0.1', articleId: 'x', version: '0', ordinal: 1, text, language: 'en', start: 0, end: text.length },
  article,
  score: 1,
  signals: {},
})
const question = (change: Partial<GoldenQuestion> = {}): GoldenQuestion => ({
  id: 'a',
  question: 'When did it reopen?',
  kind: 'fact',
  language: 'fr',
  expected: [{ texts: ['after 13 days', 'APRÈS 12 JOURS', '12 days'], file: harbourFile }],
  ...change,
})

describe('judging an answer', () => {
  it('counts a quote of the right article that holds any of the strings', () => {
    const answer = makeAnswer({ evidence: [evidence('nothing'), evidence('It took 12\u00a0days.')] })
    expect(judge(question(), answer, absolute, languages)).toMatchObject({
      answerable: true,
      across: true,
      rightFirst: false,
      rightWithinFive: true,
      firstClaimQuotes: true,
      allCited: true,
    })
  })

  it('does not count the right words in the wrong article, nor those of a later claim', () => {
    const answer = makeAnswer({ evidence: [evidence('It took 12 days.', port)] })
    const wrong = judge(question({ expected: [{ texts: ['12 days'], file: portFile }] }), answer, absolute, languages)
    expect(wrong).toMatchObject({ across: false, firstClaimQuotes: false, allCited: false })
    const later = judge(question({ expected: [{ texts: ['a rouvert'], file: portFile }] }), answer, absolute, languages)
    expect(later).toMatchObject({ rightFirst: false, firstClaimQuotes: false, allCited: true })
  })

  it('wants all parts of a question with several', () => {
    const both = question({ expected: [{ texts: ['12 days'] }, { texts: ['rouvert'], file: portFile }] })
    expect(judge(both, makeAnswer(), absolute, languages)).toMatchObject({ firstClaimQuotes: true, allCited: true })
    const one = makeAnswer({ citations: [englishQuote] })
    expect(judge(both, one, absolute, languages)).toMatchObject({ firstClaimQuotes: true, allCited: false })
  })

  it('knows what cannot be answered', () => {
    const judged = judge(question({ expected: [] }), makeAnswer(), absolute, languages)
    expect(judged).toMatchObject({ answerable: false, across: undefined, rightFirst: false, firstClaimQuotes: false })
    expect(frenchQuote.n).toBe(2)
  })

  it('folds accents, case, spaces and apostrophes only', () => {
    expect(foldPlainly('L’ÉTÉ\u00a0 10\u202f444')).toBe("l'ete 10 444")
    expect(foldPlainly('10444')).not.toBe(foldPlainly('10 444'))
  })

  it('finds the median', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1 }), (values) => {
        const middle = median(values)
        expect(values.filter((value) => value < middle).length * 2).toBeLessThanOrEqual(values.length)
        expect(values.filter((value) => value > middle).length * 2).toBeLessThanOrEqual(values.length)
      }),
    )
  })
})

describe('reading golden questions', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'sourcier-golden-'))
    for (const name of ['b.txt', 'a.txt', 'articles.yaml']) writeFileSync(join(folder, name), '')
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  const read = async (lines: readonly object[]) => {
    const file = join(folder, 'golden.jsonl')
    writeFileSync(file, lines.map((line) => JSON.stringify(line)).join('\n'))
    return await readGolden(file, folder)
  }
  const line = { id: 'a', lang: 'en', question: 'Who?', kind: 'fact' }

  it('takes doc N for the Nth article of the seeds folder, by path', async () => {
    const [first] = await read([{ ...line, doc: 1, answer: ['x'] }])
    expect(first?.expected).toEqual([{ texts: ['x'], file: join(folder, 'b.txt') }])
  })

  it('takes doc N from the articles.json beside the file, where there is one', async () => {
    writeFileSync(join(folder, 'articles.json'), '[{"file":"z.txt"},{"file":"y.txt"}]')
    const [first] = await read([{ ...line, doc: 1, answer: ['x'] }])
    expect(first?.expected[0]?.file).toBe(join(folder, 'y.txt'))
  })

  it('parts what must all be cited, and expects nothing of the unanswerable', async () => {
    const questions = await read([
      { ...line, doc: null, answer: ['13 000|Ann@0|me@x.org'], kind: 'multi' },
      { ...line, doc: null, answer: ['x'], kind: 'unanswerable' },
      { ...line, doc: null },
    ])
    expect(questions.map(({ expected }) => expected)).toEqual([
      [{ texts: ['13 000'] }, { texts: ['Ann'], file: join(folder, 'a.txt') }, { texts: ['me@x.org'] }],
      [],
      [],
    ])
  })

  it('names the line that asks about an article that is not there', async () => {
    const file = read([
      { ...line, doc: 0, answer: ['x'] },
      { ...line, doc: 2, answer: ['x'] },
    ])
    await expect(file).rejects.toThrow(/golden\.jsonl, line 2: there is no article 2/)
  })
})
