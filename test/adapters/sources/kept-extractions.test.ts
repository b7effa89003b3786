import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { UnreadableError } from '../../../adapters/sources/decode.ts'
import type { Extractor } from '../../../adapters/sources/extraction/extractor.ts'
import { keepExtractions } from '../../../adapters/sources/extraction/kept-extractions.ts'

let folder: string
let asked: string[]
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sourcier-kept-'))
  asked = []
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const reader: Extractor = {
  async extract(request) {
    const text = 'text' in request ? request.text : 'bytes'
    asked.push(text)
    if (text === 'hopeless') throw new UnreadableError('no article')
    return { text: `read: ${text}`, facts: { title: 'A title' }, skip: [{ start: 0, end: 5 }], doubtLanguage: true }
  },
  readFeed: () => Promise.reject(new Error('not asked here')),
  close: () => undefined,
}
const open = (version = '1') => keepExtractions(reader, folder, version)
const page = (text: string) => ({ format: 'html', text }) as const

describe('what was read in an interrupted run', () => {
  it('is not read again by the next one, and comes back as it was', async () => {
    const first = await open().extract(page('one'))
    const next = open()
    expect(await next.extract(page('one'))).toEqual(first)
    await next.extract(page('two'))
    expect(asked).toEqual(['one', 'two'])
  })

  it('is read again in another format, by another version, after a day, and when it could not be read', async () => {
    await open().extract(page('one'))
    await open().extract({ format: 'markdown', text: 'one' })
    await open('2').extract(page('one'))
    await expect(open().extract(page('hopeless'))).rejects.toThrow('no article')
    await expect(open().extract(page('hopeless'))).rejects.toThrow('no article')
    expect(asked).toEqual(['one', 'one', 'one', 'hopeless', 'hopeless'])
    const old = (Date.now() - 25 * 60 * 60 * 1_000) / 1_000
    utimesSync(join(folder, 'reading.jsonl'), old, old)
    await open().extract(page('one'))
    expect(asked).toHaveLength(6)
  })

  it('survives a last line that was cut', async () => {
    await open().extract(page('one'))
    appendFileSync(join(folder, 'reading.jsonl'), '{"key":"ab","extr')
    await open().extract(page('one'))
    expect(asked).toEqual(['one'])
  })

  it('is for nobody else to read, and goes when the corpus holds it', async () => {
    const kept = open()
    await kept.extract(page('one'))
    const file = join(folder, 'reading.jsonl')
    expect(statSync(file).mode & 0o077).toBe(0)
    expect(readFileSync(file, 'utf8')).toContain('read: one')
    kept.forget()
    expect(existsSync(file)).toBe(false)
  })
})
