/** Messages as Telegram draws them: bubbles, quotes with a bar, rows of buttons. */
import type { Entity } from '../../adapters/telegram/messages/entities.ts'
import type { Run } from './discord-markdown.ts'
import { escapeXml, widthOf, wrapRuns } from './wrap-runs.ts'

export type Drawing = { readonly svg: string; readonly height: number }
type Message = {
  readonly text: string
  readonly entities: readonly Entity[]
  readonly reply_markup?: { readonly inline_keyboard: readonly (readonly { readonly text: string }[])[] } | undefined
}
type Line = { readonly isQuote: boolean; readonly runs: readonly Run[] }

const size = 14.5
const lineHeight = 19.5
const padding = 10
const side = 10
const replyWidth = 356
const quoteIndent = 12
const colours = {
  own: '#effdde',
  reply: '#ffffff',
  text: '#0b0b0b',
  muted: '#6c8a5c',
  accent: '#3390ec',
  link: '#168acd',
}

/** What a person wrote, on the right. */
export function drawQuestion(said: string, origin: string | undefined, width: number, top: number): Drawing {
  const runs = wrapRuns([{ text: said }], 280, size)
  const lines = [...(origin === undefined ? [] : [[{ text: origin, weight: 500, tint: colours.muted }]]), ...runs]
  const longest = Math.max(...lines.map((line) => line.reduce((sum, { text }) => sum + widthOf(text, size), 0)))
  const box = { width: Math.min(300, longest + 2 * padding), height: lines.length * lineHeight + 14 }
  const left = width - side - box.width
  const words = lines.map((line, row) => drawRuns(line, left + padding, top + 20 + row * lineHeight))
  return { svg: bubble(left, top, box.width, box.height, colours.own) + words.join(''), height: box.height }
}

/** What the bot sent, on the left, its buttons under it. */
export function drawReply({ text, entities, reply_markup: markup }: Message, _width: number, top: number): Drawing {
  const svg: string[] = []
  let y = top + padding - 2
  let quoteTop: number | undefined
  const closeQuote = () => {
    if (quoteTop === undefined) return
    const bar = { x: side + padding, height: y - quoteTop + 4 }
    svg.unshift(
      `<rect x="${bar.x}" y="${quoteTop}" width="${replyWidth - 2 * padding}" height="${bar.height}" rx="4" fill="${colours.accent}" fill-opacity="0.09"/>` +
        `<rect x="${bar.x}" y="${quoteTop}" width="3" height="${bar.height}" rx="1.5" fill="${colours.accent}"/>`,
    )
    y += 8
    quoteTop = undefined
  }
  for (const { isQuote, runs } of linesOf(text, entities)) {
    if (!isQuote) closeQuote()
    else if (quoteTop === undefined) {
      quoteTop = y + 2
      y += 4
    }
    const indent = isQuote ? quoteIndent : 0
    for (const line of wrapRuns(runs, replyWidth - 2 * padding - indent - 4, size)) {
      svg.push(drawRuns(line, side + padding + indent, y + 15))
      y += runs.length === 0 || runs.every(({ text }) => text === '') ? lineHeight / 2 : lineHeight
    }
  }
  closeQuote()
  const height = y - top + padding - 2
  const buttons = drawButtons(markup?.inline_keyboard ?? [], top + height + 4)
  const drawn = bubble(side, top, replyWidth, height, colours.reply) + svg.join('') + buttons.svg
  return { svg: drawn, height: height + buttons.height }
}

function drawButtons(rows: readonly (readonly { readonly text: string }[])[], top: number): Drawing {
  const [gap, height] = [4, 36]
  const drawn = rows.flatMap((row, at) => {
    const each = (replyWidth - gap * (row.length - 1)) / row.length
    return row.map(({ text }, column) => {
      const [x, y] = [side + column * (each + gap), top + at * (height + gap)]
      return (
        `<rect x="${x}" y="${y}" width="${each}" height="${height}" rx="8" fill="#4b6b43" fill-opacity="0.55"/>` +
        `<text x="${x + each / 2}" y="${y + 23}" font-size="14" font-weight="500" fill="#fff" text-anchor="middle">${escapeXml(text)}</text>`
      )
    })
  })
  return { svg: drawn.join(''), height: rows.length * (height + gap) }
}

function bubble(x: number, y: number, width: number, height: number, fill: string): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="14" fill="${fill}"/>`
}

/** Each line of the text, cut where an entity begins or ends. */
function linesOf(text: string, entities: readonly Entity[]): readonly Line[] {
  const lines: Line[] = []
  let start = 0
  for (const words of text.split('\n')) {
    const end = start + words.length
    const edges = entities.flatMap(({ offset, length }) => [offset, offset + length])
    const cuts = [start, ...edges.filter((edge) => edge > start && edge < end).sort((a, b) => a - b), end]
    const runs = cuts.slice(0, -1).map((cut, at) => runOf(text, cut, cuts[at + 1] ?? end, entities))
    lines.push({ isQuote: coveredBy(entities, start, 'blockquote', 'expandable_blockquote'), runs })
    start = end + 1
  }
  return lines
}

function runOf(text: string, start: number, end: number, entities: readonly Entity[]): Run {
  const has = (...types: Entity['type'][]) => coveredBy(entities, start, ...types)
  return {
    text: text.slice(start, end),
    ...(has('bold') && { weight: 700 }),
    ...(has('italic') && { italic: true }),
    ...(has('code') && { code: true, tint: colours.link }),
    ...(has('text_link') && { tint: colours.link }),
  }
}

function coveredBy(entities: readonly Entity[], position: number, ...types: Entity['type'][]): boolean {
  return entities.some(
    ({ type, offset, length }) => types.includes(type) && offset <= position && position < offset + length,
  )
}

const signColours: ReadonlyMap<string, string> = new Map([
  ['🟢', '#3fa34d'],
  ['🟡', '#e0b000'],
  ['🔴', '#d7263d'],
  ['⚪', '#b8b8b8'],
])

/** Not every font has the emoji. */
function drawSign(sign: string): string {
  return `<tspan fill="${signColours.get(sign)}">●</tspan>`
}

/** Words that look alike in one piece: between two pieces a space may be lost. */
function joinAlike(runs: readonly Run[]): readonly Run[] {
  const joined: Run[] = []
  const styleOf = ({ text: _, ...style }: Run) => JSON.stringify(style)
  for (const run of runs) {
    const last = joined.at(-1)
    if (last !== undefined && styleOf(last) === styleOf(run)) {
      joined[joined.length - 1] = { ...last, text: last.text + run.text }
    } else joined.push(run)
  }
  return joined
}

function drawRuns(runs: readonly Run[], x: number, y: number): string {
  const spans = joinAlike(runs).map(({ text, weight, italic, code, tint }) => {
    const style = [
      ...(weight === undefined ? [] : [`font-weight="${weight}"`]),
      ...(italic ? ['font-style="italic"'] : []),
      ...(code ? [`font-family="Menlo,'Liberation Mono',monospace" font-size="13"`] : []),
      ...(tint === undefined ? [] : [`fill="${tint}"`]),
    ]
    return `<tspan ${style.join(' ')}>${escapeXml(text).replace(/🟢|🟡|🔴|⚪/u, drawSign)}</tspan>`
  })
  return `<text xml:space="preserve" x="${x}" y="${y}" font-size="${size}" fill="${colours.text}">${spans.join('')}</text>`
}
