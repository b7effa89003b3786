/** `follow`: questions that are asked again after every run, and whose news are told where it is wanted. */
import { toPrintableLine } from '../../adapters/terminal/printable.ts'
import { ask } from '../ask.ts'
import { UserError } from '../errors.ts'
import { lookAgain } from '../follow/look-again.ts'
import type { Language } from '../types.ts'
import { ensureIndex } from './corpus/ensure-index.ts'
import type { Parts } from './parts.ts'

export type FollowFlags = { readonly to: string; readonly lang?: Language; readonly json?: boolean }

/** What can be reached: a channel of Discord, a chat of Telegram (groups are negative), or the run's own output. */
const target = /^(?:discord:\d{15,20}|telegram:-?\d{1,20}|stdout)$/

/** @throws UserError for an empty question or a target that is none; then nothing is kept. */
export async function runFollowAdd(parts: Parts, words: readonly string[], flags: FollowFlags): Promise<void> {
  if (!target.test(flags.to)) {
    throw new UserError(`"${flags.to}" is no place to tell: --to discord:CHANNEL, telegram:CHAT or stdout`)
  }
  const question = words.join(' ')
  await ensureIndex(parts)
  const language = flags.lang
  const answer = await ask(await parts.askParts(), question, {
    private: true,
    ...(language !== undefined && { language }),
  })
  const followed = await (await parts.follows()).add({
    question,
    target: flags.to,
    revision: answer.corpus.revision,
    known: lookAgain({ known: [] }, answer).known,
    ...(language !== undefined && { language }),
  })
  await parts.output.print(
    flags.json === true
      ? JSON.stringify(followed)
      : toPrintableLine(`${followed.id}: followed from revision ${followed.revision} on, told to ${followed.target}.`),
  )
}

export async function runFollowList(parts: Parts, { json = false }: { readonly json?: boolean }): Promise<void> {
  const all = await (await parts.follows()).list()
  if (json) return await parts.output.print(JSON.stringify(all, undefined, 2))
  if (all.length === 0) await parts.output.print('No question is followed: sourcier follow add "…" --to stdout')
  for (const { id, question, target: to, revision } of all) {
    await parts.output.print(toPrintableLine(`${id}  ${to}  up to revision ${revision}  ${question}`))
  }
}

/** @throws UserError when no question has this id. */
export async function runFollowRemove(parts: Parts, id: string): Promise<void> {
  if (!(await (await parts.follows()).remove(id))) {
    throw new UserError(`no followed question is "${id}": "sourcier follow list" lists them`)
  }
  await parts.output.print(`${id} is not followed any more.`)
}
