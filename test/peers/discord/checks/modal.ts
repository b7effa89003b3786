import type { Form, Json, Path } from '../api-error.ts'
import { componentTypes as kinds } from '../protocol.ts'
import { checkCustomId } from './components.ts'
import { checkChoice, checkFlag, checkInteger, checkList, checkText, isObject } from './values.ts'

/** Refuses what Discord refuses of a form shown over the conversation. */
export function checkModal(form: Form, modal: Json): void {
  const ids = { customIds: new Set<string>() }
  const path: Path = ['data']
  checkText(form, [...path, 'custom_id'], modal['custom_id'], { least: 1, most: 100, required: true })
  checkText(form, [...path, 'title'], modal['title'], { least: 1, most: 45, required: true })
  for (const [number, part] of checkList(form, [...path, 'components'], modal['components'], 5, 1).entries()) {
    const place = [...path, 'components', number]
    const component = isObject(part) ? part : {}
    const type = checkChoice(form, [...place, 'type'], component['type'], [kinds.row, kinds.textDisplay, kinds.label])
    if (type === kinds.row) {
      const inputs = checkList(form, [...place, 'components'], component['components'], 1, 1)
      checkInput(form, [...place, 'components', 0], inputs[0], true, ids)
    }
    if (type === kinds.label) {
      checkText(form, [...place, 'label'], component['label'], { least: 1, most: 45, required: true })
      checkText(form, [...place, 'description'], component['description'], { most: 100 })
      checkInput(form, [...place, 'component'], component['component'], false, ids)
    }
  }
}

type Ids = { readonly customIds: Set<string> }

function checkInput(form: Form, path: Path, value: unknown, labelled: boolean, ids: Ids): void {
  const input = isObject(value) ? value : {}
  const types = labelled ? [kinds.textInput] : [kinds.textInput, kinds.stringSelect, kinds.userSelect]
  const type = checkChoice(form, [...path, 'type'], input['type'], types)
  checkCustomId(form, path, input['custom_id'], ids)
  if (type !== kinds.textInput) return
  checkChoice(form, [...path, 'style'], input['style'], [1, 2])
  if (labelled) checkText(form, [...path, 'label'], input['label'], { least: 1, most: 45, required: true })
  checkText(form, [...path, 'placeholder'], input['placeholder'], { most: 100 })
  checkText(form, [...path, 'value'], input['value'], { most: 4_000 })
  checkInteger(form, [...path, 'min_length'], input['min_length'], 0, 4_000)
  checkInteger(form, [...path, 'max_length'], input['max_length'], 1, 4_000)
  checkFlag(form, [...path, 'required'], input['required'])
}
