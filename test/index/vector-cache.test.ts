import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { openCorpus } from '../../index/open.ts'
import { change, manySamples, model, sample, vectorOf } from '../contracts/corpus-samples.ts'
import { articles, builtFolders, commit, editManifest, expectRight, filesIn, open } from './built-folder.ts'
import { temporaryFolders } from './temporary-folder.ts'

const newFolder = temporaryFolders()
const builtFolder = builtFolders(newFolder)

describe('the vector cache', () => {
  it('is built once and loaded afterwards', async () => {
    const dataFolder = await builtFolder()
    expect(filesIn(dataFolder)).toEqual(['1.hnsw', '1.json'])
    const manifest = JSON.parse(readFileSync(join(dataFolder, 'vectors', '1.json'), 'utf8'))
    expect(manifest).toMatchObject({ revision: 1, ...model, metric: 'ip', count: 100 })
    const again = open(dataFolder)
    await again.index.settle()
    expect(again.messages).toHaveLength(1)
    expect(again.messages[0]).toMatch(/index loaded/)
    await expectRight(again)
    await again.close()
  })

  it('is not waited for: every vector is looked at while it is built', async () => {
    const corpus = open(newFolder())
    await corpus.writer.commit(change({ add: articles }), model)
    await expectRight(corpus)
    expect(corpus.messages).toEqual([])
    await corpus.close()
  })

  it('is not made for a small corpus', async () => {
    const dataFolder = newFolder()
    const corpus = openCorpus({ dataFolder })
    await commit(corpus, articles)
    expect(existsSync(join(dataFolder, 'vectors'))).toBe(false)
    await corpus.close()
  })

  it('stays through small changes, and the newest two are kept', async () => {
    const dataFolder = newFolder()
    const corpus = open(dataFolder)
    await commit(corpus, articles)
    const late = sample('late', ['One passage that came late', 'Another that came late'])
    await commit(corpus, [late], ['article-0'])
    expect(filesIn(dataFolder)).toEqual(['1.hnsw', '1.json'])
    await expectRight(corpus, [late, ...articles.slice(1)])
    const all = await corpus.index.nearest(vectorOf('x'), 1_000)
    expect(all).toHaveLength(100)
    expect(all.some(({ passageId }) => passageId.startsWith('article-0@'))).toBe(false)
    await commit(corpus, manySamples(10, 'third'))
    await commit(corpus, manySamples(10, 'fourth'))
    expect(filesIn(dataFolder)).toEqual(['3.hnsw', '3.json', '4.hnsw', '4.json'])
    await expectRight(corpus, [...manySamples(4, 'fourth'), late])
    expect(await corpus.index.nearest(vectorOf('x'), 1_000, 1)).toHaveLength(100)
    await corpus.close()
  })

  it.each([
    ['cut short', (folder: string) => truncateSync(join(folder, '1.hnsw'), 5_000), /distrusted.*checksum.*index built/],
    ['without a manifest', (folder: string) => rmSync(join(folder, '1.json')), /^vector index built/],
    ['of other dimensions', (folder: string) => editManifest(folder, { dimensions: 8 }), /dimensions.*index built/],
  ])('%s is built again and the search stays right', async (_name, damage, said) => {
    const dataFolder = await builtFolder()
    damage(join(dataFolder, 'vectors'))
    const corpus = open(dataFolder)
    await expectRight(corpus)
    await corpus.index.settle()
    expect(corpus.messages.join()).toMatch(said)
    await expectRight(corpus)
    await corpus.close()
  })

  it.each([0, 100, 300])('lets a process end that closes the corpus %i ms after it began to load', async (afterMs) => {
    // Nothing kept the process alive while it waited for the worker: it ended with status 13 in the middle of closing.
    const script = fileURLToPath(new URL('./close-while-loading.ts', import.meta.url))
    const words = ['--import', 'tsx', script, await builtFolder(), `${afterMs}`]
    const { status, stdout } = spawnSync(process.execPath, words, { encoding: 'utf8' })
    expect([status, stdout]).toEqual([0, 'closed\n'])
  })

  it('of a corpus that was deleted and made anew is not used', async () => {
    const old = await builtFolder()
    const dataFolder = newFolder()
    mkdirSync(dataFolder)
    cpSync(join(old, 'vectors'), join(dataFolder, 'vectors'), { recursive: true })
    const corpus = open(dataFolder)
    const others = manySamples(50, 'other')
    await commit(corpus, others)
    expect(corpus.messages.join()).toMatch(/distrusted.*another corpus|another corpus.*distrusted/)
    await expectRight(corpus, others)
    await corpus.close()
  })

  it('that cannot be written is said, and the search stays right', async () => {
    const dataFolder = newFolder()
    mkdirSync(dataFolder)
    writeFileSync(join(dataFolder, 'vectors'), 'a file where a folder should be')
    const corpus = open(dataFolder)
    await commit(corpus, articles)
    expect(corpus.messages.join()).toMatch(/no vector index, every vector is looked at/)
    await expectRight(corpus)
    await corpus.close()
  })

  it('is left behind in one piece when the process stops while it is built', async () => {
    const dataFolder = newFolder()
    const corpus = open(dataFolder)
    await corpus.writer.commit(change({ add: articles }), model)
    const settled = corpus.index.settle()
    await corpus.close()
    await settled
    const again = open(dataFolder)
    await again.index.settle()
    await expectRight(again)
    await again.close()
  })
})
