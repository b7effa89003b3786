import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Corpus, openCorpus } from '../../index/open.ts'
import { describeVerification } from '../../src/verify/verification-texts.ts'
import { verifyAgainst } from '../../src/verify/verify-against.ts'
import { readSet } from '../speech/read-set.ts'
import { makeVerifiable } from './corpora.ts'

const embedded = ({ article, passages }: ReturnType<typeof makeVerifiable>) => ({
  article,
  passages,
  vectors: passages.map(() => Float32Array.of(1, 0)),
})
const model = { modelId: 'none', dimensions: 2 }

describe('words that stood in an earlier version', () => {
  const set = readSet()
  let folder: string
  let corpus: Corpus

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'sourcier-earlier-'))
    corpus = openCorpus({ dataFolder: folder })
    const before = set.map(({ id, text, earlier, language }) => embedded(makeVerifiable(earlier ?? text, language, id)))
    await corpus.writer.commit({ add: before, remove: [], describe: [], note: 'first' }, model)
    const corrected = set.filter(({ earlier }) => earlier !== undefined)
    const add = corrected.map(({ id, text, language }) => embedded(makeVerifiable(text, language, id)))
    await corpus.writer.commit({ add, remove: ['en-02'], describe: [], note: 'second' }, model)
  })

  afterAll(async () => {
    await corpus.close()
    rmSync(folder, { recursive: true })
  })

  it('are said to have stood there, and to be corrected since', async () => {
    const quotes = set.flatMap(({ quotes }) => quotes.filter(({ kind }) => kind === 'earlier'))
    expect(quotes.length).toBeGreaterThan(8)
    for (const { text } of quotes) {
      const found = await verifyAgainst(corpus.index, text)
      expect(found.words, text).not.toBe('exact')
      expect(found.earlier?.isCorrected, text).toBe(true)
      expect(describeVerification(found, 'en').heading).toMatch(/stood in .* until .*, since corrected/)
    }
  })

  it('are said to be withdrawn where the article is gone', async () => {
    const found = await verifyAgainst(corpus.index, '"We wanted someone from here," said Martin Crewe.')
    expect(found).toMatchObject({ words: 'not-found', earlier: { isCorrected: false, speaker: 'right' } })
    expect(describeVerification(found, 'fr').heading).toContain('retiré')
  })

  it('are not looked for when they stand there now', async () => {
    const found = await verifyAgainst(corpus.index, '"They never once asked us," said Dougal Rennie.')
    expect([found.words, found.earlier]).toEqual(['exact', undefined])
  })
})
