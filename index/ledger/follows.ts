import { z } from 'zod'
import type { Followed, FollowNews, FollowStep, Follows } from '../../src/follow/types.ts'
import type { Answer } from '../../src/types.ts'
import { openDatabase } from '../sqlite/database.ts'
import { retryWhileBusy } from './retry.ts'
import { ledgerSchema } from './schema.ts'

type Row = {
  readonly key: number
  readonly question: string
  readonly target: string
  readonly language: 'en' | 'fr' | null
  readonly revision: number
  readonly known: string
}
type NewsRow = { readonly key: number; readonly question: string; readonly target: string; readonly answer: string }

const busyMs = 20
const patienceMs = 5_000
/** Who takes news and does not settle it in this time has died or failed: another may tell it, in milliseconds. */
const leaseMs = 60_000
/** A place that could not be told for an hour is given up. */
const mostTries = 60

const words = z.array(z.string())
/** Only its frame is looked at: the rest is what this program wrote. */
const answerSchema = z.custom<Answer>(
  (value) => z.object({ id: z.string(), claims: z.array(z.unknown()) }).safeParse(value).success,
)

/** Opens the followed questions in the ledger's file. Throws UserError when it cannot be used. */
export function openFollows(file: string, now: () => number = Date.now): Follows {
  const database = openDatabase({ file, schema: ledgerSchema, busyTimeoutMs: busyMs })
  database.pragma('secure_delete = ON')
  const all = database.prepare<[], Row>(
    'SELECT key, question, target, language, revision, known FROM follows ORDER BY key',
  )
  const insert = database.prepare<[string, string, string | null, number, string]>(
    'INSERT INTO follows (question, target, language, revision, known) VALUES (?, ?, ?, ?, ?)',
  )
  const remove = database.prepare<[number]>('DELETE FROM follows WHERE key = ?')
  const move = database.prepare<[number, string, number, number]>(
    'UPDATE follows SET revision = ?, known = ? WHERE key = ? AND revision = ?',
  )
  const insertNews = database.prepare<[number, string]>('INSERT INTO follow_news (follow_key, answer) VALUES (?, ?)')
  const due = database.prepare<[number], NewsRow>(
    `SELECT n.key, f.question, f.target, n.answer FROM follow_news n JOIN follows f ON f.key = n.follow_key
     WHERE (n.taken_at IS NULL OR n.taken_at < ?) AND n.tries < ${mostTries} ORDER BY n.key`,
  )
  const takeOne = database.prepare<[number, number]>(
    'UPDATE follow_news SET taken_at = ?, tries = tries + 1 WHERE key = ?',
  )
  const settle = database.prepare<[number]>('DELETE FROM follow_news WHERE key = ?')
  const attempt = <Result>(work: () => Result) => retryWhileBusy(work, file, patienceMs)

  const advance = database.transaction((key: number, { from, to, known, news }: FollowStep): boolean => {
    if (move.run(to, JSON.stringify(known), key, from).changes === 0) return false
    if (news !== undefined) insertNews.run(key, JSON.stringify(news))
    return true
  })
  const take = database.transaction((isTarget: (target: string) => boolean): readonly FollowNews[] => {
    const time = now()
    const rows = due.all(time - leaseMs).filter(({ target }) => isTarget(target))
    for (const { key } of rows) takeOne.run(time, key)
    return rows.map(({ key, answer, ...news }) => ({
      id: key,
      ...news,
      answer: answerSchema.parse(JSON.parse(answer)),
    }))
  })

  return {
    add: (followed) =>
      attempt(() => {
        const { question, target, language, revision, known } = followed
        const { lastInsertRowid } = insert.run(question, target, language ?? null, revision, JSON.stringify(known))
        return { ...followed, id: idOf(Number(lastInsertRowid)) }
      }),
    list: () => attempt(() => all.all().map(toFollowed)),
    remove: (id) => attempt(() => remove.run(keyOf(id)).changes > 0),
    advance: (id, step) => attempt(() => advance.immediate(keyOf(id), step)),
    take: (isTarget) => attempt(() => take.immediate(isTarget)),
    settle: (newsId) =>
      attempt(() => {
        settle.run(newsId)
      }),
    async close() {
      database.close()
    },
  }
}

function toFollowed({ key, question, target, language, revision, known }: Row): Followed {
  return {
    id: idOf(key),
    ...{ question, target, revision, known: words.parse(JSON.parse(known)) },
    ...(language !== null && { language }),
  }
}

function idOf(key: number): string {
  return `f${key}`
}

/** No row has key 0. */
function keyOf(id: string): number {
  return Number(/^f([1-9]\d{0,14})$/.exec(id)?.[1] ?? 0)
}
