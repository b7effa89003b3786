/** Definitions of application commands. */
import { createForm, type Form, type Json, type Path } from '../api-error.ts'
import { limits, locales } from '../protocol.ts'
import { checkChoice, checkFlag, checkInteger, checkList, checkText, isObject } from './values.ts'

const slashName = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u
const most = { 1: 100, 2: 15, 3: 15 } as const

/** @throws ApiError 50035 where Discord refuses the definitions. */
export function checkCommands(value: unknown): asserts value is Json[] {
  const form = createForm()
  const seen = new Set<string>()
  for (const [number, entry] of checkList(form, [], value, 130).entries()) {
    const command = isObject(entry) ? entry : {}
    checkCommand(form, [number], command)
    const key = `${String(command['type'] ?? 1)} ${String(command['name'])}`
    if (seen.has(key))
      form.refuse([number], 'APPLICATION_COMMANDS_DUPLICATE_NAME', 'Application command names must be unique')
    seen.add(key)
  }
  for (const [type, limit] of Object.entries(most)) {
    const count = [...seen].filter((key) => key.startsWith(`${type} `)).length
    if (count > limit) form.refuse([], 'BASE_TYPE_BAD_LENGTH', `At most ${limit} commands of type ${type}.`)
  }
  form.finish()
}

function checkCommand(form: Form, path: Path, command: Json): void {
  const type = checkChoice(form, [...path, 'type'], command['type'] ?? 1, [1, 2, 3])
  checkName(form, path, command, type === 1)
  if (type === 1) {
    checkDescription(form, path, command)
    checkOptions(form, path, command, 0)
    if (countCharacters(command) > limits.commandCharactersTogether) {
      form.refuse(path, 'APPLICATION_COMMAND_TOO_LARGE', 'Command exceeds maximum size (8000)')
    }
  } else if (command['description'] || command['options']) {
    form.refuse(
      [...path, 'description'],
      'APPLICATION_COMMAND_DESCRIPTION_NOT_ALLOWED',
      'Context menu commands cannot have a description',
    )
  }
  const needed = command['default_member_permissions']
  if (needed !== undefined && needed !== null && !(typeof needed === 'string' && /^\d+$/.test(needed))) {
    form.refuse(
      [...path, 'default_member_permissions'],
      'INVALID_BITWISE_PERMISSION_FLAG',
      'Must be a bit set as a string.',
    )
  }
  for (const [list, known] of [
    ['contexts', [0, 1, 2]],
    ['integration_types', [0, 1]],
  ] as const) {
    for (const [number, entry] of checkList(form, [...path, list], command[list], known.length).entries()) {
      checkChoice(form, [...path, list, number], entry, known)
    }
  }
}

function checkOptions(form: Form, path: Path, parent: Json, depth: number): void {
  const options = checkList(form, [...path, 'options'], parent['options'], 25).map((entry) =>
    isObject(entry) ? entry : {},
  )
  const names = new Set<unknown>()
  let optionalSeen = false
  for (const [number, option] of options.entries()) {
    const place = [...path, 'options', number]
    const allowed =
      depth === 0
        ? [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]
        : depth === 1
          ? [1, 3, 4, 5, 6, 7, 8, 9, 10, 11]
          : [3, 4, 5, 6, 7, 8, 9, 10, 11]
    const type = checkChoice(form, [...place, 'type'], option['type'], allowed)
    checkName(form, place, option, true)
    checkDescription(form, place, option)
    if (names.has(option['name']))
      form.refuse(place, 'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS', 'Option name already exists')
    names.add(option['name'])
    if (type === 1 || type === 2) {
      checkOptions(form, place, option, type === 2 ? 1 : 2)
      continue
    }
    const required = checkFlag(form, [...place, 'required'], option['required'])
    if (required && optionalSeen) {
      form.refuse(
        place,
        'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
        'Required options must be placed before non-required options',
      )
    }
    optionalSeen ||= !required
    checkChoices(form, place, option)
    checkInteger(form, [...place, 'min_length'], option['min_length'], 0, 6_000)
    checkInteger(form, [...place, 'max_length'], option['max_length'], 1, 6_000)
  }
  const kinds = new Set(options.map((option) => option['type'] === 1 || option['type'] === 2))
  if (kinds.size > 1) {
    form.refuse(
      [...path, 'options'],
      'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
      'Sub-command and sub-command group option types are mutually exclusive to all other types',
    )
  }
}

function checkChoices(form: Form, path: Path, option: Json): void {
  const choices = checkList(form, [...path, 'choices'], option['choices'], limits.choices)
  if (checkFlag(form, [...path, 'autocomplete'], option['autocomplete']) && choices.length > 0) {
    form.refuse(path, 'APPLICATION_COMMAND_AUTOCOMPLETE_CHOICES', 'autocomplete and choices are mutually exclusive')
  }
  for (const [number, entry] of choices.entries()) {
    const choice = isObject(entry) ? entry : {}
    const place = [...path, 'choices', number]
    checkText(form, [...place, 'name'], choice['name'], { least: 1, most: 100, required: true })
    checkLocalised(form, [...place, 'name_localizations'], choice['name_localizations'], 100)
    if (typeof choice['value'] === 'number') continue
    checkText(form, [...place, 'value'], choice['value'], { least: 1, most: 100, required: true })
  }
}

function checkName(form: Form, path: Path, named: Json, slash: boolean): void {
  checkLocalised(
    form,
    [...path, 'name_localizations'],
    named['name_localizations'],
    32,
    slash ? isSlashName : undefined,
  )
  const name = checkText(form, [...path, 'name'], named['name'], { least: 1, most: 32, required: true })
  if (slash && name !== '' && !isSlashName(name)) {
    form.refuse([...path, 'name'], 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid')
  }
}

const isSlashName = (name: string): boolean => slashName.test(name) && name === name.toLowerCase()

function checkDescription(form: Form, path: Path, described: Json): void {
  checkText(form, [...path, 'description'], described['description'], { least: 1, most: 100, required: true })
  checkLocalised(form, [...path, 'description_localizations'], described['description_localizations'], 100)
}

function checkLocalised(
  form: Form,
  path: Path,
  value: unknown,
  longest: number,
  isRight?: (text: string) => boolean,
): void {
  if (!isObject(value)) return
  for (const [locale, text] of Object.entries(value)) {
    if (!locales.has(locale)) form.refuse([...path, locale], 'BASE_TYPE_CHOICES', `Unknown locale ${locale}.`)
    const words = checkText(form, [...path, locale], text, { least: 1, most: longest })
    if (isRight !== undefined && words !== '' && !isRight(words)) {
      form.refuse([...path, locale], 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid')
    }
  }
}

/** The longest translation of each text counts. */
function countCharacters(named: Json): number {
  const longest = (field: string) => {
    const texts = [
      named[field],
      ...Object.values(isObject(named[`${field}_localizations`]) ? (named[`${field}_localizations`] as Json) : {}),
    ]
    return Math.max(0, ...texts.map((text) => (typeof text === 'string' ? text.length : 0)))
  }
  const children = [named['options'], named['choices']].flatMap((list) =>
    Array.isArray(list) ? list.filter(isObject) : [],
  )
  const value = typeof named['value'] === 'string' ? named['value'].length : 0
  return (
    longest('name') + longest('description') + value + children.reduce((sum, child) => sum + countCharacters(child), 0)
  )
}
