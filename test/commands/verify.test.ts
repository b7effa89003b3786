import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createMemoryCorpus } from '../../index/memory/corpus.ts'
import type { Parts } from '../../src/commands/parts.ts'
import { runVerify, type VerifyFlags } from '../../src/commands/verify.ts'
import { makeVerifiable } from '../verify/corpora.ts'

const text = `The harbour master said that the port of Velmar had lost 10,444 tons of grain in two years.
The port is not a haven for smugglers, she told reporters at the north gate on Monday.`

describe('the verify command', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sourcier-verify-'))
  const { index, writer } = createMemoryCorpus()
  beforeAll(async () => {
    const { article, passages } = makeVerifiable(text, 'en', 'harbour')
    const vectors = passages.map(() => Float32Array.from([1, 0]))
    const add = [{ article, passages, vectors }]
    await writer.commit({ add, remove: [], describe: [], note: 'test' }, { modelId: 'none', dimensions: 2 })
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  async function run(words: readonly string[], flags: VerifyFlags = {}): Promise<string> {
    const printed: string[] = []
    const output = {
      colours: false,
      width: 100,
      print: async (line: string) => void printed.push(line),
      note: () => undefined,
    }
    await runVerify(
      { output, hasCorpus: () => true, corpus: async () => ({ index }) } as unknown as Parts,
      words,
      flags,
    )
    return printed.join('\n')
  }
  const write = (name: string, content: string) => {
    writeFileSync(join(folder, name), content)
    return join(folder, name)
  }

  it('says the verdict first, then what differs, then the source', async () => {
    const shown = await run(['the', 'port', 'of', 'Velmar', 'had', 'lost', '10,445', 'tons', 'of', 'grain'])
    expect(shown.split('\n')[0]).toMatch(/^Altered/)
    expect(shown).toContain('“the port of Velmar had lost 10,444 tons of grain”')
    expect(shown).toContain('≠ “10,445” — the article has “10,444”')
    expect(shown).toMatch(/harbour · date unknown · paragraph 1 · harbour\.txt$/)
  })

  it('answers in the language of what was pasted', async () => {
    expect(await run(['Est-ce que « the port of Velmar had lost 10,444 tons » est dans un article ?'])).toMatch(
      /^Mot pour mot/,
    )
  })

  it('prints JSON with the match and its offsets', async () => {
    const found: unknown = JSON.parse(await run(['“not a haven for smugglers”'], { json: true }))
    const start = text.indexOf('not a haven')
    expect(found).toMatchObject({
      verdict: 'verbatim',
      matches: [
        {
          passageId: expect.stringMatching(/^harbour@[0-9a-f]{8}\.\d$/),
          article: { id: 'harbour', language: 'en', path: 'harbour.txt' },
          quote: 'not a haven for smugglers',
          start,
          end: start + 25,
          differences: [],
        },
      ],
    })
  })

  it('checks a file in its order, one line each', async () => {
    const claims = [
      { id: 'b', text: 'The port is a haven for smugglers' },
      { id: 1, text: 'The port is not a haven for smugglers', more: true },
      { id: 'a', text: 'Nothing of the kind was ever printed in a newspaper' },
    ]
    const file = write('claims.jsonl', claims.map((claim) => JSON.stringify(claim)).join('\n\n'))
    const lines = (await run([], { batch: file })).split('\n').map((line) => JSON.parse(line))
    expect(lines.map(({ id, verdict }) => [id, verdict])).toEqual([
      ['b', 'altered'],
      [1, 'verbatim'],
      ['a', 'not-found'],
    ])
    expect(lines[0].matches[0].differences).toMatchObject([{ kind: 'missing', given: '', original: 'not' }])
    expect(lines[2].matches).toEqual([])
  })

  it('refuses wrong use in one line that names the line of the file', async () => {
    const bad = write('bad.jsonl', '{"id":1,"text":"fine words here"}\n{"id":2}\n')
    const blank = write('blank.jsonl', '{"id":1,"text":" "}\n')
    await expect(run([], { batch: bad })).rejects.toThrow(/bad\.jsonl, line 2: "text" must be there/)
    await expect(run([], { batch: blank })).rejects.toThrow(/blank\.jsonl, line 1: "text" is empty/)
    await expect(run(['a'], { batch: bad })).rejects.toThrow(/not both/)
    await expect(run([])).rejects.toThrow(/paste the words/)
    await expect(run(['  '])).rejects.toThrow(/Paste the words/)
    await expect(run(['x'.repeat(20_000)])).rejects.toThrow(/at most 10000/)
  })
})
