import { createReadStream } from 'node:fs'
import type { z } from 'zod'
import { UserError } from '../errors.ts'

/** A line of a file and its number, from 1. */
export type NumberedLine<T> = { readonly line: number; readonly value: T }

/**
 * Reads a file of one JSON object a line; empty lines count but hold nothing.
 * @throws UserError when the file cannot be read, holds nothing, or a line is not as it must be, with the line's number.
 */
export async function readJsonLines<T>(
  file: string,
  schema: z.ZodType<T>,
  field = 'question',
): Promise<readonly NumberedLine<T>[]> {
  const text = decode(file, await readBytes(file, field))
  const values = text.split(/\r?\n/).flatMap((raw, position): NumberedLine<T>[] => {
    if (raw.trim() === '') return []
    return [{ line: position + 1, value: parseLine(raw, schema, `${file}, line ${position + 1}`, field) }]
  })
  if (values.length === 0) throw new UserError(`${file} holds no ${field}`)
  return values
}

/** Bytes: a hundred thousand long questions. A pipe may have no end. */
const largestBatch = 50 * 1024 * 1024

async function readBytes(file: string, field: string): Promise<Uint8Array> {
  try {
    const chunks: Buffer[] = []
    let length = 0
    for await (const chunk of createReadStream(file)) {
      if (!(chunk instanceof Buffer)) continue
      length += chunk.length
      if (length > largestBatch) throw new UserError(`${file} is longer than 50 MB, or has no end: give it in parts`)
      chunks.push(chunk)
    }
    return Buffer.concat(chunks)
  } catch (error) {
    if (error instanceof UserError) throw error
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new UserError(`there is no file "${file}": check the path`)
    if (code === 'EISDIR') throw new UserError(`"${file}" is a folder: give a file of one ${field} a line`)
    throw new UserError(`"${file}" cannot be read (${code}): check its permissions`, { cause: error })
  }
}

function decode(file: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new UserError(`${file} is not text in UTF-8`)
  }
}

function parseLine<T>(raw: string, schema: z.ZodType<T>, where: string, field: string): T {
  const parsed = schema.safeParse(parseJson(raw, where, field))
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const named = issue?.path.join('.') ?? ''
  throw new UserError(`${where}: ${named === '' ? '' : `"${named}" `}${issue?.message ?? 'is not as it must be'}`)
}

function parseJson(raw: string, where: string, field: string): unknown {
  try {
    return JSON.parse(raw)
  } catch {
    throw new UserError(`${where}: is not JSON; each line must be {"id": "…", "${field}": "…"}`)
  }
}
