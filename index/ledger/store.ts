import { z } from 'zod'
import type { Ledger } from '../../src/ports/ledger.ts'
import { makeRecordOfOld } from '../../src/record/make-record.ts'
import { readRecord } from '../../src/record/read-record.ts'
import type { Answer } from '../../src/types.ts'
import { openDatabase } from '../sqlite/database.ts'
import { createChoices } from './choices.ts'
import { createOpinions } from './opinions.ts'
import { retryWhileBusy } from './retry.ts'
import { ledgerSchema } from './schema.ts'

export type LedgerOptions = {
  readonly now?: () => Date
  /** How long a call goes on trying while another process writes, in milliseconds. */
  readonly patienceMs?: number
}

/** A synchronous wait stops every conversation of the bot: it is kept to this, then the wait is asynchronous. */
const BUSY_MS = 20
const PATIENCE_MS = 5_000
const DAY_MS = 24 * 60 * 60 * 1000

type RecordRow = { readonly answer: string; readonly askedAt: string; readonly record: string | null }
type StatusRow = { readonly status: string; readonly answers: number }

/** Only its frame is looked at: the rest is what this program wrote. */
const frame = z.object({ id: z.string(), question: z.string(), status: z.string(), claims: z.array(z.unknown()) })
const answerSchema = z.custom<Answer>((value) => frame.safeParse(value).success)
const readAnswer = (json: string): Answer => answerSchema.parse(JSON.parse(json))

/** Opens the bots' memory. Throws UserError when the file cannot be used; so do the calls when the disk is full. */
export function openLedgerFile(file: string, options: LedgerOptions = {}): Ledger {
  const { now = () => new Date(), patienceMs = PATIENCE_MS } = options
  const database = openDatabase({ file, schema: ledgerSchema, busyTimeoutMs: BUSY_MS })
  database.pragma('secure_delete = ON')

  // What is kept never changes: a second answer of the same id (one in 10^15) is not kept.
  const insert = database.prepare<[string, string, string, string, string, string, string, string, string | null]>(
    `INSERT INTO answers (id, asker, asked_at, status, language, question, answer, record, place)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING`,
  )
  const count = database.prepare<[string]>(
    'INSERT INTO counts VALUES (?, 1) ON CONFLICT (name) DO UPDATE SET value = value + 1',
  )
  const find = database.prepare<[string], string>('SELECT answer FROM answers WHERE id = ?').pluck()
  const findRecord = database.prepare<[string], RecordRow>(
    'SELECT answer, asked_at AS askedAt, record FROM answers WHERE id = ?',
  )
  const dropOf = database.prepare<[string]>('DELETE FROM answers WHERE asker = ?')
  const dropBefore = database.prepare<[string]>('DELETE FROM answers WHERE asked_at < ?')
  const byStatus = database.prepare<[], StatusRow>('SELECT status, count(*) AS answers FROM answers GROUP BY status')
  const counted = database.prepare<[string], number>('SELECT value FROM counts WHERE name = ?').pluck()
  const opinions = createOpinions(database, (name) => count.run(name))
  const choices = createChoices(database)
  // Of one asker all or nothing; feedback that others gave on the answers goes with them (`ON DELETE CASCADE`).
  const forget = database.transaction((asker: string) => {
    opinions.forget(asker)
    choices.forget(asker)
    return dropOf.run(asker).changes
  })
  const drop = database.transaction((before: string) => {
    const feedback = opinions.dropBefore(before)
    return { feedback, answers: dropBefore.run(before).changes }
  })

  const attempt = <Result>(work: () => Result) => retryWhileBusy(work, file, patienceMs)

  /** The write-ahead log still holds what was deleted; while somebody reads, the next checkpoint takes it. */
  const erase = () => {
    database.pragma('wal_checkpoint(TRUNCATE)')
  }

  return {
    record: (answer, evidence, asker, group) =>
      attempt(() => {
        const { id, status, language, question } = answer
        const texts = [JSON.stringify(answer), JSON.stringify(evidence)] as const
        insert.run(id, asker, evidence.askedAt, status, language, question, ...texts, group ?? null)
      }),
    countPrivate: () =>
      attempt(() => {
        count.run('private')
      }),
    answer: (id) =>
      attempt(() => {
        const json = find.get(id)
        return json === undefined ? undefined : readAnswer(json)
      }),
    recordOf: (id) =>
      attempt(() => {
        const row = findRecord.get(id)
        if (row === undefined) return undefined
        return row.record === null ? makeRecordOfOld(readAnswer(row.answer), row.askedAt) : readRecord(row.record)
      }),
    saveFeedback: (feedback) => attempt(() => opinions.save(feedback, now().toISOString())),
    preferences: (asker) => attempt(() => choices.preferences(asker)),
    savePreferences: (asker, preferences) => attempt(() => choices.savePreferences(asker, preferences)),
    groupSetting: (group) => attempt(() => choices.groupSetting(group)),
    saveGroupSetting: (group, json) => attempt(() => choices.saveGroupSetting(group, json)),
    unanswered: (limit, group) => attempt(() => opinions.unanswered(limit, group)),
    async forget(asker) {
      const answers = await attempt(() => forget.immediate(asker))
      await attempt(erase)
      return answers
    },
    async dropOlderThan(days) {
      const before = new Date(now().getTime() - days * DAY_MS).toISOString()
      const { answers, feedback } = await attempt(() => drop.immediate(before))
      if (answers + feedback > 0) await attempt(erase)
      return answers
    },
    counts: () =>
      attempt(() => {
        const rows = byStatus.all()
        return {
          answers: rows.reduce((sum, row) => sum + row.answers, 0),
          private: counted.get('private') ?? 0,
          byStatus: Object.fromEntries(rows.map((row) => [row.status, row.answers])),
          feedback: opinions.counts((name) => counted.get(name) ?? 0),
        }
      }),
    async close() {
      database.close()
    },
  }
}
