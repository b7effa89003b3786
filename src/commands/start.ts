/** Without a command: brings the sources up to date, then talks to whoever is there. */
import { createInterface } from 'node:readline'
import { renderAnswer } from '../../adapters/terminal/render-answer.ts'
import { ask } from '../ask.ts'
import { ModelMismatchError, UserError } from '../errors.ts'
import { bringUpToDate } from './corpus/bring-up-to-date.ts'
import { reportUpdate } from './corpus/report-update.ts'
import { isKept } from './is-kept.ts'
import type { Parts } from './parts.ts'
import { dropOldAnswers, recordAnswer } from './record.ts'
import { startTerminal } from './start-terminal.ts'
import { sweepEarlier } from './sweep-earlier.ts'

/** @returns the exit status. */
export async function runStart(parts: Parts): Promise<number> {
  announcePlatforms(parts)
  sweepEarlier()
  await refreshCorpus(parts)
  const stopDropping = await dropOldAnswers(parts)
  try {
    return process.stdin.isTTY === true ? await startTerminal(parts) : await answerLines(parts)
  } finally {
    stopDropping()
  }
}

function announcePlatforms({ settings, output }: Parts): void {
  const named = [settings.discord.token && 'Discord', settings.telegram.token && 'Telegram'].filter(Boolean)
  if (named.length === 0) return
  output.note(`A token for ${named.join(' and ')} is set, but this version speaks in the terminal only.`)
}

/** An index that is there goes on serving when its sources cannot be read as a whole. */
async function refreshCorpus(parts: Parts): Promise<void> {
  const current = parts.hasCorpus() ? await (await parts.corpus()).index.revision() : undefined
  if (current?.note.startsWith('rollback') === true) {
    parts.output.note(`The corpus was rolled back (${current.note}); "sourcier index" brings it up to date again.`)
    return
  }
  try {
    reportUpdate(parts, await bringUpToDate(parts))
  } catch (error) {
    if (current === undefined || error instanceof ModelMismatchError || !(error instanceof UserError)) throw error
    parts.output.note(`The articles were not brought up to date: ${error.message}`)
  }
}

/** Standard input is no terminal: one question a line until it ends. A question that is refused does not stop the rest. */
async function answerLines(parts: Parts): Promise<number> {
  const { colours, width, print, note } = parts.output
  let status = 0
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === '') continue
    try {
      const answer = await ask(await parts.askParts(), line, { private: parts.settings.privateByDefault })
      await print(renderAnswer(answer, { colours, width, explain: false, kept: isKept(parts, false) }))
      await recordAnswer(parts, answer, parts.settings.privateByDefault)
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      note(`sourcier: ${error.message}`)
      status = 2
    }
  }
  return status
}
