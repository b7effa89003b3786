import type { Form, Json, Path } from '../api-error.ts'
import { limits } from '../protocol.ts'
import { checkAddress, checkFlag, checkInteger, checkList, checkText, isObject } from './values.ts'

/** Refuses what Discord refuses of embeds; returns whether there is anything to show. */
export function checkEmbeds(form: Form, value: unknown): boolean {
  const embeds = checkList(form, ['embeds'], value, limits.embeds)
  const together = embeds.reduce<number>((sum, embed, number) => sum + checkEmbed(form, ['embeds', number], embed), 0)
  if (together > limits.embedCharactersTogether) {
    form.refuse(
      ['embeds'],
      'MAX_EMBED_SIZE_EXCEEDED',
      `Embed size exceeds maximum size of ${limits.embedCharactersTogether}`,
    )
  }
  return embeds.some((embed) => isObject(embed) && isVisible(embed))
}

function isVisible(embed: Json): boolean {
  return ['title', 'description', 'fields', 'author', 'footer', 'image', 'thumbnail', 'url'].some(
    (name) => embed[name] !== undefined && embed[name] !== '' && embed[name] !== null,
  )
}

/** Returns how many characters count towards the sum over all embeds. */
function checkEmbed(form: Form, path: Path, embed: unknown): number {
  if (!isObject(embed)) {
    form.refuse(path, 'MODEL_TYPE_CONVERT', 'Only dictionaries may be used in a ModelType')
    return 0
  }
  const counted = [
    checkText(form, [...path, 'title'], embed['title'], { most: 256 }),
    checkText(form, [...path, 'description'], embed['description'], { most: 4_096 }),
  ]
  checkAddress(form, [...path, 'url'], embed['url'])
  checkInteger(form, [...path, 'color'], embed['color'], 0, 0xff_ff_ff)
  checkTime(form, [...path, 'timestamp'], embed['timestamp'])
  const { author, footer } = embed
  if (isObject(footer)) {
    counted.push(checkText(form, [...path, 'footer', 'text'], footer['text'], { most: 2_048, required: true }))
    checkAddress(form, [...path, 'footer', 'icon_url'], footer['icon_url'])
  }
  if (isObject(author)) {
    counted.push(checkText(form, [...path, 'author', 'name'], author['name'], { most: 256, required: true }))
    checkAddress(form, [...path, 'author', 'url'], author['url'])
  }
  for (const [number, field] of checkList(form, [...path, 'fields'], embed['fields'], 25).entries()) {
    const place = [...path, 'fields', number]
    const { name, value, inline } = isObject(field) ? field : {}
    counted.push(checkText(form, [...place, 'name'], name, { most: 256, required: true }))
    counted.push(checkText(form, [...place, 'value'], value, { most: 1_024, required: true }))
    checkFlag(form, [...place, 'inline'], inline)
  }
  return counted.reduce((sum, text) => sum + text.length, 0)
}

function checkTime(form: Form, path: Path, value: unknown): void {
  if (value === undefined || value === null) return
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) && !Number.isNaN(Date.parse(value))) return
  form.refuse(path, 'DATE_TIME_TYPE_PARSE', `Could not parse ${String(value)}. Should be ISO8601.`)
}
