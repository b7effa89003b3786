import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { leave } from '../../src/commands/leave.ts'
import { createParts } from '../../src/commands/parts.ts'
import { runStart } from '../../src/commands/start.ts'
import { UserError } from '../../src/errors.ts'
import { temporaryFolders } from '../index/temporary-folder.ts'
import { harbourText } from './sample-desk.ts'
import { scriptPlatform } from './scripted-platform.ts'

const newFolder = temporaryFolders()
const tsx = import.meta.resolve('tsx')
const program = fileURLToPath(import.meta.resolve('./start-program.ts'))

/** @param signals sent one after the other when the words stand in what was said. */
async function start(
  words: readonly string[],
  signals: readonly (readonly [when: string, signal: NodeJS.Signals])[] = [],
  input = '',
) {
  const folder = newFolder()
  mkdirSync(join(folder, 'seeds'), { recursive: true })
  writeFileSync(join(folder, 'seeds', 'harbour.txt'), harbourText)
  const env = { PATH: process.env['PATH'] ?? '', HOME: folder }
  const child = spawn(process.execPath, ['--import', tsx, program, ...words], { cwd: folder, env })
  const said = { stdout: '', stderr: '' }
  const waiting = [...signals]
  const hear = (where: keyof typeof said) => (text: Buffer) => {
    said[where] += text.toString()
    const [next] = waiting
    if (next === undefined || !said[where].includes(next[0])) return
    waiting.shift()
    child.kill(next[1])
  }
  child.stdout.on('data', hear('stdout'))
  child.stderr.on('data', hear('stderr'))
  child.stdin.on('error', () => undefined)
  child.stdin.end(input)
  const [status] = await once(child, 'close')
  return { status, ...said }
}

describe('the program with platforms and without a terminal', { timeout: 60_000 }, () => {
  it('runs until it is told to end, asks nothing of its input, and finishes what is in flight', async () => {
    const ran = await start(['answers'], [['Answering on answers', 'SIGTERM']], 'How many ships waited?\n')
    expect(ran).toMatchObject({ status: 0, stdout: 'ready\nstopping\nanswered\nstopped\n' })
  })

  it('ends at once at the second signal', async () => {
    const ran = await start(
      ['never-stops'],
      [
        ['Answering on', 'SIGINT'],
        ['stopping', 'SIGINT'],
      ],
    )
    expect(ran).toMatchObject({ status: 130, stdout: 'ready\nstopping\n' })
  })
})

describe('platforms that start together', () => {
  const folder = newFolder()
  mkdirSync(join(folder, 'seeds'), { recursive: true })
  writeFileSync(join(folder, 'seeds', 'harbour.txt'), harbourText)

  /** In this process; told to end when all that starts has started. */
  async function startHere(behaviours: readonly string[], endAt: string) {
    const said: string[] = []
    const variables = { SOURCIER_DATA: join(folder, 'data'), SOURCIER_SEEDS: join(folder, 'seeds') }
    const parts = createParts({ ...variables, SOURCIER_LOG_LEVEL: 'silent' })
    const say = (line: string) => {
      said.push(line)
      if (line.startsWith(endAt)) leave(143)
    }
    try {
      const output = { ...parts.output, note: say }
      const entries = behaviours.map((behaviour) => scriptPlatform(behaviour, say))
      return { status: await runStart({ ...parts, output }, entries), said }
    } finally {
      await parts.close()
    }
  }

  it('are a mistake in one line when the only one does not start, or a fault of ours', async () => {
    await expect(startHere(['bad-token'], 'never')).rejects.toThrow(
      new UserError('bad-token was not started: the token is not valid: check SOURCIER_DISCORD_TOKEN'),
    )
    await expect(startHere(['broken'], 'never')).rejects.toThrow('a fault of ours')
  })

  it('go on with one when the other does not start', async () => {
    const { status, said } = await startHere(['bad-token', 'answers'], 'Answering on answers.')
    expect(status).toBe(0)
    expect(said).toContain('bad-token was not started: the token is not valid: check SOURCIER_DISCORD_TOKEN')
    expect(said.slice(-2)).toEqual(['answered', 'stopped'])
  })

  it('end with status 1 and a line when one cannot go on', async () => {
    const { status, said } = await startHere(['dies', 'answers'], 'never')
    expect(status).toBe(1)
    expect(said).toContain('sourcier: a platform cannot go on, so it ends: dies: the token was taken back')
    expect(said).toContain('answered')
  })

  it('can be ended while one is still starting', async () => {
    const { status, said } = await startHere(['hangs', 'answers'], 'ready')
    expect(status).toBe(0)
    expect(said.filter((line) => line === 'stopped')).toHaveLength(2)
  })
})

describe('the program without platforms and without a terminal', { timeout: 60_000 }, () => {
  it('answers its input line by line, and takes no command for a question', async () => {
    const ran = await start([], [], '/forget\n/foo bar\n/ 5 ships?\nHow many ships waited outside the port?\n')
    expect(ran.status).toBe(2)
    expect(ran.stderr).toMatch(/sourcier: \/forget is a command of the chat/)
    expect(ran.stderr).toMatch(/sourcier: \/foo is a command of the chat/)
    expect(ran.stdout).toContain('340 ships')
  })
})
