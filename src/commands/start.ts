/** Without a command: brings the sources up to date, then talks to whoever is there. */
import { toPrintableLine } from '../../adapters/terminal/printable.ts'
import type { Desk } from '../desk/types.ts'
import { ModelMismatchError, UserError } from '../errors.ts'
import { answerLines } from './answer-lines.ts'
import { bringUpToDate } from './corpus/bring-up-to-date.ts'
import { deepenInBackground } from './corpus/deepen.ts'
import { reportUpdate } from './corpus/report-update.ts'
import { describeChoice, heldChoice } from './corpus/set-back.ts'
import { postNews } from './follow-news.ts'
import { finishBeforeLeaving } from './leave.ts'
import { openDesk } from './open-desk.ts'
import type { Parts } from './parts.ts'
import { dropOldAnswers } from './record.ts'
import { type PlatformEntry, startPlatforms, wantedPlatforms } from './start-platforms.ts'
import { startTerminal } from './start-terminal.ts'
import { sweepEarlier } from './sweep-earlier.ts'

const done = 0
const failed = 1

/**
 * @param platforms those that have a token.
 * @returns the exit status.
 * @throws UserError when nothing can be answered from, or when the only platform does not start.
 */
export async function runStart(parts: Parts, platforms = wantedPlatforms(parts.settings)): Promise<number> {
  sweepEarlier()
  await refreshCorpus(parts)
  const stopDropping = await dropOldAnswers(parts)
  const deepening = deepenInBackground(parts)
  const isTerminal = process.stdin.isTTY === true
  try {
    const desk = await openDesk(parts)
    if (platforms.length > 0) return await runPlatforms(parts, desk, platforms, isTerminal)
    return isTerminal ? await startTerminal(parts, desk) : await answerLines(parts, desk)
  } finally {
    stopDropping()
    await deepening.stop()
  }
}

/** Runs until the program is told to end, a platform cannot go on, or the person at the terminal leaves. */
async function runPlatforms(
  parts: Parts,
  desk: Desk,
  entries: readonly PlatformEntry[],
  isTerminal: boolean,
): Promise<number> {
  let end: (status: number) => void = () => undefined
  const ended = new Promise<number>((resolve) => {
    end = resolve
  })
  const onDead = (reason: string) => {
    parts.output.note(toPrintableLine(parts.redact(`sourcier: a platform cannot go on, so it ends: ${reason}`)))
    end(failed)
  }
  const takeBack = finishBeforeLeaving(() => end(done))
  // The libraries leave promises unwatched: a malformed event from a gateway is no reason to end for everybody.
  const survive = (error: unknown) => parts.log.error({ err: error }, 'a promise that nobody watches failed')
  process.on('unhandledRejection', survive)
  // Nothing else may keep the process running while the platforms' own sockets are down.
  const alive = setInterval(() => undefined, 60_000)
  const running = startPlatforms(parts, desk, { entries, alone: !isTerminal, onDead })
  const stopNews = postNews(parts, running.platforms)
  try {
    const titles = await Promise.race([running.started, ended.then(() => [])])
    if (titles.length > 0) parts.output.note(`Answering on ${titles.join(' and ')}.`)
    // Standard input without a terminal may be anything, also closed: nobody asks there while platforms run.
    return await (isTerminal ? startTerminal(parts, desk, ended) : ended)
  } finally {
    await stopNews()
    await running.stop()
    clearInterval(alive)
    takeBack()
    process.off('unhandledRejection', survive)
  }
}

/** An index that is there goes on serving when its sources cannot be read as a whole. */
async function refreshCorpus(parts: Parts): Promise<void> {
  const current = parts.hasCorpus() ? await (await parts.corpus()).index.revision() : undefined
  const held = heldChoice(current)
  if (held !== undefined) return parts.output.note(describeChoice(held))
  if (current !== undefined && /^restore\b/.test(current.note)) {
    parts.output.note(`The corpus was set back by hand (${current.note}); "sourcier index" brings it up to date again.`)
    return
  }
  try {
    reportUpdate(parts, await bringUpToDate(parts))
  } catch (error) {
    if (current === undefined || error instanceof ModelMismatchError || !(error instanceof UserError)) throw error
    parts.output.note(`The articles were not brought up to date: ${error.message}`)
  }
}
