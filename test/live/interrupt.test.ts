import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { articleAbout } from '../../bench/made-up-articles.ts'
import { fingerprint } from '../campaigns/crash/fingerprint.ts'
import { dataOf } from '../campaigns/crash/judge.ts'
import { program, runNode } from '../campaigns/crash/spawned.ts'

const interrupted = 130

/** Starts an indexing run and presses Ctrl-C once it holds the lock and `afterMs` have passed. */
async function interruptRun(folder: string, afterMs: number) {
  const env = { PATH: process.env['PATH'] ?? '', HOME: folder }
  const child = spawn(process.execPath, [program, 'index'], { cwd: folder, env, stdio: ['ignore', 'ignore', 'pipe'] })
  let errors = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text
  })
  const ended = once(child, 'close')
  const holder = join(folder, 'data', 'index.lock.holder')
  // The file of a run that was interrupted before may still be there: only the name of the holder counts.
  const holds = () => existsSync(holder) && readFileSync(holder, 'utf8').includes(`"pid":${child.pid},`)
  while (!holds() && child.exitCode === null) await wait(5)
  await wait(afterMs)
  child.kill('SIGINT')
  const [status] = await ended
  return { status, errors }
}

test('Ctrl-C in the middle of an indexing run leaves the old revision whole, and the next run goes through', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sourcier-interrupt-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const index = () => runNode(folder, [program, 'index', 'seeds', '--yes'])
  const write = (from: number, to: number) => {
    for (let town = from; town < to; town += 1)
      writeFileSync(join(folder, 'seeds', `town-${town}.txt`), articleAbout(town))
  }
  mkdirSync(join(folder, 'seeds'))
  write(0, 3)
  expect((await index()).status).toBe(0)
  const before = fingerprint(dataOf(folder))
  write(3, 150)
  for (const afterMs of [0, 150]) {
    const { status, errors } = await interruptRun(folder, afterMs)
    // On a fast machine the last one may come too late.
    if (status === 0) continue
    expect([status, errors]).toEqual([interrupted, ''])
    expect(fingerprint(dataOf(folder))).toBe(before)
  }
  expect((await index()).status).toBe(0)
  expect(fingerprint(dataOf(folder))).toMatch(/^revision 2: 150 versions/)
}, 240_000)
