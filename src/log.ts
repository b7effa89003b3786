/** One logger, to standard error, with secrets taken out of whatever passes. */
import { type Logger, pino } from 'pino'

export type Log = Logger

const hidden = '[hidden]'
/** Shorter values are too likely to be ordinary words. */
const shortestSecret = 6

/** Takes secrets out of a text, wherever they stand: in the URL of an error, or escaped within JSON. */
export type Redact = (text: string) => string

export function createRedaction(secrets: readonly string[]): Redact {
  const written = secrets
    .map((secret) => secret.trim())
    .filter((secret) => secret.length >= shortestSecret)
    .flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)])
  return (text) => written.reduce((rest, secret) => rest.replaceAll(secret, hidden), text)
}

/**
 * @param level a pino level.
 * @param redact takes out what must never be written.
 */
export function createLog(level: string, redact: Redact): Log {
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    { write: (line: string) => process.stderr.write(redact(line)) },
  )
}
