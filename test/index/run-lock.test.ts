import { fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { takeRunLock } from '../../index/run-lock.ts'
import { temporaryFolders } from './temporary-folder.ts'

const makeTemporaryFolder = temporaryFolders()
const holdLock = fileURLToPath(new URL('./hold-lock.ts', import.meta.url))

/** Another process that holds the lock until it is killed. */
async function startHolder(dataFolder: string) {
  const child = fork(holdLock, [dataFolder], { execArgv: ['--import', 'tsx'] })
  await once(child, 'message')
  return child
}

test('a second run waits for the first, and is told whose it is', async () => {
  const dataFolder = makeTemporaryFolder()
  const first = await takeRunLock({ dataFolder, purpose: 'index' })
  const told: unknown[] = []
  const second = takeRunLock({ dataFolder, purpose: 'rollback', onWait: (holder) => told.push(holder) })
  await new Promise((resolve) => setTimeout(resolve, 150))
  first.release()
  ;(await second).release()
  expect(told).toMatchObject([{ pid: process.pid, purpose: 'index' }])
  expect(existsSync(join(dataFolder, 'index.lock.holder'))).toBe(false)
})

test('who does not want to wait gets one line that names the holder', async () => {
  const dataFolder = makeTemporaryFolder()
  const child = await startHolder(dataFolder)
  await expect(takeRunLock({ dataFolder, purpose: 'index', patienceMs: 0 })).rejects.toThrow(
    new RegExp(`"index" of process ${child.pid} on .* try again`),
  )
  child.kill('SIGKILL')
})

test('a disk that takes no name does not keep the lock from its holder, nor for ever', async () => {
  const dataFolder = makeTemporaryFolder()
  mkdirSync(dataFolder)
  symlinkSync(join(dataFolder, 'no such folder', 'holder'), join(dataFolder, 'index.lock.holder'))
  const lock = await takeRunLock({ dataFolder, purpose: 'index', patienceMs: 0 })
  await expect(takeRunLock({ dataFolder, purpose: 'index', patienceMs: 0 })).rejects.toThrow(/another process/)
  lock.release()
  ;(await takeRunLock({ dataFolder, purpose: 'index', patienceMs: 0 })).release()
})

test('the lock of a killed process is free at once', async () => {
  const dataFolder = makeTemporaryFolder()
  const child = await startHolder(dataFolder)
  child.kill('SIGKILL')
  await once(child, 'exit')
  const lock = await takeRunLock({ dataFolder, purpose: 'index', patienceMs: 0 })
  lock.release()
  lock.release()
})
