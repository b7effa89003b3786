import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Ledger } from '../../src/ports/ledger.ts'
import type { Answer } from '../../src/types.ts'
import { sampleAnswer, sampleRecord } from './ledger-samples.ts'

/** What every memory of the bots must do. `open` gives a new empty one whose clock shows `now`. */
export function ledgerContract(name: string, open: (now: () => Date) => Promise<Ledger>): void {
  describe(`the ledger in ${name}`, () => {
    let ledger: Ledger
    let time: Date
    beforeEach(async () => {
      time = new Date('2026-03-01T12:00:00Z')
      ledger = await open(() => time)
    })
    afterEach(() => ledger.close())
    const keep = (answer: Answer, asker: string) => ledger.record(answer, sampleRecord(answer, time), asker)

    it('gives back an answer as it was given', async () => {
      const answer = sampleAnswer('abcdefghij', { notice: 'Œuvre “quoted”\n🕵️' })
      await keep(answer, 'discord:1')
      expect(await ledger.answer('abcdefghij')).toEqual(answer)
      expect(await ledger.answer('zzzzzzzzzz')).toBeUndefined()
    })

    it('gives back the evidence record as it was made', async () => {
      const answer = sampleAnswer('abcdefghij', { question: '“Œuvre”\n🕵️ \ud800' })
      await keep(answer, 'discord:1')
      expect(await ledger.recordOf('abcdefghij')).toEqual(sampleRecord(answer, time))
      expect(await ledger.recordOf('zzzzzzzzzz')).toBeUndefined()
    })

    it('never changes what is kept under an id', async () => {
      await keep(sampleAnswer('aaaaaaaaaa'), 'discord:1')
      await keep(sampleAnswer('aaaaaaaaaa', { question: 'Another question?' }), 'discord:2')
      expect((await ledger.answer('aaaaaaaaaa'))?.question).toBe('Who asked aaaaaaaaaa?')
      expect((await ledger.recordOf('aaaaaaaaaa'))?.question).toBe('Who asked aaaaaaaaaa?')
      expect(await ledger.forget('discord:2')).toBe(0)
    })

    it('counts answers by status, and private questions without a trace of them', async () => {
      expect(await ledger.counts()).toEqual({ answers: 0, private: 0, byStatus: {}, feedback: {} })
      await keep(sampleAnswer('aaaaaaaaaa'), 'discord:1')
      await keep(sampleAnswer('aaaaaaaaaa'), 'discord:1')
      await keep(sampleAnswer('bbbbbbbbbb', { status: 'not-found' }), 'telegram:1')
      await ledger.countPrivate()
      await ledger.countPrivate()
      expect(await ledger.counts()).toEqual({
        ...{ answers: 2, private: 2, byStatus: { answered: 1, 'not-found': 1 }, feedback: {} },
      })
    })

    it('forgets one asker and nobody else', async () => {
      await keep(sampleAnswer('aaaaaaaaaa'), 'discord:1')
      await keep(sampleAnswer('bbbbbbbbbb'), 'discord:1')
      await keep(sampleAnswer('cccccccccc'), 'discord:12')
      expect(await ledger.forget('discord:1')).toBe(2)
      expect(await ledger.forget('discord:1')).toBe(0)
      expect(await ledger.answer('aaaaaaaaaa')).toBeUndefined()
      expect(await ledger.recordOf('aaaaaaaaaa')).toBeUndefined()
      expect(await ledger.answer('cccccccccc')).toBeDefined()
    })

    it('drops what is older than the days to keep', async () => {
      await keep(sampleAnswer('aaaaaaaaaa'), 'terminal')
      time = new Date('2026-03-31T12:00:00Z')
      await keep(sampleAnswer('bbbbbbbbbb'), 'terminal')
      time = new Date('2026-05-30T11:59:59Z')
      expect(await ledger.dropOlderThan(90)).toBe(0)
      time = new Date('2026-05-30T12:00:01Z')
      expect(await ledger.dropOlderThan(90)).toBe(1)
      expect(await ledger.answer('aaaaaaaaaa')).toBeUndefined()
      expect(await ledger.answer('bbbbbbbbbb')).toBeDefined()
    })

    it('keeps one opinion a person and answer, the last', async () => {
      await keep(sampleAnswer('aaaaaaaaaa'), 'discord:1')
      await ledger.saveFeedback({ answerId: 'aaaaaaaaaa', asker: 'discord:2', kind: 'useful' })
      await ledger.saveFeedback({ answerId: 'aaaaaaaaaa', asker: 'discord:3', kind: 'useful', note: 'Merci ! 🕵️' })
      await ledger.saveFeedback({ answerId: 'aaaaaaaaaa', asker: 'discord:2', kind: 'does-not-say', citation: 2 })
      expect((await ledger.counts()).feedback).toEqual({ useful: 1, 'does-not-say': 1 })
      expect(await ledger.unanswered(10)).toMatchObject([{ status: 'wrong' }])
      await ledger.saveFeedback({ answerId: 'aaaaaaaaaa', asker: 'discord:2', kind: 'useful' })
      expect((await ledger.counts()).feedback).toEqual({ useful: 2 })
      expect(await ledger.unanswered(10)).toEqual([])
    })

    it('only counts opinions on answers that are not kept', async () => {
      await ledger.saveFeedback({ answerId: 'zzzzzzzzzz', asker: 'discord:2', kind: 'wrong', note: 'secret' })
      expect((await ledger.counts()).feedback).toEqual({ wrong: 1 })
      expect(await ledger.unanswered(10)).toEqual([])
      expect(await ledger.forget('discord:2')).toBe(0)
      expect((await ledger.counts()).feedback).toEqual({ wrong: 1 })
    })

    it('lists what was not answered or called wrong, newest first, without greetings', async () => {
      const ids = ['aaaaaaaaaa', 'bbbbbbbbbb', 'cccccccccc', 'dddddddddd', 'eeeeeeeeee']
      const parts: readonly Partial<Answer>[] = [
        { status: 'not-found' },
        { status: 'answered' },
        { status: 'unsure', notice: 'A model was of no use.' },
        { status: 'not-found', notice: 'Ask me about the articles.' },
        { status: 'answered' },
      ]
      for (const [at, id] of ids.entries()) {
        time = new Date(Date.UTC(2026, 2, 1, 12, at))
        await keep(sampleAnswer(id, parts[at]), 'discord:1')
      }
      await ledger.saveFeedback({ answerId: 'bbbbbbbbbb', asker: 'discord:2', kind: 'wrong' })
      time = new Date(Date.UTC(2026, 2, 1, 13))
      const note = '[2] speaks of another year\n🕵️\u0000"'
      await ledger.saveFeedback({ answerId: 'cccccccccc', asker: 'discord:2', kind: 'does-not-say', citation: 2, note })
      time = new Date(Date.UTC(2026, 2, 1, 14))
      await ledger.saveFeedback({ answerId: 'cccccccccc', asker: 'discord:3', kind: 'wrong' })
      await ledger.saveFeedback({ answerId: 'cccccccccc', asker: 'discord:4', kind: 'useful', note: 'No doubt.' })
      await ledger.saveFeedback({ answerId: 'aaaaaaaaaa', asker: 'discord:4', kind: 'useful' })
      await ledger.saveFeedback({ answerId: 'eeeeeeeeee', asker: 'discord:2', kind: 'useful' })
      expect(await ledger.unanswered(10)).toEqual([
        {
          ...{ question: 'Who asked cccccccccc?', status: 'wrong', askedAt: '2026-03-01T12:02:00.000Z' },
          doubts: [
            { kind: 'wrong', at: '2026-03-01T14:00:00.000Z' },
            { kind: 'does-not-say', citation: 2, note, at: '2026-03-01T13:00:00.000Z' },
          ],
        },
        {
          ...{ question: 'Who asked bbbbbbbbbb?', status: 'wrong', askedAt: '2026-03-01T12:01:00.000Z' },
          doubts: [{ kind: 'wrong', at: '2026-03-01T12:04:00.000Z' }],
        },
        {
          ...{ question: 'Who asked aaaaaaaaaa?', status: 'not-found', askedAt: '2026-03-01T12:00:00.000Z' },
          doubts: [],
        },
      ])
      expect(await ledger.unanswered(1)).toHaveLength(1)
      expect(await ledger.unanswered(0)).toEqual([])
    })

    it('lists for a group what was asked there, and nothing of others or of nowhere', async () => {
      const answer = (id: string) => sampleAnswer(id, { status: 'not-found' })
      for (const [id, group] of [
        ['aaaaaaaaaa', 'discord:7'],
        ['bbbbbbbbbb', 'discord:77'],
        ['cccccccccc', undefined],
        ['dddddddddd', 'discord:7'],
      ] as const) {
        await ledger.record(answer(id), sampleRecord(answer(id), time), 'discord:1', group)
      }
      const listed = async (limit: number, group?: string) =>
        (await ledger.unanswered(limit, group)).map(({ question }) => question.slice(-11, -1))
      expect(await listed(10, 'discord:7')).toEqual(['dddddddddd', 'aaaaaaaaaa'])
      expect(await listed(1, 'discord:7')).toEqual(['dddddddddd'])
      expect(await listed(10, 'discord:77')).toEqual(['bbbbbbbbbb'])
      expect(await listed(10, 'discord:1')).toEqual([])
      expect(await listed(10, '')).toEqual([])
      expect(await listed(10)).toHaveLength(4)
    })

    it('keeps what a person has chosen until it is taken back', async () => {
      expect(await ledger.preferences('telegram:1')).toEqual({})
      await ledger.savePreferences('telegram:1', { language: 'fr' })
      await ledger.savePreferences('telegram:12', { private: true })
      expect(await ledger.preferences('telegram:1')).toEqual({ language: 'fr' })
      await ledger.savePreferences('telegram:1', { language: 'en', private: false })
      expect(await ledger.preferences('telegram:1')).toEqual({ language: 'en', private: false })
      await ledger.savePreferences('telegram:1', {})
      expect(await ledger.preferences('telegram:1')).toEqual({})
      expect(await ledger.preferences('telegram:12')).toEqual({ private: true })
    })

    it('keeps the settings of a group as they were given', async () => {
      expect(await ledger.groupSetting('discord:7')).toBeUndefined()
      await ledger.saveGroupSetting('discord:7', '{"channels":["1"]}')
      await ledger.saveGroupSetting('discord:7', '{"channels":["2"],"é":"🕵️"}')
      expect(await ledger.groupSetting('discord:7')).toBe('{"channels":["2"],"é":"🕵️"}')
      expect(await ledger.groupSetting('discord:77')).toBeUndefined()
    })

    it('forgets opinions and choices of a person, and what others said of the answers forgotten', async () => {
      await keep(sampleAnswer('aaaaaaaaaa'), 'discord:1')
      await keep(sampleAnswer('bbbbbbbbbb'), 'discord:2')
      await ledger.saveFeedback({ answerId: 'aaaaaaaaaa', asker: 'discord:2', kind: 'wrong' })
      await ledger.saveFeedback({ answerId: 'bbbbbbbbbb', asker: 'discord:1', kind: 'wrong' })
      await ledger.savePreferences('discord:1', { private: true })
      await ledger.saveGroupSetting('discord:1', '{}')
      expect(await ledger.forget('discord:1')).toBe(1)
      expect((await ledger.counts()).feedback).toEqual({})
      expect(await ledger.preferences('discord:1')).toEqual({})
      expect(await ledger.groupSetting('discord:1')).toBe('{}')
    })

    it('drops opinions with their answers, and old ones before them', async () => {
      await keep(sampleAnswer('aaaaaaaaaa'), 'terminal')
      await ledger.saveFeedback({ answerId: 'aaaaaaaaaa', asker: 'discord:1', kind: 'wrong' })
      await ledger.savePreferences('discord:1', { language: 'fr' })
      time = new Date('2026-05-30T11:59:59Z')
      await keep(sampleAnswer('bbbbbbbbbb'), 'terminal')
      await ledger.saveFeedback({ answerId: 'bbbbbbbbbb', asker: 'discord:1', kind: 'useful' })
      time = new Date('2026-05-30T12:00:01Z')
      expect(await ledger.dropOlderThan(90)).toBe(1)
      expect((await ledger.counts()).feedback).toEqual({ useful: 1 })
      expect(await ledger.preferences('discord:1')).toEqual({ language: 'fr' })
    })
  })
}
