/** Buttons, menus and the layout components of messages. */
import type { Form, Json, Path } from '../api-error.ts'
import { componentTypes as kinds, limits } from '../protocol.ts'
import { checkAddress, checkChoice, checkFlag, checkInteger, checkList, checkText, isObject } from './values.ts'

const selects: readonly number[] = [3, 5, 6, 7, 8]
const layouts: readonly number[] = [kinds.section, kinds.textDisplay, kinds.mediaGallery, kinds.file, kinds.separator]

type Count = { components: number; textCharacters: number; readonly customIds: Set<string> }

/** Refuses what Discord refuses; returns whether there is anything to show. `layout`: the flag IS_COMPONENTS_V2 is set. */
export function checkComponents(form: Form, value: unknown, layout: boolean): boolean {
  const most = layout ? limits.components : limits.rows
  const count: Count = { components: 0, textCharacters: 0, customIds: new Set() }
  const components = checkList(form, ['components'], value, most)
  const top = layout ? [kinds.row, kinds.container, ...layouts] : [kinds.row]
  for (const [number, component] of components.entries()) {
    checkComponent(form, ['components', number], component, top, count)
  }
  if (count.components > limits.components) {
    form.refuse(['components'], 'BASE_TYPE_BAD_LENGTH', `Must be between 1 and ${limits.components} in length.`)
  }
  if (count.textCharacters > limits.textDisplayCharactersTogether) {
    form.refuse(['components'], 'COMPONENT_MAX_TOTAL_SIZE_EXCEEDED', 'The text of all components is too long.')
  }
  return components.length > 0
}

function checkComponent(form: Form, path: Path, value: unknown, allowed: readonly number[], count: Count): void {
  count.components += 1
  if (!isObject(value)) {
    form.refuse(path, 'MODEL_TYPE_CONVERT', 'Only dictionaries may be used in a ModelType')
    return
  }
  const type = checkChoice(form, [...path, 'type'], value['type'], allowed)
  if (type === undefined) return
  if (type === kinds.row) checkRow(form, path, value, count)
  if (type === kinds.button) checkButton(form, path, value, count)
  if (selects.includes(type)) checkSelect(form, path, value, count)
  if (type === kinds.textDisplay) {
    const text = checkText(form, [...path, 'content'], value['content'], { most: 4_000, required: true })
    count.textCharacters += text.length
  }
  if (type === kinds.section) {
    checkEach(form, path, value, { most: 3, allowed: [kinds.textDisplay] }, count)
    checkComponent(form, [...path, 'accessory'], value['accessory'], [kinds.button, kinds.thumbnail], count)
  }
  if (type === kinds.container) checkEach(form, path, value, { most: 40, allowed: [kinds.row, ...layouts] }, count)
}

type Children = { readonly most: number; readonly allowed: readonly number[] }

function checkEach(form: Form, path: Path, parent: Json, { most, allowed }: Children, count: Count): void {
  const children = checkList(form, [...path, 'components'], parent['components'], most, 1)
  for (const [number, child] of children.entries()) {
    checkComponent(form, [...path, 'components', number], child, allowed, count)
  }
}

function checkRow(form: Form, path: Path, row: Json, count: Count): void {
  checkEach(form, path, row, { most: 5, allowed: [kinds.button, ...selects] }, count)
  const children = Array.isArray(row['components']) ? row['components'].filter(isObject) : []
  if (children.length > 1 && children.some((child) => selects.includes(Number(child['type'])))) {
    form.refuse(
      [...path, 'components'],
      'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
      'The specified component exceeds the maximum width',
    )
  }
}

function checkButton(form: Form, path: Path, button: Json, count: Count): void {
  const style = checkChoice(form, [...path, 'style'], button['style'], [1, 2, 3, 4, 5, 6])
  checkText(form, [...path, 'label'], button['label'], { most: 80 })
  checkFlag(form, [...path, 'disabled'], button['disabled'])
  if (!button['label'] && !button['emoji'] && style !== 6) {
    form.refuse(path, 'BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED', 'A button needs a label or an emoji')
  }
  if (style !== 5) {
    checkCustomId(form, path, button['custom_id'], count)
    return
  }
  if (button['custom_id'] !== undefined) {
    form.refuse(
      path,
      'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE',
      'A custom id and url cannot both be specified',
    )
  }
  checkText(form, [...path, 'url'], button['url'], { most: 512, required: true })
  checkAddress(form, [...path, 'url'], button['url'], ['http', 'https', 'discord'])
}

function checkSelect(form: Form, path: Path, select: Json, count: Count): void {
  checkCustomId(form, path, select['custom_id'], count)
  checkText(form, [...path, 'placeholder'], select['placeholder'], { most: 150 })
  checkInteger(form, [...path, 'min_values'], select['min_values'], 0, 25)
  const most = checkInteger(form, [...path, 'max_values'], select['max_values'], 1, 25) ?? 1
  if (select['type'] !== kinds.stringSelect) return
  const options = checkList(form, [...path, 'options'], select['options'], 25, 1)
  if (most > options.length) {
    form.refuse(
      [...path, 'max_values'],
      'NUMBER_TYPE_MAX',
      `int value should be less than or equal to ${options.length}.`,
    )
  }
  const values = new Set<unknown>()
  for (const [number, option] of options.entries()) {
    const place = [...path, 'options', number]
    const { label, value, description } = isObject(option) ? option : {}
    checkText(form, [...place, 'label'], label, { most: 100, required: true })
    checkText(form, [...place, 'value'], value, { most: 100, required: true })
    checkText(form, [...place, 'description'], description, { most: 100 })
    if (values.has(value)) {
      form.refuse(
        [...place, 'value'],
        'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
        'The specified option value is already used',
      )
    }
    values.add(value)
  }
}

export function checkCustomId(
  form: Form,
  path: Path,
  value: unknown,
  count: { readonly customIds: Set<string> },
): void {
  const customId = checkText(form, [...path, 'custom_id'], value, { least: 1, most: 100, required: true })
  if (customId !== '' && count.customIds.has(customId)) {
    form.refuse([...path, 'custom_id'], 'COMPONENT_CUSTOM_ID_DUPLICATED', 'Component custom id cannot be duplicated')
  }
  count.customIds.add(customId)
}
