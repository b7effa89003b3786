/** Runs the command line and turns whatever happens into one line and an exit status. */
import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { CommanderError } from 'commander'
import { toPrintableLine } from '../../adapters/terminal/printable.ts'
import { FileError, UserError } from '../errors.ts'
import { createParts, type Parts } from './parts.ts'
import { createProgram } from './program.ts'

const done = 0
const failed = 1
const wrongUse = 2

/** The parts of the command that runs: its log takes secrets out. */
let opened: Parts | undefined

/** @param words the command line without the program. */
export async function run(words: readonly string[]): Promise<number> {
  let status: number = done
  const program = createProgram(async (command) => {
    loadEnvironmentFile()
    const parts = createParts(process.env)
    opened = parts
    try {
      status = await command(parts)
    } finally {
      await parts.close()
    }
  }, words.length === 0)
  try {
    await program.parseAsync(words, { from: 'user' })
    return status
  } catch (error) {
    return explainFault(error)
  }
}

/** One line for the person; the cause of a fault of ours goes to the log. */
export function explainFault(error: unknown): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return done
    say(error.code === 'commander.help' ? 'name a command: "sourcier --help" lists them' : error.message)
    return wrongUse
  }
  if (error instanceof UserError) {
    opened?.log.debug({ err: error }, 'refused')
    say(error.message)
    return isOwnFile(error) ? failed : wrongUse
  }
  opened?.log.error({ err: error }, 'the command failed')
  say(`something went wrong: ${error instanceof Error ? error.message : String(error)}`)
  return failed
}

/** What is wrong with a file of the data folder is no wrong use; with one that a person named, it is. */
function isOwnFile(error: UserError): boolean {
  return error instanceof FileError && opened !== undefined && dirname(error.file) === opened.dataFolder
}

/** Commander begins with "error: " and puts its suggestion on a line of its own. */
function say(message: string): void {
  const shown = opened === undefined ? message : opened.redact(message)
  process.stderr.write(`sourcier: ${toPrintableLine(shown.replace(/^error: /, ''))}\n`)
}

function loadEnvironmentFile(): void {
  const file = '.env'
  if (!existsSync(file)) return
  try {
    process.loadEnvFile(file)
  } catch (error) {
    throw new UserError(`${file} cannot be read: check its permissions`, { cause: error })
  }
}
