import { createForm, type Form, type Json, refusals } from '../api-error.ts'
import { limits, messageFlags } from '../protocol.ts'
import { checkComponents } from './components.ts'
import { checkEmbeds } from './embeds.ts'
import { checkChoice, checkFlag, checkInteger, checkList, checkSnowflake, checkText, isObject } from './values.ts'

type MessageUse = {
  /** An edit leaves what it does not name. */
  readonly edit?: boolean
  readonly files?: number
}

/** @throws ApiError as Discord answers: 50035 for anything over a limit or unknown, 50006 for an empty message. */
export function checkMessage(body: Json, { edit = false, files = 0 }: MessageUse = {}): void {
  const form = createForm()
  const flags = checkInteger(form, ['flags'], body['flags'], 0, 2 ** 31) ?? 0
  const layout = (flags & messageFlags.componentsV2) !== 0
  const content = checkText(form, ['content'], body['content'], { most: limits.contentCharacters })
  const hasEmbeds = checkEmbeds(form, body['embeds'])
  const hasComponents = checkComponents(form, body['components'], layout)
  if (layout && (content !== '' || hasEmbeds)) {
    form.refuse(['content'], 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2', 'content and embeds must be empty')
  }
  checkAllowedMentions(form, body['allowed_mentions'])
  checkNonce(form, body)
  checkReference(form, body['message_reference'])
  checkFlag(form, ['tts'], body['tts'])
  checkList(form, ['attachments'], body['attachments'], 10)
  checkList(form, ['sticker_ids'], body['sticker_ids'], 3)
  form.finish()
  const says = content.trim() !== '' || hasEmbeds || files > 0 || isObject(body['poll']) || (layout && hasComponents)
  if (!says && !edit) throw refusals.emptyMessage()
}

const mentionKinds = ['roles', 'users', 'everyone']

function checkAllowedMentions(form: Form, value: unknown): void {
  if (value === undefined || value === null) return
  if (!isObject(value)) {
    form.refuse(['allowed_mentions'], 'MODEL_TYPE_CONVERT', 'Only dictionaries may be used in a ModelType')
    return
  }
  const parse = checkList(form, ['allowed_mentions', 'parse'], value['parse'], 3)
  for (const [number, kind] of parse.entries()) {
    if (typeof kind === 'string' && mentionKinds.includes(kind)) continue
    form.refuse(
      ['allowed_mentions', 'parse', number],
      'BASE_TYPE_CHOICES',
      `Value must be one of {${mentionKinds.join(', ')}}.`,
    )
  }
  for (const kind of ['users', 'roles']) {
    const ids = checkList(form, ['allowed_mentions', kind], value[kind], 100)
    for (const [number, id] of ids.entries()) checkSnowflake(form, ['allowed_mentions', kind, number], id)
    if (ids.length === 0 || !parse.includes(kind)) continue
    form.refuse(
      ['allowed_mentions'],
      'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
      `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`,
    )
  }
  checkFlag(form, ['allowed_mentions', 'replied_user'], value['replied_user'])
}

function checkNonce(form: Form, { nonce, enforce_nonce: enforced }: Json): void {
  checkFlag(form, ['enforce_nonce'], enforced)
  if (nonce === undefined || nonce === null || (typeof nonce === 'number' && Number.isSafeInteger(nonce))) return
  if (typeof nonce !== 'string') form.refuse(['nonce'], 'NONCE_TYPE_INVALID', 'A nonce is a string or an integer.')
  else checkText(form, ['nonce'], nonce, { most: limits.nonceCharacters })
}

function checkReference(form: Form, value: unknown): void {
  if (value === undefined || value === null) return
  const reference = isObject(value) ? value : {}
  checkSnowflake(form, ['message_reference', 'message_id'], reference['message_id'])
  if (reference['type'] !== undefined) checkChoice(form, ['message_reference', 'type'], reference['type'], [0, 1])
}
