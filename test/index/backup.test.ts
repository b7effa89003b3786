import { readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openCorpus } from '../../index/open.ts'
import { readBackupNotes, writeBackup } from '../../index/sqlite/backup.ts'
import { UserError } from '../../src/errors.ts'
import { change, manySamples, model, sample, vectorOf } from '../contracts/corpus-samples.ts'
import { temporaryFolders } from './temporary-folder.ts'

const newFolder = temporaryFolders()
const port = sample('port', ['The port was searched.', 'Police counted computers.'])
const newPort = sample('port', ['The port was closed.'])
const silent = () => undefined

async function corpusWithTwoVersions() {
  const dataFolder = newFolder()
  const corpus = openCorpus({ dataFolder })
  await corpus.writer.commit(change({ add: [...manySamples(3), port] }), model)
  await corpus.writer.commit(change({ add: [newPort] }), model)
  return { dataFolder, corpus, file: join(newFolder(), 'copies', 'backup.db') }
}

test('a backup restored into an empty folder has the articles, and the old citations open', async () => {
  const { dataFolder, file } = await corpusWithTwoVersions()
  await writeBackup(dataFolder, file, { 'sources.json': '{"paths":["/a"]}' }, silent)
  const restored = openCorpus({ dataFolder: newFolder() })
  const revision = await restored.writer.restore(file, 'restore')
  expect(revision).toMatchObject({ number: 1, articles: 4, passages: 7 })
  expect(await restored.index.article('port', port.article.version)).toEqual(port.article)
  expect(await restored.index.passages(port.passages.map(({ id }) => id))).toHaveLength(2)
  expect((await restored.index.nearest(vectorOf('The port was closed.'), 1))[0]?.passageId).toBe(
    newPort.passages[0]?.id,
  )
  expect(await restored.index.matching(['searched'], 5)).toEqual([])
  expect(await restored.index.matching(['closed'], 5)).toHaveLength(1)
  expect(readBackupNotes(file).get('sources.json')).toBe('{"paths":["/a"]}')
  expect(readdirSync(join(file, '..'))).toEqual(['backup.db'])
})

test('what came after a backup stays openable when it is restored, and others see it at once', async () => {
  const { dataFolder, corpus, file } = await corpusWithTwoVersions()
  await writeBackup(dataFolder, file, {}, silent)
  const reader = openCorpus({ dataFolder })
  await corpus.writer.commit(change({ add: [sample('late', ['Something else.'])], remove: ['port'] }), model)
  expect(await reader.index.articles()).toHaveLength(4)
  const revision = await corpus.writer.restore(file, 'restore of backup.db')
  expect(revision).toMatchObject({ number: 4, articles: 4, added: 1, removed: 1, note: 'restore of backup.db' })
  expect((await reader.index.articles()).map(({ id }) => id)).toContain('port')
  expect(await reader.index.article('late', sample('late', ['Something else.']).article.version)).toBeDefined()
  // The same again changes nothing.
  expect((await corpus.writer.restore(file, 'restore')).number).toBe(4)
})

test('a backup of another model brings its vectors with it', async () => {
  const { dataFolder, file } = await corpusWithTwoVersions()
  await writeBackup(dataFolder, file, {}, silent)
  const other = openCorpus({ dataFolder: newFolder() })
  const wide = { modelId: 'wider', dimensions: 24 }
  await other.writer.commit(change({ add: [sample('wide', ['Wide words.'], {}, 24)] }), wide)
  expect(await other.writer.restore(file, 'restore')).toMatchObject({ ...model, number: 2, articles: 4 })
  expect(await other.index.nearest(vectorOf('Police counted computers.'), 3)).toHaveLength(3)
})

test('a damaged, cut or foreign file changes nothing and is named', async () => {
  const { dataFolder, corpus, file } = await corpusWithTwoVersions()
  await writeBackup(dataFolder, file, {}, silent)
  const bytes = readFileSync(file)
  for (const damage of [bytes.subarray(0, bytes.length >> 1), Buffer.from('no database'), Buffer.alloc(0)]) {
    const damaged = join(newFolder(), '..', `damaged-${damage.length}.db`)
    writeFileSync(damaged, damage)
    await expect(corpus.writer.restore(damaged, 'restore')).rejects.toThrow(UserError)
    await expect(corpus.writer.restore(damaged, 'restore')).rejects.toThrow(/damaged-\d+\.db/)
  }
  const torn = Buffer.from(bytes)
  torn.fill(0, 8_192, 12_288)
  writeFileSync(`${file}.torn`, torn)
  await expect(corpus.writer.restore(`${file}.torn`, 'restore')).rejects.toThrow(/damaged/)
  await expect(corpus.writer.restore(join(dataFolder, 'absent.db'), 'restore')).rejects.toThrow(/there is no file/)
  expect((await corpus.index.revision())?.number).toBe(2)
})

test('a backup never replaces a file that is there', async () => {
  const { dataFolder, file } = await corpusWithTwoVersions()
  await writeBackup(dataFolder, file, {}, silent)
  const before = readFileSync(file)
  await expect(writeBackup(dataFolder, file, {}, silent)).rejects.toThrow(/there already/)
  expect(readFileSync(file)).toEqual(before)
})

test('a backup taken while others write is one whole revision', async () => {
  const { dataFolder, corpus, file } = await corpusWithTwoVersions()
  const writing = (async () => {
    for (let round = 0; round < 20; round += 1) {
      await corpus.writer.commit(change({ add: manySamples(5, `round-${round}`) }), model)
      await new Promise((resolve) => setImmediate(resolve))
    }
  })()
  await Promise.all([writing, writeBackup(dataFolder, file, {}, silent)])
  const restored = openCorpus({ dataFolder: newFolder() })
  const { articles } = await restored.writer.restore(file, 'restore')
  expect((articles - 4) % 5).toBe(0)
})

test('compacting gives room back and keeps every citation open', async () => {
  const { dataFolder, corpus } = await corpusWithTwoVersions()
  await corpus.writer.compact()
  expect(statSync(join(dataFolder, 'corpus.db')).size).toBeGreaterThan(0)
  expect(await corpus.index.passages(port.passages.map(({ id }) => id))).toHaveLength(2)
  expect(await corpus.index.matching(['closed'], 5)).toHaveLength(1)
  truncateSync(join(dataFolder, 'corpus.db-wal'), 0)
  expect(await openCorpus({ dataFolder }).index.articles()).toHaveLength(4)
})
