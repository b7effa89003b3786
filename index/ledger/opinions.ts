import type Database from 'better-sqlite3'
import type { Feedback, FeedbackKind } from '../../src/desk/types.ts'
import type { Doubt, Unanswered } from '../../src/ports/ledger.ts'

const kinds: readonly FeedbackKind[] = ['useful', 'wrong', 'does-not-say']

type UnansweredRow = Omit<Unanswered, 'doubts'> & { readonly id: string }
type DoubtRow = Pick<Doubt, 'kind' | 'at'> & { readonly citation: number | null; readonly note: string | null }
type KindRow = { readonly kind: string; readonly opinions: number }

/** Somebody says that the answer is not right. */
const IS_WRONG = `EXISTS (SELECT 1 FROM feedback WHERE feedback.answer = answers.id AND feedback.kind <> 'useful')`
/** A notice instead of an answer (a greeting, a task, a third language): the corpus was not asked. */
const IS_NOTICE = `status = 'not-found' AND json_extract(answer, '$.notice') IS NOT NULL`

/** Opinions on answers, and what they and the answers say is missing. Synchronous: the store tries again when busy. */
export function createOpinions(database: Database.Database, count: (name: string) => void) {
  const save = database.prepare<[string, string, number | null, string | null, string, string]>(
    `INSERT INTO feedback (answer, asker, kind, citation, note, at)
     SELECT id, ?, ?, ?, ?, ? FROM answers WHERE id = ?
     ON CONFLICT (answer, asker) DO UPDATE
     SET kind = excluded.kind, citation = excluded.citation, note = excluded.note, at = excluded.at`,
  )
  const forget = database.prepare<[string]>('DELETE FROM feedback WHERE asker = ?')
  const dropBefore = database.prepare<[string]>('DELETE FROM feedback WHERE at < ?')
  const byKind = database.prepare<[], KindRow>('SELECT kind, count(*) AS opinions FROM feedback GROUP BY kind')
  const unanswered = database.prepare<{ readonly group: string | null; readonly limit: number }, UnansweredRow>(
    `SELECT id, question, asked_at AS askedAt, CASE WHEN ${IS_WRONG} THEN 'wrong' ELSE status END AS status
     FROM answers
     WHERE (@group IS NULL OR place = @group) AND ((status <> 'answered' AND NOT (${IS_NOTICE})) OR ${IS_WRONG})
     ORDER BY asked_at DESC, rowid DESC LIMIT @limit`,
  )
  const doubtsOf = database.prepare<[string], DoubtRow>(
    `SELECT kind, citation, note, at FROM feedback WHERE answer = ? AND kind <> 'useful' ORDER BY at DESC, rowid DESC`,
  )
  const list = database.transaction((limit: number, group?: string) =>
    unanswered.all({ limit, group: group ?? null }).map(({ id, ...row }): Unanswered => {
      return { ...row, doubts: row.status === 'wrong' ? doubtsOf.all(id).map(readDoubt) : [] }
    }),
  )
  // Nothing but a number is left of an opinion on an answer that is not kept.
  const saveOrCount = database.transaction(({ answerId, asker, kind, citation, note }: Feedback, at: string) => {
    const { changes } = save.run(asker, kind, citation ?? null, note ?? null, at, answerId)
    if (changes === 0) count(nameOfCount(kind))
  })

  return {
    save: (feedback: Feedback, at: string): void => saveOrCount.immediate(feedback, at),
    unanswered: (limit: number, group?: string): readonly Unanswered[] => list(Math.max(0, Math.floor(limit)), group),
    forget: (asker: string): number => forget.run(asker).changes,
    dropBefore: (moment: string): number => dropBefore.run(moment).changes,
    counts(counted: (name: string) => number): Readonly<Partial<Record<FeedbackKind, number>>> {
      const rows = byKind.all()
      const kept = (kind: FeedbackKind) => rows.find((row) => row.kind === kind)?.opinions ?? 0
      const all = kinds.map((kind) => [kind, kept(kind) + counted(nameOfCount(kind))] as const)
      return Object.fromEntries(all.filter(([, opinions]) => opinions > 0))
    },
  }
}

function readDoubt({ kind, citation, note, at }: DoubtRow): Doubt {
  return { kind, at, ...(citation !== null && { citation }), ...(note !== null && { note }) }
}

function nameOfCount(kind: FeedbackKind): string {
  return `feedback ${kind}`
}
