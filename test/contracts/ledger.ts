import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Ledger } from '../../src/ports.ts'
import { makeRecordOfOld } from '../../src/record/make-record.ts'
import type { EvidenceRecord } from '../../src/record/types.ts'
import type { Answer } from '../../src/types.ts'

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
      expect(await ledger.counts()).toEqual({ answers: 0, private: 0, byStatus: {} })
      await keep(sampleAnswer('aaaaaaaaaa'), 'discord:1')
      await keep(sampleAnswer('aaaaaaaaaa'), 'discord:1')
      await keep(sampleAnswer('bbbbbbbbbb', { status: 'not-found' }), 'telegram:1')
      await ledger.countPrivate()
      await ledger.countPrivate()
      expect(await ledger.counts()).toEqual({ answers: 2, private: 2, byStatus: { answered: 1, 'not-found': 1 } })
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
  })
}

export function sampleRecord(answer: Answer, askedAt = new Date()): EvidenceRecord {
  return makeRecordOfOld(answer, askedAt.toISOString())
}

export function sampleAnswer(id: string, parts: Partial<Answer> = {}): Answer {
  return {
    ...{ id, question: `Who asked ${id}?`, language: 'en', status: 'answered', claims: [], citations: [] },
    ...{ evidence: [], tookMs: 12, reasons: ['a reason'] },
    corpus: { revision: 1, builtAt: '2026-03-01T00:00:00.000Z', articles: 5 },
    ...parts,
  }
}
