import { UnreadableError } from '../decode.ts'

/** Why something could not be read, in one line. */
export function reasonOf(error: unknown): string {
  if (error instanceof UnreadableError) return error.message
  const message = error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'unknown fault'
  return `it could not be read: ${message}`
}
