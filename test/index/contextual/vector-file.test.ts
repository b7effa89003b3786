import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { contextualVector, saveAll } from '../../contracts/contextual-samples.ts'
import { change, manySamples, model, sample } from '../../contracts/corpus-samples.ts'
import { temporaryFolders } from '../temporary-folder.ts'
import { onDisk } from './stores.ts'

const newFolder = temporaryFolders()
const writerFile = fileURLToPath(import.meta.resolve('./contextual-writer.ts'))

describe('contextual vectors on disk', () => {
  it('that are damaged are missing again, and made again', async () => {
    const dataFolder = newFolder()
    const damages = [
      'substr(vector, 1, 20)',
      "CAST(x'00' AS BLOB)",
      "CAST(x'0000807f' || substr(vector, 5) AS BLOB)",
      "CAST(x'00000000' || substr(vector, 5) AS BLOB)",
      'zeroblob(length(vector))',
      'CAST(substr(vector, 1, 4) || zeroblob(length(vector) - 4) AS BLOB)',
    ]
    const tested = await onDisk(dataFolder)
    const [port] = [sample('port', damages.map((_, at) => `Paragraph ${at}.`).concat('Intact.'))]
    await tested.writer.commit(change({ add: [port] }), model)
    const first = await tested.open()
    await saveAll(first, port.passages)
    await first.close()
    const database = new Database(join(dataFolder, 'contextual.db'))
    for (const [at, damage] of damages.entries()) {
      database.prepare(`UPDATE vectors SET vector = ${damage} WHERE passage = ?`).run(port.passages[at]?.id)
    }
    database.close()
    const again = await tested.open()
    expect(await again.nearest(contextualVector('x'), 100)).toHaveLength(1)
    expect(await again.progress()).toEqual({ done: 1, total: 7 })
    const missing = await again.missing(100)
    expect(missing).toHaveLength(6)
    await saveAll(again, missing)
    for (const vectors of [again, await tested.open()]) {
      expect(await vectors.progress()).toEqual({ done: 7, total: 7 })
      expect((await vectors.nearest(contextualVector('Paragraph 0.'), 1))[0]?.passageId).toBe(port.passages[0]?.id)
    }
    await tested.close()
  })

  it('of a file that is damaged are made again, and the corpus is untouched', async () => {
    const dataFolder = newFolder()
    const tested = await onDisk(dataFolder)
    const many = manySamples(200)
    await tested.writer.commit(change({ add: many }), model)
    const first = await tested.open()
    await saveAll(
      first,
      many.flatMap(({ passages }) => passages),
    )
    await first.close()
    const file = join(dataFolder, 'contextual.db')
    const size = readFileSync(file).length
    const handle = openSync(file, 'r+')
    writeSync(handle, Buffer.alloc(Math.floor(size * 0.8), 0x5a), 0, undefined, 1024)
    closeSync(handle)
    const again = await tested.open()
    expect((await again.progress()).total).toBe(400)
    await saveAll(again, await again.missing(1_000))
    expect(await again.progress()).toEqual({ done: 400, total: 400 })
    await tested.close()
  })

  it('wait for another that writes, and meanwhile everything else goes on', async () => {
    const dataFolder = newFolder()
    const tested = await onDisk(dataFolder)
    const port = sample('port', ['The port was searched.'])
    await tested.writer.commit(change({ add: [port] }), model)
    const vectors = await tested.open()
    await vectors.progress()
    const other = new Database(join(dataFolder, 'contextual.db'))
    other.exec('BEGIN IMMEDIATE')
    let turns = 0
    const clock = setInterval(() => {
      turns += 1
    }, 10)
    const saving = saveAll(vectors, port.passages)
    setTimeout(() => other.exec('COMMIT'), 900)
    await saving
    clearInterval(clock)
    expect(turns).toBeGreaterThan(3)
    expect(await vectors.missing(9)).toEqual([])
    other.close()
    await tested.close()
  })

  it('are made by three processes at once without one too many or too few', async () => {
    const dataFolder = newFolder()
    const tested = await onDisk(dataFolder)
    const many = manySamples(60)
    await tested.writer.commit(change({ add: many }), model)
    const here = await tested.open()
    const others = [1, 2].map(() =>
      spawn(process.execPath, ['--import', 'tsx', writerFile, dataFolder], { stdio: ['ignore', 'ignore', 'inherit'] }),
    )
    const ended = others.map(async (other) => (await once(other, 'exit'))[0])
    for (;;) {
      const missing = await here.missing(7)
      if (missing.length === 0) break
      await saveAll(here, missing)
      await new Promise((resolve) => setTimeout(resolve, 40))
    }
    expect(await Promise.all(ended)).toEqual([0, 0])
    for (const vectors of [here, await tested.open()]) {
      const hits = await vectors.nearest(contextualVector('x'), 1_000)
      expect(hits).toHaveLength(120)
      expect(new Set(hits.map(({ passageId }) => passageId)).size).toBe(120)
      expect(await vectors.progress()).toEqual({ done: 120, total: 120 })
    }
    await tested.close()
  })
})
