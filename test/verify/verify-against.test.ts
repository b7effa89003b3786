import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Corpus, openCorpus } from '../../index/open.ts'
import type { PassageIndex } from '../../src/ports/passage-index.ts'
import { createVerifyCorpus, type VerifyCorpus } from '../../src/verify/search/corpus.ts'
import { readCandidates, verifyAgainst } from '../../src/verify/verify-against.ts'
import { verifyText } from '../../src/verify/verify-text.ts'
import { readCollections, readSeeds } from './corpora.ts'
import { alteredVariants, createRandom, sentencesOf, trueVariants } from './variants.ts'

/** So few that most articles are left out. */
const narrow = { readAllUpTo: 0, searches: 6, passages: 8, articles: 8 }

describe('verifying against the candidates of a search', () => {
  let folder: string
  let corpus: Corpus
  let index: PassageIndex
  let whole: VerifyCorpus
  let texts: readonly string[]

  beforeAll(async () => {
    const articles = [...(await readSeeds()), ...readCollections()]
    folder = mkdtempSync(join(tmpdir(), 'sourcier-verify-'))
    corpus = openCorpus({ dataFolder: folder })
    const add = articles.map(({ article, passages }) => ({
      article,
      passages,
      vectors: passages.map(() => Float32Array.of(1, 0)),
    }))
    await corpus.writer.commit({ add, remove: [], describe: [], note: 'index' }, { modelId: 'none', dimensions: 2 })
    index = corpus.index
    whole = createVerifyCorpus(articles.toSorted((left, right) => (left.article.id < right.article.id ? -1 : 1)))
    const random = createRandom(20261122)
    const all = sentencesOf(articles)
    texts = all
      .filter((_, at) => at % 60 === 0)
      .flatMap((sentence) => [...trueVariants(sentence, random), ...alteredVariants(sentence, all, [], random)])
      .filter((_, at) => at % 12 === 0)
      .map(({ text }) => text)
  })

  afterAll(async () => {
    await corpus.close()
    rmSync(folder, { recursive: true })
  })

  it('gives the verdict that all articles give, for true and altered quotes', async () => {
    const differing: unknown[] = []
    for (const text of texts) {
      const expected = verifyText(text, whole)
      const found = verifyText(text, await readCandidates(index, text, undefined, narrow))
      const places = ({ verdict, matches }: typeof found) => [verdict, matches.map(({ passageId }) => passageId)]
      if (JSON.stringify(places(found)) !== JSON.stringify(places(expected)))
        differing.push({ text, found: places(found), expected: places(expected) })
    }
    expect(texts.length).toBeGreaterThan(40)
    expect(differing).toEqual([])
  })

  it('reads few articles, and none for a text without words', async () => {
    expect((await readCandidates(index, texts[0] ?? '', undefined, narrow)).texts.length).toBeLessThanOrEqual(8)
    for (const text of ['', '…', '"" «»'])
      expect(verifyText(text, await readCandidates(index, text, undefined, narrow)).verdict).toBe('not-found')
  })

  it('reads all where there are few', async () => {
    expect(await verifyAgainst(index, texts[0] ?? '')).toEqual(verifyText(texts[0] ?? '', whole))
  })
})
