/** Reads the parameters of a call as Telegram does: numbers and flags may be written as text, lists and objects as JSON. */
import { badRequest } from './api-error.ts'

export type Payload = Readonly<Record<string, unknown>>

/** Half of a surrogate pair cannot be written in UTF-8, and Telegram's reader refuses the whole call for it. */
export function refuseBrokenText(value: unknown): void {
  if (typeof value === 'string') {
    if (!value.isWellFormed()) throw badRequest('strings must be encoded in UTF-8')
  } else if (Array.isArray(value)) {
    value.forEach(refuseBrokenText)
  } else if (typeof value === 'object' && value !== null) {
    Object.entries(value).flat().forEach(refuseBrokenText)
  }
}

export function textOf(payload: Payload, name: string): string | undefined {
  const value = payload[name]
  if (value === undefined || value === null) return undefined
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  throw badRequest(`field "${name}" must be of type String`)
}

export function numberOf(payload: Payload, name: string): number | undefined {
  const value = payload[name]
  if (value === undefined || value === null || value === '') return undefined
  const number = typeof value === 'string' ? Number(value) : value
  if (typeof number !== 'number' || !Number.isSafeInteger(number)) {
    throw badRequest(`field "${name}" must be of type Number`)
  }
  return number
}

export function flagOf(payload: Payload, name: string): boolean {
  const value = payload[name]
  return value === true || value === 'true' || value === 'True' || value === '1' || value === 1
}

export function objectOf(payload: Payload, name: string): Payload | undefined {
  const value = decoded(payload, name)
  if (value === undefined || value === null) return undefined
  if (typeof value !== 'object' || Array.isArray(value)) throw badRequest(`object expected as ${name}`)
  return value as Payload
}

export function listOf(payload: Payload, name: string): readonly unknown[] | undefined {
  const value = decoded(payload, name)
  if (value === undefined || value === null) return undefined
  if (!Array.isArray(value)) throw badRequest(`expected an Array of ${name}`)
  return value
}

export function isPayload(value: unknown): value is Payload {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function decoded(payload: Payload, name: string): unknown {
  const value = payload[name]
  if (typeof value !== 'string') return value
  try {
    return value === '' ? undefined : JSON.parse(value)
  } catch {
    throw badRequest(`can't parse ${name} JSON object`)
  }
}
