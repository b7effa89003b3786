/** Checks of single values, with Discord's words for what is wrong. */
import type { Form, Json, Path } from '../api-error.ts'

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

type TextLimits = { readonly least?: number; readonly most: number; readonly required?: boolean }

/** Characters are UTF-16 units here: never laxer than Discord, whichever it counts. Returns the text when it is one. */
export function checkText(form: Form, path: Path, value: unknown, { least = 0, most, required }: TextLimits): string {
  if (value === undefined || value === null || (typeof value === 'string' && value.trim() === '' && required)) {
    if (required) form.refuse(path, 'BASE_TYPE_REQUIRED', 'This field is required')
    return ''
  }
  if (typeof value !== 'string') {
    form.refuse(path, 'STRING_TYPE_CONVERT', `Could not interpret "${JSON.stringify(value)}" as string.`)
    return ''
  }
  if (/[\ud800-\udfff]/u.test(value)) form.refuse(path, 'STRING_TYPE_CONVERT', 'The text has half a surrogate pair.')
  if (value.length > most) form.refuse(path, 'BASE_TYPE_MAX_LENGTH', `Must be ${most} or fewer in length.`)
  if (value.length < least) {
    form.refuse(path, 'BASE_TYPE_BAD_LENGTH', `Must be between ${least} and ${most} in length.`)
  }
  return value
}

export function checkInteger(form: Form, path: Path, value: unknown, least: number, most: number): number | undefined {
  if (value === undefined || value === null) return undefined
  if (typeof value !== 'number' || !Number.isInteger(value)) {
    form.refuse(path, 'NUMBER_TYPE_COERCE', `Value "${JSON.stringify(value)}" is not int.`)
    return undefined
  }
  if (value < least) form.refuse(path, 'NUMBER_TYPE_MIN', `int value should be greater than or equal to ${least}.`)
  if (value > most) form.refuse(path, 'NUMBER_TYPE_MAX', `int value should be less than or equal to ${most}.`)
  return value
}

export function checkChoice(form: Form, path: Path, value: unknown, known: readonly number[]): number | undefined {
  if (typeof value === 'number' && known.includes(value)) return value
  form.refuse(path, 'BASE_TYPE_CHOICES', `Value must be one of {${known.join(', ')}}.`)
  return undefined
}

/** Returns the entries of a list that is not too long; other things are refused. */
export function checkList(form: Form, path: Path, value: unknown, most: number, least = 0): readonly unknown[] {
  if (value === undefined || value === null) {
    if (least > 0) form.refuse(path, 'BASE_TYPE_REQUIRED', 'This field is required')
    return []
  }
  if (!Array.isArray(value)) {
    form.refuse(path, 'LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType')
    return []
  }
  if (value.length < least || value.length > most) {
    form.refuse(path, 'BASE_TYPE_BAD_LENGTH', `Must be between ${least} and ${most} in length.`)
  }
  return value
}

export function checkFlag(form: Form, path: Path, value: unknown): boolean {
  if (value === undefined || value === null) return false
  if (typeof value !== 'boolean') {
    form.refuse(path, 'BOOLEAN_TYPE_CONVERT', 'Must be either true or false.')
    return false
  }
  return value
}

export function checkAddress(form: Form, path: Path, value: unknown, schemes: readonly string[] = ['http', 'https']) {
  if (value === undefined || value === null) return
  const address = checkText(form, path, value, { most: 2_048 })
  if (address === '') return
  const parsed = URL.canParse(address) ? new URL(address) : undefined
  if (parsed === undefined) return form.refuse(path, 'URL_TYPE_INVALID_URL', 'Not a well formed URL.')
  if (schemes.includes(parsed.protocol.slice(0, -1))) return
  const known = schemes.map((scheme) => `'${scheme}'`).join(', ')
  form.refuse(
    path,
    'URL_TYPE_INVALID_SCHEME',
    `Scheme "${parsed.protocol.slice(0, -1)}" is not supported. Scheme must be one of (${known}).`,
  )
}

export function checkSnowflake(form: Form, path: Path, value: unknown): void {
  if (typeof value === 'string' && /^\d{17,20}$/.test(value)) return
  form.refuse(path, 'NUMBER_TYPE_COERCE', `Value "${String(value)}" is not snowflake.`)
}
