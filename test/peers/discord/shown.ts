/** A message as a person sees it: what can be read, pressed and followed. */
import type { Json } from './api-error.ts'
import { isObject } from './checks/values.ts'
import { findLinks, type Mentions } from './markup.ts'
import { type Message, readList, type SentFile } from './messages.ts'
import { messageFlags } from './protocol.ts'

const nobody: Mentions = { users: [], roles: [], everyone: false }

export type Button = {
  readonly label: string
  readonly customId?: string
  readonly url?: string
  readonly disabled: boolean
}

/** A message as a person sees it. */
export type Shown = {
  readonly id: string
  readonly message: Message
  readonly content: string
  readonly embeds: readonly Json[]
  readonly buttons: readonly Button[]
  readonly menus: readonly { readonly customId: string; readonly values: readonly string[] }[]
  readonly ephemeral: boolean
  readonly files: readonly SentFile[]
  /** All that can be read, parts on lines of their own. */
  readonly text: string
  /** Whom this message pinged, and the addresses that a preview was made of. */
  readonly pinged: Mentions
  readonly previews: readonly string[]
  /** All that could be followed from here. */
  readonly links: readonly string[]
}

export function showMessage(message: Message): Shown {
  const { content, files, flags } = message
  const suppressed = (flags & messageFlags.suppressEmbeds) !== 0
  const embeds = suppressed ? [] : message.embeds
  const parts = message.components.flatMap(function flatten(part): Json[] {
    const inner = [part['components'], part['accessory'], part['component']].flat().filter(isObject)
    return [part, ...inner.flatMap(flatten)]
  })
  const buttons = parts.filter((part) => part['type'] === 2).map(readButton)
  const displays = parts.flatMap(({ type, content: words }) => (type === 10 ? String(words) : []))
  const texts = [content, ...embeds.flatMap(embedTexts), ...displays]
  const addresses = embeds.flatMap((embed) => [embed['url'], (embed['author'] as Json | undefined)?.['url']])
  return {
    id: message.id,
    message,
    content,
    embeds,
    buttons,
    menus: parts
      .filter((part) => part['type'] === 3)
      .map((part) => ({
        customId: String(part['custom_id']),
        values: readList(part['options']).map((option) => String(option['value'])),
      })),
    ephemeral: (flags & messageFlags.ephemeral) !== 0,
    files,
    text: texts.filter((text) => text !== '').join('\n'),
    pinged: (flags & messageFlags.ephemeral) !== 0 ? nobody : message.pinged,
    previews: suppressed ? [] : findLinks(content).flatMap(({ address, preview }) => (preview ? address : [])),
    links: [
      ...[content, ...embeds.flatMap(embedMarkup), ...displays].flatMap((text) =>
        findLinks(text).map(({ address }) => address),
      ),
      ...addresses.filter((address) => typeof address === 'string'),
      ...buttons.flatMap(({ url }) => url ?? []),
    ],
  }
}

function embedTexts(embed: Json): readonly string[] {
  const { footer, author } = embed
  const plain = [(author as Json | undefined)?.['name'], (footer as Json | undefined)?.['text']]
  return [...embedMarkup(embed), ...plain.filter((text) => typeof text === 'string')]
}

/** The texts of an embed in which marks are read; its author and footer show them as they are. */
function embedMarkup({ title, description, fields }: Json): readonly string[] {
  const pairs = readList(fields).flatMap((field) => [field['name'], field['value']])
  return [title, description, ...pairs].filter((text) => typeof text === 'string')
}

function readButton(part: Json): Button {
  const { label, emoji, custom_id: customId, url, disabled } = part
  return {
    label: String(label ?? (emoji as Json | undefined)?.['name'] ?? ''),
    ...(typeof customId === 'string' && { customId }),
    ...(typeof url === 'string' && { url }),
    disabled: disabled === true,
  }
}
