import { renameSync, rmSync, writeFileSync } from 'node:fs'

/**
 * Puts a text in the place of a file, whole or not at all, also where the machine stops in between. Throws what the disk
 * throws; then the file is as it was, and nothing is left of the attempt.
 */
export function replaceFile(file: string, text: string): void {
  const aside = `${file}.${process.pid}.tmp`
  try {
    writeFileSync(aside, text, { flush: true })
    renameSync(aside, file)
  } catch (error) {
    rmSync(aside, { force: true })
    throw error
  }
}
