import { afterEach, describe, expect, it, vi } from 'vitest'
import { createLog, createRedaction } from '../src/log.ts'

function capture(): string[] {
  const lines: string[] = []
  vi.spyOn(process.stderr, 'write').mockImplementation((line) => {
    lines.push(String(line))
    return true
  })
  return lines
}

describe('the log', () => {
  afterEach(() => {
    vi.restoreAllMocks()
  })

  it('takes secrets out of messages, fields and the causes of errors', () => {
    const lines = capture()
    const secret = '123456:ABC-secret'
    const log = createLog('info', createRedaction([secret]))
    const cause = new Error(`GET https://api.telegram.org/bot${secret}/getMe failed`)
    log.info({ token: secret }, `connecting with ${secret}`)
    log.error({ err: new Error('it failed', { cause }) }, 'no connection')
    const written = lines.join('')
    expect(written).not.toContain(secret)
    expect(written.split('[hidden]').length).toBeGreaterThan(3)
    expect(written).toContain('it failed')
  })

  it('writes one JSON object a line, with the time and without the machine', () => {
    const lines = capture()
    createLog('info', createRedaction([])).info({ revision: 3 }, 'indexed')
    const entry: unknown = JSON.parse(lines.join(''))
    expect(entry).toMatchObject({ revision: 3, msg: 'indexed', time: expect.stringMatching(/^\d{4}-/) })
    expect(entry).not.toHaveProperty('hostname')
  })

  it('keeps quiet below its level, and leaves short words alone', () => {
    const lines = capture()
    const log = createLog('warn', createRedaction(['abc']))
    log.info('abc')
    expect(lines).toEqual([])
    log.warn('abc')
    expect(lines.join('')).toContain('abc')
  })
})
