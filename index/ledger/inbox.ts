import { UserError } from '../../src/errors.ts'
import type { Delivery, Inbox, ParkedDelivery, Unfinished } from '../../src/inbox.ts'
import { isBusy, openDatabase, type Schema } from '../sqlite/database.ts'
import { inboxTables } from './inbox-tables.ts'
import { retryWhileBusy } from './retry.ts'

export type InboxOptions = {
  readonly now?: () => Date
  /** How long to wait for another process to let go of the file, in milliseconds. */
  readonly patienceMs?: number
}

/** A process that is asked to stop has ten seconds for it: the next one waits for that. */
const PATIENCE_MS = 15_000
const BUSY_MS = 20
const runsAlready = 'Sourcier runs already with this data folder: stop the other one, or set SOURCIER_DATA'

const schema: Schema = {
  applicationId: 0x736f7549,
  migrations: [inboxTables],
  remedy: 'move it away, a new one is made at the next start (questions that were not answered yet are lost)',
}

type Row = {
  readonly updateId: number
  readonly lane: string
  readonly asker: string | null
  readonly payload: string
  readonly plan: string | null
  readonly placeholder: number | null
  readonly receivedAtMs: number
  readonly starts: number
  readonly failures: number
  readonly sent: string
}

type ParkedRow = { updateId: number; lane: string | null; reason: string | null; endedAt: number }

const unfinishedColumns = `update_id AS updateId, coalesce(lane, '') AS lane, asker, coalesce(payload, 'null') AS payload,
  plan, placeholder, received_at AS receivedAtMs, starts, failures,
  (SELECT coalesce(group_concat(message_id), '') FROM
    (SELECT message_id FROM sent WHERE sent.bot = updates.bot AND sent.update_id = updates.update_id ORDER BY step)) AS sent`
const erased = `payload = NULL, plan = NULL, placeholder = NULL`

/**
 * Opens the inbox, a file of its own and not a table of the ledger: its writes never wait for those of answers and
 * feedback, they are flushed to the disk before a delivery is confirmed (the ledger's need not be), and it is held by one
 * process alone, so that two of them never answer the same question. A process that is killed lets go of it.
 * @throws UserError when another process holds it for longer than `patienceMs`, or the file cannot be used.
 */
export async function openInbox(file: string, options: InboxOptions = {}): Promise<Inbox> {
  const { now = () => new Date(), patienceMs = PATIENCE_MS } = options
  const database = await retryWhileBusy(() => openAlone(file), file, patienceMs).catch((error: unknown) => {
    throw isHeld(error) ? new UserError(runsAlready, { cause: error }) : error
  })
  const nowMs = () => now().getTime()

  const insert = database.prepare<[string, number, string, string | null, string, number]>(
    `INSERT INTO updates (bot, update_id, lane, asker, state, payload, received_at) VALUES (?, ?, ?, ?, 'waiting', ?, ?)
     ON CONFLICT (bot, update_id) DO NOTHING`,
  )
  const waiting = database.prepare<[string], Row>(
    `SELECT ${unfinishedColumns} FROM updates WHERE bot = ? AND state = 'waiting' ORDER BY update_id`,
  )
  const start = database
    .prepare<[string, number], number>(
      'UPDATE updates SET starts = starts + 1 WHERE bot = ? AND update_id = ? RETURNING starts',
    )
    .pluck()
  const fail = database
    .prepare<[string, number], number>(
      'UPDATE updates SET failures = failures + 1, starts = 0 WHERE bot = ? AND update_id = ? RETURNING failures',
    )
    .pluck()
  const holdPlace = database.prepare<[number, string, number]>(
    'UPDATE updates SET placeholder = ? WHERE bot = ? AND update_id = ?',
  )
  const plan = database.prepare<[string, string, number]>(
    'UPDATE updates SET plan = ?, starts = 0 WHERE bot = ? AND update_id = ?',
  )
  const markSent = database.prepare<[string, number, string, number, string, number, number]>(
    `INSERT INTO sent (bot, update_id, step, chat, message_id, sent_at)
     SELECT ?, ?, (SELECT count(*) FROM sent WHERE bot = ? AND update_id = ?), ?, ?, ?`,
  )
  const finish = database.prepare<[number, string, number]>(
    `UPDATE updates SET state = 'done', ended_at = ?, ${erased} WHERE bot = ? AND update_id = ?`,
  )
  const dropPerson = database.prepare<[string, number]>(
    'UPDATE updates SET asker = NULL, lane = NULL WHERE bot = ? AND update_id = ?',
  )
  const park = database.prepare<[number, string, string, number]>(
    `UPDATE updates SET state = 'parked', ended_at = ?, reason = ?, ${erased} WHERE bot = ? AND update_id = ?`,
  )
  const parked = database.prepare<[string, number], ParkedRow>(
    `SELECT update_id AS updateId, lane, reason, ended_at AS endedAt FROM updates
     WHERE bot = ? AND state = 'parked' ORDER BY ended_at DESC, update_id DESC LIMIT ?`,
  )
  const count = database
    .prepare<[string, string], number>('SELECT count(*) FROM updates WHERE bot = ? AND state = ?')
    .pluck()
  const sentSince = database.prepare<[string, number], { chat: string; atMs: number }>(
    `SELECT chat, sent_at AS atMs FROM sent WHERE bot = ? AND sent_at >= ? AND message_id > 0 AND chat IS NOT NULL
     ORDER BY sent_at`,
  )
  const forgetSent = database.prepare<[string]>(
    `UPDATE sent SET chat = NULL WHERE (bot, update_id) IN
       (SELECT bot, update_id FROM updates WHERE asker = ? AND state <> 'waiting')`,
  )
  const forget = database.prepare<[string]>(
    `UPDATE updates SET asker = NULL, lane = NULL, reason = NULL WHERE asker = ? AND state <> 'waiting'`,
  )
  const drop = database.prepare<[number]>(`DELETE FROM updates WHERE state <> 'waiting' AND ended_at < ?`)

  /** The write-ahead log still holds what was overwritten in the tables. */
  const eraseLog = () => {
    database.pragma('wal_checkpoint(TRUNCATE)')
  }
  const takeIn = database.transaction((bot: string, deliveries: readonly Delivery[]): readonly Unfinished[] => {
    const receivedAtMs = nowMs()
    const isNew = ({ updateId, lane, asker, payload }: Delivery) =>
      insert.run(bot, updateId, lane, asker ?? null, payload, receivedAtMs).changes === 1
    return deliveries.filter(isNew).map((delivery) => ({ ...delivery, receivedAtMs, sent: [], starts: 0, failures: 0 }))
  })
  const forgetAsker = database.transaction((asker: string) => {
    forgetSent.run(asker)
    return forget.run(asker).changes
  })

  return {
    receive: async (bot, deliveries) => takeIn(bot, deliveries),
    unfinished: async (bot) => waiting.all(bot).map(readRow),
    start: async (bot, updateId) => start.get(bot, updateId) ?? 0,
    async holdPlace(bot, updateId, messageId) {
      holdPlace.run(messageId, bot, updateId)
    },
    async plan(bot, updateId, json) {
      plan.run(json, bot, updateId)
    },
    async markSent(bot, updateId, { chat, messageId }) {
      markSent.run(bot, updateId, bot, updateId, chat, messageId, nowMs())
    },
    async finish(bot, updateId, { private: isPrivate = false } = {}) {
      finish.run(nowMs(), bot, updateId)
      if (!isPrivate) return
      dropPerson.run(bot, updateId)
      eraseLog()
    },
    fail: async (bot, updateId) => fail.get(bot, updateId) ?? 0,
    async park(bot, updateId, reason) {
      park.run(nowMs(), reason, bot, updateId)
    },
    parked: async (bot, limit) => parked.all(bot, limit).map(readParked),
    counts: async (bot) => ({ waiting: count.get(bot, 'waiting') ?? 0, parked: count.get(bot, 'parked') ?? 0 }),
    sentSince: async (bot, sinceMs) => sentSince.all(bot, sinceMs),
    async forget(asker) {
      const forgotten = forgetAsker(asker)
      eraseLog()
      return forgotten
    },
    async dropBefore(beforeMs) {
      const { changes } = drop.run(beforeMs)
      if (changes > 0) eraseLog()
      return changes
    },
    async close() {
      database.close()
    },
  }
}

/** What is deleted is overwritten (`secure_delete`); a commit is on the disk when it returns (`synchronous`). */
function openAlone(file: string) {
  const database = openIfFree(file)
  try {
    database.pragma('secure_delete = ON')
    database.pragma('synchronous = FULL')
    database.pragma('locking_mode = EXCLUSIVE')
    // The lock is taken by the next write, and then kept.
    database.exec('BEGIN EXCLUSIVE; COMMIT')
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

/** A file that another process holds is waited for: for that its error must be SQLite's own. */
function openIfFree(file: string) {
  try {
    return openDatabase({ file, schema, busyTimeoutMs: BUSY_MS })
  } catch (error) {
    throw error instanceof Error && isHeld(error) ? error.cause : error
  }
}

function isHeld(error: unknown): boolean {
  return error instanceof Error && isBusy(error.cause)
}

function readRow({ asker, plan, placeholder, sent, ...row }: Row): Unfinished {
  return {
    ...row,
    sent: sent === '' ? [] : sent.split(',').map(Number),
    ...(asker !== null && { asker }),
    ...(plan !== null && { plan }),
    ...(placeholder !== null && { placeholder }),
  }
}

function readParked({ updateId, lane, reason, endedAt }: ParkedRow): ParkedDelivery {
  return { updateId, lane: lane ?? '', reason: reason ?? '', parkedAt: new Date(endedAt).toISOString() }
}
