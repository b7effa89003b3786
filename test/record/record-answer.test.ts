import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openLedgerFile } from '../../index/ledger/store.ts'
import { openCorpus } from '../../index/open.ts'
import type { Parts } from '../../src/commands/parts.ts'
import { dropOldAnswers, recordAnswer } from '../../src/commands/record.ts'
import { isKept } from '../../src/desk/is-kept.ts'
import { makeRecord } from '../../src/record/make-record.ts'
import { sample } from '../contracts/corpus-samples.ts'
import { temporaryFolders } from '../index/temporary-folder.ts'
import { answerWith, cite, commit } from './sample-record.ts'

const newFolder = temporaryFolders()
const quote = 'The harbour reopened after 12 days.'
const article = sample('harbour', [quote])

async function setUp(settings: { readonly keepDays: number; readonly privateByDefault: boolean }) {
  const dataFolder = newFolder()
  const corpus = openCorpus({ dataFolder })
  await commit(corpus, [article])
  const file = join(dataFolder, 'ledger.db')
  const ledger = openLedgerFile(file)
  const warnings: unknown[] = []
  const log = { warn: (fields: unknown) => warnings.push(fields) }
  const parts = { settings, log, ledger: async () => ledger, corpus: async () => corpus } as unknown as Parts
  return { parts, ledger, file, warnings, corpus }
}

const answer = answerWith([cite(1, article, quote)], { question: 'An unmistakable question?' })
const open = { keepDays: 90, privateByDefault: false }

describe('an answer given', () => {
  it('is kept under its id with who asked, when, and what is known beyond the answer', async () => {
    const { parts, ledger, warnings } = await setUp(open)
    const dropped = [
      { text: 'It took 13 days.', failures: [{ lock: 'figure', words: '13', why: 'not cited' } as const] },
    ]
    const askedAt = new Date(Date.now() - 1000).toISOString()
    await recordAnswer(parts, answer, false, { asker: 'discord:1', askedAt, chatModel: 'some-model', dropped })
    expect(await ledger.recordOf(answer.id)).toMatchObject({
      ...{ question: answer.question, askedAt, dropped, models: { chat: 'some-model', embedding: 'sample-model' } },
      citations: [{ quote, verdict: 'exact' }],
    })
    expect(await ledger.forget('discord:1')).toBe(1)
    expect(warnings).toEqual([])
  })

  it('leaves nothing but a count when it is private, by wish or by setting, or when nothing is to be kept', async () => {
    for (const [settings, isPrivate] of [
      [open, true],
      [{ ...open, privateByDefault: true }, false],
      [{ ...open, keepDays: 0 }, false],
    ] as const) {
      const { parts, ledger, file } = await setUp(settings)
      expect(isKept(settings, isPrivate)).toBe(false)
      await recordAnswer(parts, answer, isPrivate)
      expect(await ledger.recordOf(answer.id)).toBeUndefined()
      expect(await ledger.counts()).toEqual({ answers: 0, private: 1, byStatus: {}, feedback: {} })
      for (const suffix of ['', '-wal']) {
        const written = readFileSync(file + suffix, 'latin1')
        for (const trace of ['unmistakable', answer.id, 'harbour']) expect(written).not.toContain(trace)
      }
      await ledger.close()
    }
  })

  it('is given even when it cannot be recorded', async () => {
    const { parts, ledger, warnings } = await setUp(open)
    await ledger.close()
    await recordAnswer(parts, answer, false)
    expect(warnings).toHaveLength(1)
  })

  it('is dropped at the next start when it is too old, and a broken ledger stops no start', async () => {
    const { parts, ledger, warnings } = await setUp(open)
    const longAgo = new Date(Date.now() - 91 * 24 * 60 * 60 * 1000).toISOString()
    await ledger.record(
      answer,
      await makeRecord(answer, (await parts.corpus()).index, { askedAt: longAgo }),
      'terminal',
    )
    const end = await dropOldAnswers(parts)
    expect(await ledger.recordOf(answer.id)).toBeUndefined()
    end()
    await ledger.close()
    const endAgain = await dropOldAnswers(parts)
    endAgain()
    expect(warnings).toHaveLength(1)
  })
})
