import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { UserError } from '../src/errors.ts'
import { findHome } from '../src/home.ts'
import { readSettings, secretNames, unknownSettings } from '../src/settings.ts'

const example = readFileSync(join(findHome(), '.env.example'), 'utf8')
const exampleNames = [...example.matchAll(/^([A-Z_]+)=/gm)].map((match) => match[1] ?? '')

describe('the settings', () => {
  it('have defaults that need no file', () => {
    const settings = readSettings({})
    expect(settings).toMatchObject({
      dataFolder: './data',
      seedsFolder: './seeds',
      embeddingModel: 'bilingual',
      logLevel: 'warn',
      admins: [],
      privateByDefault: false,
      keepDays: 90,
      ratePerMinute: 10,
      web: { host: '127.0.0.1', port: 8080 },
      fetchPrivate: false,
    })
    expect(settings.discord.token).toBeUndefined()
  })

  it('count empty and blank values as absent', () => {
    expect(readSettings(Object.fromEntries(exampleNames.map((name) => [name, ''])))).toEqual(readSettings({}))
    expect(readSettings({ SOURCIER_PORT: '  ', SOURCIER_DISCORD_TOKEN: ' ' })).toEqual(readSettings({}))
  })

  it('take tokens without the space that was copied with them', () => {
    const { discord, telegram, chat } = readSettings({
      SOURCIER_DISCORD_TOKEN: ' MTE5.abc\n',
      SOURCIER_TELEGRAM_TOKEN: '\t123:AAE ',
      SOURCIER_CHAT_MODEL: 'm',
      SOURCIER_CHAT_URL: 'http://127.0.0.1:1',
      SOURCIER_CHAT_KEY: ' key ',
    })
    expect([discord.token, telegram.token, chat.key]).toEqual(['MTE5.abc', '123:AAE', 'key'])
  })

  it('are all in .env.example, and nothing else is', () => {
    expect(unknownSettings(Object.fromEntries(exampleNames.map((name) => [name, 'x'])))).toEqual([])
    for (const name of secretNames) expect(exampleNames).toContain(name)
  })

  it('name every wrong one at once, in one line, without its value', () => {
    const read = () =>
      readSettings({
        SOURCIER_PORT: 'eighty',
        SOURCIER_KEEP_DAYS: '-1',
        SOURCIER_LOG_LEVEL: 'loud',
        SOURCIER_ADMINS: 'me',
        SOURCIER_PRIVATE: 'perhaps',
        SOURCIER_TELEGRAM_WEBHOOK_SECRET: 'a secret with spaces',
        SOURCIER_CHAT_URL: 'ftp://example.org',
      })
    expect(read).toThrow(UserError)
    let message = ''
    try {
      read()
    } catch (error) {
      message = String(error)
    }
    for (const name of ['PORT', 'KEEP_DAYS', 'LOG_LEVEL', 'ADMINS', 'PRIVATE', 'TELEGRAM_WEBHOOK_SECRET', 'CHAT_URL']) {
      expect(message).toContain(`SOURCIER_${name} `)
    }
    expect(message).not.toContain('\n')
    expect(message).not.toContain('a secret with spaces')
  })

  it('take every port there is and no other', () => {
    fc.assert(
      fc.property(fc.integer({ min: -10, max: 70_000 }), (port) => {
        const read = () => readSettings({ SOURCIER_PORT: String(port) }).web.port
        if (port >= 0 && port <= 65_535) expect(read()).toBe(port)
        else expect(read).toThrow('SOURCIER_PORT')
      }),
    )
  })

  it('take a list of admins with commas or spaces', () => {
    const { admins } = readSettings({ SOURCIER_ADMINS: 'discord:1, telegram:22  discord:333' })
    expect(admins).toEqual(['discord:1', 'telegram:22', 'discord:333'])
  })

  it('take a list of people and groups of Telegram, and nothing else', () => {
    expect(readSettings({}).telegram.allowed).toEqual([])
    const { allowed } = readSettings({ SOURCIER_TELEGRAM_ALLOWED: '123456789, -1001234567890' }).telegram
    expect(allowed).toEqual([123_456_789, -1_001_234_567_890])
    for (const wrong of ['me', '1.5', '@group', '--1', '1'.repeat(16)]) {
      expect(() => readSettings({ SOURCIER_TELEGRAM_ALLOWED: wrong })).toThrow('SOURCIER_TELEGRAM_ALLOWED')
    }
  })

  it('notice a misspelt name', () => {
    expect(unknownSettings({ SOURCIER_HOTS: 'x', SOURCIER_HOST: 'x', PATH: 'x' })).toEqual(['SOURCIER_HOTS'])
  })

  it('know which readers there are, and that the chat model must be set to read', () => {
    expect(readSettings({}).readerModel).toBe('contextual')
    expect(readSettings({ SOURCIER_READER_MODEL: 'Xenova/bge-reranker-base' }).readerModel).toContain('bge')
    expect(() => readSettings({ SOURCIER_READER_MODEL: 'best' })).toThrow(/SOURCIER_READER_MODEL/)
    expect(() => readSettings({ SOURCIER_READER_MODEL: 'chat' })).toThrow(/SOURCIER_CHAT_MODEL/)
  })
})
