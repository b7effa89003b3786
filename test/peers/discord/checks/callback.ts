import { ApiError, createForm, type Json } from '../api-error.ts'
import { callbackTypes, interactionTypes, limits } from '../protocol.ts'
import { checkMessage } from './message.ts'
import { checkModal } from './modal.ts'
import { checkChoice, checkList, checkText, isObject } from './values.ts'

const { message, deferredMessage, deferredUpdate, update, autocomplete, modal } = callbackTypes
/** Which answers each kind of interaction takes; a form that was sent off from a message may also change that message. */
const answersTo: Readonly<Record<number, readonly number[]>> = {
  [interactionTypes.command]: [message, deferredMessage, modal],
  [interactionTypes.component]: [message, deferredMessage, deferredUpdate, update, modal],
  [interactionTypes.autocomplete]: [autocomplete],
  [interactionTypes.modalSubmit]: [message, deferredMessage, deferredUpdate, update],
}

/** @throws ApiError where Discord would refuse this first answer to an interaction of this type. */
export function checkCallback(interactionType: number, body: Json, files: number): void {
  const form = createForm()
  const type = checkChoice(form, ['type'], body['type'], answersTo[interactionType] ?? [])
  form.finish()
  const data = isObject(body['data']) ? body['data'] : {}
  if (type === message) nested(() => checkMessage(data, { files }))
  if (type === update) nested(() => checkMessage(data, { files, edit: true }))
  if (type === modal) checkModal(form, data)
  if (type === autocomplete) {
    const choices = checkList(form, ['data', 'choices'], data['choices'], limits.choices)
    if (!Array.isArray(data['choices']))
      form.refuse(['data', 'choices'], 'BASE_TYPE_REQUIRED', 'This field is required')
    for (const [number, choice] of choices.entries()) {
      const { name, value } = isObject(choice) ? choice : {}
      checkText(form, ['data', 'choices', number, 'name'], name, { least: 1, most: 100, required: true })
      if (typeof value === 'number') continue
      checkText(form, ['data', 'choices', number, 'value'], value, { least: 1, most: 100, required: true })
    }
  }
  form.finish()
}

/** What is wrong with a message within a callback is named under `data`. */
function nested(check: () => void): void {
  try {
    check()
  } catch (error) {
    if (!(error instanceof ApiError) || error.errors === undefined) throw error
    throw new ApiError(error.status, error.code, error.message, { data: error.errors })
  }
}
