import { PassThrough } from 'node:stream'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createProgress, describePace } from '../../src/commands/progress.ts'

function createStream(isTTY: boolean) {
  let written = ''
  const stream = Object.assign(new PassThrough(), { isTTY, columns: 80, rows: 24, cursorTo: () => true })
  stream.on('data', (chunk: Buffer) => {
    written += chunk.toString()
  })
  return { stream: stream as unknown as NodeJS.WriteStream, written: () => written }
}

describe('progress', () => {
  it('says nothing of work that is done in a moment', () => {
    const { stream, written } = createStream(false)
    const progress = createProgress({ title: 'Indexing', unit: 'passages', stream, now: () => 0 })
    for (let done = 1; done <= 50; done += 1) progress.update(done, 50)
    progress.stop()
    expect(written()).toBe('')
  })

  it('writes a line now and then where there is no terminal', () => {
    const { stream, written } = createStream(false)
    let time = 0
    const progress = createProgress({ title: 'Indexing', unit: 'passages', stream, now: () => time })
    for (let done = 1; done <= 300; done += 1) {
      time += 100
      progress.update(done, 600)
    }
    progress.stop()
    expect(written().split('\n').filter(Boolean)).toEqual([
      'Indexing: 100 of 600 passages, 10 a second, 50 s left',
      'Indexing: 200 of 600 passages, 10 a second, 40 s left',
      'Indexing: 300 of 600 passages, 10 a second, 30 s left',
    ])
  })

  it('draws a bar on a terminal, and takes it away', () => {
    const { stream, written } = createStream(true)
    let time = 0
    const progress = createProgress({ title: 'Indexing', unit: 'passages', stream, now: () => time })
    time = 2_000
    progress.update(10, 40)
    progress.stop()
    expect(written()).toContain('10/40 passages, 5.0 a second, 6 s left')
  })

  it('never promises a time that is no number', () => {
    const count = fc.integer({ min: 0, max: 1e9 })
    fc.assert(
      fc.property(count, count, fc.integer({ min: -5, max: 1e9 }), (done, total, elapsedMs) => {
        const { perSecond, left } = describePace(done, total, elapsedMs)
        expect(perSecond).toMatch(/^\d+(?:\.\d)?$/)
        expect(left).toMatch(/^(?:unknown|\d+ s|\d+ min [0-5]?\d s)$/)
      }),
    )
  })
})
