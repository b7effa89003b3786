import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import { type Child, startChild } from '../../../index/processes/child.ts'
import { FileError } from '../../../src/errors.ts'
import type { TestRequest } from './test-worker.ts'

const started: Child<TestRequest, unknown>[] = []
afterEach(async () => {
  for (const child of started.splice(0)) await child.close()
})

function start(...words: readonly string[]): Child<TestRequest, unknown> {
  const child = startChild<TestRequest, unknown>({
    ...{ name: 'the test’s process', module: '../test/index/processes/test-worker', words },
  })
  started.push(child)
  return child
}

describe('a process of our own', () => {
  it('is given its words, as if it had been started itself', async () => {
    expect(await start('a folder', '--flag').ask({ kind: 'words' })).toEqual(['a folder', '--flag'])
  })

  it('gives each request its own reply, with vectors as they are', async () => {
    const child = start()
    const values = Array.from({ length: 200 }, (_, value) => value)
    const replies = await Promise.all(values.map((value) => child.ask({ kind: 'double', value })))
    expect(replies).toEqual(values.map((value) => ({ doubled: Float32Array.of(value * 2) })))
  })

  it('takes what is urgent before what came earlier', async () => {
    const child = start()
    await child.ask({ kind: 'words' })
    const slow = child.ask({ kind: 'double', value: 0, afterMs: 200 })
    const others = [1, 2].map((value) => child.ask({ kind: 'double', value }))
    const urgent = child.ask({ kind: 'double', value: 3, urgent: true })
    await Promise.all([slow, urgent, ...others])
    expect(await child.ask({ kind: 'served' })).toEqual([0, 3, 1, 2])
  })

  it('tells a failure, names the damaged file, and goes on', async () => {
    const child = start()
    await expect(child.ask({ kind: 'fail' })).rejects.toThrow(/^not today$/)
    const failure = await child.ask({ kind: 'fail', file: '/somewhere/model' }).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(FileError)
    expect(failure).toMatchObject({ file: '/somewhere/model', message: '/somewhere/model is damaged: restore it' })
    expect(await child.ask({ kind: 'double', value: 4 })).toEqual({ doubled: Float32Array.of(8) })
  })

  it('refuses what it dies of, what waits behind that, and all after it', async () => {
    const child = start()
    const dying = child.ask({ kind: 'die' })
    const behind = child.ask({ kind: 'words' })
    await Promise.all([dying, behind].map((asked) => expect(asked).rejects.toThrow('the test’s process ended')))
    expect(child.isAlive()).toBe(false)
    await expect(child.ask({ kind: 'words' })).rejects.toThrow('ended')
  })

  it.each(['kill', 'close'] as const)('refuses what is under way at %s, and all after it', async (how) => {
    const child = start()
    await child.ask({ kind: 'words' })
    expect(child.isAlive()).toBe(true)
    const said = how === 'kill' ? 'the test’s process ended' : 'the test’s process was closed'
    const refused = expect(child.ask({ kind: 'double', value: 1, afterMs: 60_000 })).rejects.toThrow(said)
    await child[how]()
    await refused
    expect(child.isAlive()).toBe(false)
    await expect(child.ask({ kind: 'words' })).rejects.toThrow(said)
    await child.close()
  })

  it('keeps ours alive for what is awaited, and only for that', () => {
    const script = fileURLToPath(new URL('./ask-and-end.ts', import.meta.url))
    const run = (how: string) =>
      spawnSync(process.execPath, ['--import', 'tsx', script, how], { encoding: 'utf8', timeout: 60_000 })
    expect(run('awaited')).toMatchObject({ status: 0, stdout: 'answered\n' })
    expect(run('not awaited')).toMatchObject({ status: 0, stdout: '' })
  })
})
