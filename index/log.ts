/** The part of a logger that the index uses; pino's fits. */
export type Log = {
  info(fields: Readonly<Record<string, unknown>>, message: string): void
  warn(fields: Readonly<Record<string, unknown>>, message: string): void
}

export const silentLog: Log = { info: () => undefined, warn: () => undefined }
