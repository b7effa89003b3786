/** Where the program writes: data to standard output, everything else to standard error. */
import { once } from 'node:events'

/** What of the process the commands use. */
export type Output = {
  /** Colours on standard output: a terminal, and no NO_COLOR. */
  readonly colours: boolean
  /** Columns of standard output; without end where it is no terminal, so that whoever reads it gets whole lines. */
  readonly width: number
  /** Data; waits for a slow reader. A line end is added. */
  print(text: string): Promise<void>
  /** A remark for the person. A line end is added. */
  note(text: string): void
}

/** Lines as wide as a large screen are hard to read. */
const widestLine = 100

export function createOutput(): Output {
  const { stdout, stderr, env } = process
  const columns = stdout.columns ?? (Number(env['COLUMNS']) || Number.POSITIVE_INFINITY)
  return {
    colours: stdout.isTTY === true && !env['NO_COLOR'] && env['TERM'] !== 'dumb',
    width: stdout.isTTY ? Math.min(columns, widestLine) : columns,
    async print(text) {
      if (!stdout.write(`${text}\n`)) await once(stdout, 'drain')
    },
    note(text) {
      stderr.write(`${text}\n`)
    },
  }
}
