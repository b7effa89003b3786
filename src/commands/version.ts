import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { findHome } from '../home.ts'

/** The version in package.json. */
export function readVersion(): string {
  const json: unknown = JSON.parse(readFileSync(join(findHome(), 'package.json'), 'utf8'))
  return z.object({ version: z.string() }).parse(json).version
}
