/** Standard input is no terminal: one question a line until it ends. */
import { renderAnswer } from '../../adapters/terminal/render-answer.ts'
import { isKept } from '../desk/is-kept.ts'
import type { Desk } from '../desk/types.ts'
import { UserError } from '../errors.ts'
import { boundedLines } from './bounded-lines.ts'
import type { Parts } from './parts.ts'
import { terminalAsker } from './record.ts'

/** UTF-16 units; what is longer is no question, and may have no end. */
const longestLine = 1_000_000
/** A command of the chat: whoever pipes `/forget` does not mean to ask what it is. */
const chatCommand = /^\s*(\/[\p{L}_-]+)(?:\s|$)/u

/**
 * Each question stands for itself. One that is refused does not stop the rest.
 * @returns the exit status.
 */
export async function answerLines({ settings, output }: Parts, desk: Desk): Promise<number> {
  const { colours, width, print, note } = output
  const kept = isKept(settings, false)
  let status = 0
  for await (const line of boundedLines(process.stdin, longestLine)) {
    if (line.trim() === '') continue
    try {
      refuseCommand(line)
      const answer = await desk.ask({ text: line, asker: terminalAsker })
      await print(renderAnswer(answer, { colours, width, explain: false, kept }))
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      note(`sourcier: ${error.message}`)
      status = 2
    }
  }
  return status
}

function refuseCommand(line: string): void {
  const command = chatCommand.exec(line)?.[1]
  if (command === undefined) return
  throw new UserError(`${command} is a command of the chat, which needs a terminal: start "sourcier" in one`)
}
