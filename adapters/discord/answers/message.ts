/** What is sent: an embed, its buttons, and nobody pinged. The content stays empty: what is not there, unfurls nothing. */
import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIComponentInMessageActionRow,
  type APIEmbed,
  ButtonStyle,
  ComponentType,
} from 'discord.js'
import { deskTexts } from '../../../src/rendering/texts/desk-texts.ts'
import type { Rendering } from '../../../src/rendering/types.ts'
import type { Language } from '../../../src/types.ts'
import { writeCustomId } from './custom-ids.ts'
import { limits } from './limits.ts'
import type { Pages } from './pages.ts'
import { type Frame, writeEmbeds } from './write-embed.ts'

export type Row = APIActionRowComponent<APIComponentInMessageActionRow>

export type Message = {
  readonly embeds: APIEmbed[]
  readonly components: Row[]
  readonly allowedMentions: { readonly parse: []; readonly repliedUser: false }
}

/** What is answered, before it is cut to Discord's measure. */
export type Reply = Frame & {
  readonly rendering: Rendering
  readonly language: Language
  readonly rows?: readonly Row[]
}

/** One line of the bot's own. */
export function sayLine(text: string, language: Language): Reply {
  return { rendering: { tone: 'plain', groups: [[{ kind: 'lead', spans: [{ text }] }]] }, language }
}

/** @param userId Discord's id of the person who may turn the pages, where there are several. */
export function toMessage(reply: Reply, pages: Pages, userId: string): Message {
  const embeds = writeEmbeds(reply.rendering, reply)
  const rows = reply.rows ?? []
  if (embeds.length === 1) return assemble(embeds.slice(0, 1), rows)
  const key = pages.keep({ embeds, rows, userId, language: reply.language })
  return assemble(embeds.slice(0, 1), [...rows, pageRow(key, 0, embeds.length, reply.language)])
}

/** The message of a page; undefined when there is no such page. */
export function turnTo(key: string, n: number, pages: Pages): Message | undefined {
  const paged = pages.find(key)
  const embed = paged?.embeds[n]
  if (paged === undefined || embed === undefined) return undefined
  return assemble([embed], [...paged.rows, pageRow(key, n, paged.embeds.length, paged.language)])
}

function assemble(embeds: APIEmbed[], rows: readonly Row[]): Message {
  return { embeds, components: [...rows], allowedMentions: { parse: [], repliedUser: false } }
}

function pageRow(key: string, page: number, count: number, language: Language): Row {
  const texts = deskTexts(language).buttons
  const last = count - 1
  return row([
    button(
      { label: `◀ ${texts.previous}`, id: writeCustomId({ kind: 'page', key, n: Math.max(0, page - 1) }) },
      page === 0,
    ),
    button(
      { label: `${texts.next} ▶`, id: writeCustomId({ kind: 'page', key, n: Math.min(last, page + 1) }) },
      page === last,
    ),
  ])
}

export function row(components: APIComponentInMessageActionRow[]): Row {
  return { type: ComponentType.ActionRow, components }
}

/** Discord refuses two buttons of one id in a message. */
export function button(
  { label, id }: { readonly label: string; readonly id: string },
  disabled = false,
  style: ButtonStyle.Secondary | ButtonStyle.Success | ButtonStyle.Danger = ButtonStyle.Secondary,
): APIButtonComponent {
  return {
    type: ComponentType.Button,
    style,
    label: label.slice(0, limits.buttonLabel),
    custom_id: id,
    ...(disabled && { disabled }),
  }
}
