import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openInbox } from '../../index/ledger/inbox.ts'
import { UserError } from '../../src/errors.ts'
import { inboxContract, sampleDelivery } from '../contracts/inbox.ts'
import { createNaiveInbox } from './naive-inbox.ts'
import { temporaryFolders } from './temporary-folder.ts'

const newFolder = temporaryFolders()
const newFile = () => join(newFolder(), 'inbox.db')

inboxContract('SQLite', (now) => openInbox(newFile(), { now }))
inboxContract('the simplest form', async (now) => createNaiveInbox(now))

describe('the inbox in SQLite', () => {
  it('is there again after it was closed', async () => {
    const file = newFile()
    const first = await openInbox(file)
    await first.receive('7', [sampleDelivery(1), sampleDelivery(2)])
    await first.markSent('7', 1, { chat: '1', messageId: 9 })
    await first.close()
    const again = await openInbox(file)
    expect(await again.unfinished('7')).toMatchObject([{ updateId: 1, sent: [9] }, { updateId: 2 }])
    await again.close()
  })

  it('leaves no trace in its files of a private question that is answered', async () => {
    const file = newFile()
    const inbox = await openInbox(file)
    await inbox.receive('7', [sampleDelivery(1, { payload: '"An unmistakable question?"', asker: 'telegram:424242' })])
    await inbox.plan('7', 1, '"An unmistakable answer"')
    await inbox.finish('7', 1, { private: true })
    for (const suffix of ['', '-wal']) {
      const held = readFileSync(file + suffix, 'latin1')
      expect(held).not.toContain('unmistakable')
      expect(held).not.toContain('424242')
    }
    await inbox.close()
  })

  it('leaves no trace of a person who is forgotten, nor the words of what is done', async () => {
    const file = newFile()
    const inbox = await openInbox(file)
    await inbox.receive('7', [sampleDelivery(1, { payload: '"An unmistakable question?"', asker: 'telegram:424242' })])
    await inbox.finish('7', 1)
    await inbox.forget('telegram:424242')
    for (const suffix of ['', '-wal']) {
      const held = readFileSync(file + suffix, 'latin1')
      expect(held).not.toContain('unmistakable')
      expect(held).not.toContain('424242')
    }
    await inbox.close()
  })

  it('is held by one process, and let go when that is killed', async () => {
    const file = newFile()
    const module = new URL('../../index/ledger/inbox.ts', import.meta.url).href
    const script = `const { openInbox } = await import(${JSON.stringify(module)})
      const inbox = await openInbox(${JSON.stringify(file)})
      await inbox.receive('7', [{ updateId: 1, lane: 'chat:1', payload: '{}' }])
      process.stdout.write('ready'); setInterval(() => undefined, 1000)`
    const other = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script])
    await once(other.stdout, 'data')
    const refusal = await openInbox(file, { patienceMs: 50 }).catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(UserError)
    expect(String(refusal)).toMatch(/runs already with this data folder: stop the other one, or set SOURCIER_DATA$/)
    const opening = openInbox(file)
    other.kill('SIGKILL')
    const inbox = await opening
    expect(await inbox.unfinished('7')).toHaveLength(1)
    await inbox.close()
  })
})
