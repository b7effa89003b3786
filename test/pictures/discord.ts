/**
 * Draws docs/discord-answer.svg: what the Discord adapter really sends for real questions over the seeds, as a phone of 390
 * points shows it in the dark theme. `npx tsx test/pictures/discord.ts`
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type APIEmbed, ButtonStyle } from 'discord.js'
import { replyWithAnswer } from '../../adapters/discord/answers/answer-reply.ts'
import { type Message, toMessage } from '../../adapters/discord/answers/message.ts'
import { createPages } from '../../adapters/discord/answers/pages.ts'
import { openSeedDesk } from '../adapters/discord-live/seed-desk.ts'
import { home } from '../answer/seed-corpus.ts'
import { type Run, readLine } from './discord-markdown.ts'
import { escapeXml, widthOf, wrapRuns } from './wrap-runs.ts'

const width = 390
const margin = { left: 60, right: 12 }
const embedPadding = 12
const colours = {
  background: '#313338',
  embed: '#2b2d31',
  text: '#dbdee1',
  bright: '#f2f3f5',
  muted: '#949ba4',
  link: '#00a8fc',
  bar: '#4e5058',
  app: '#5865f2',
}
const buttonColours: Readonly<Record<number, string>> = {
  [ButtonStyle.Secondary]: '#4e5058',
  [ButtonStyle.Success]: '#248046',
  [ButtonStyle.Danger]: '#da373c',
}

const questions = [
  { person: 'Ada', question: 'How many people were arrested in the July raids?' },
  { person: 'Sam', question: 'Who gets custody of the Koreans once they land?' },
  { person: 'Lin', question: 'What is the price of rice in Phnom Penh?' },
]

type Drawing = { readonly svg: readonly string[]; readonly height: number }

async function main(): Promise<void> {
  const seeds = await openSeedDesk()
  try {
    const parts: string[] = []
    let top = 12
    for (const { person, question } of questions) {
      const answer = await seeds.desk.ask({ text: question, asker: 'discord:1' })
      const options = { kept: true, private: false, asked: question, showsQuestion: true }
      const { svg, height } = drawMessage(toMessage(replyWithAnswer(answer, options), createPages(), '1'), person, top)
      parts.push(...svg)
      top += height + 20
    }
    const style = `text{font-family:'gg sans','Helvetica Neue',Helvetica,Arial,'Liberation Sans',sans-serif;white-space:pre}`
    const label = 'An answer in Discord on a phone: the quoted words, the ones that answer in bold, and their sources'
    writeFileSync(
      join(home, 'docs', 'discord-answer.svg'),
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${top}" width="${width}" height="${top}" role="img" aria-label="${label}">` +
        `<style>${style}</style><rect width="${width}" height="${top}" rx="16" fill="${colours.background}"/>${parts.join('')}</svg>\n`,
    )
  } finally {
    await seeds.close()
  }
}

function drawMessage({ embeds, components }: Message, person: string, top: number): Drawing {
  const svg = [
    `<path d="M34 ${top + 24} v-8 a6 6 0 0 1 6 -6 h14" fill="none" stroke="${colours.bar}" stroke-width="2"/>`,
    drawRuns(
      [{ text: person, weight: 600 }, { text: ' used ' }, { text: '/ask', tint: colours.link }],
      margin.left,
      top + 14,
      13,
      colours.muted,
    ),
    `<circle cx="30" cy="${top + 46}" r="20" fill="${colours.app}"/>`,
    `<text x="30" y="${top + 53}" font-size="20" font-weight="700" fill="#fff" text-anchor="middle">S</text>`,
    drawRuns([{ text: 'Sourcier', weight: 600 }], margin.left, top + 42, 16, colours.bright),
    `<rect x="${margin.left + 82}" y="${top + 29}" width="34" height="16" rx="4" fill="${colours.app}"/>`,
    `<text x="${margin.left + 99}" y="${top + 41}" font-size="11" font-weight="600" fill="#fff" text-anchor="middle">APP</text>`,
  ]
  let y = top + 54
  for (const embed of embeds) {
    const drawn = drawEmbed(embed, y)
    svg.push(...drawn.svg)
    y += drawn.height + 8
  }
  const buttons = drawButtons(components, y)
  return { svg: [...svg, ...buttons.svg], height: y + buttons.height - top }
}

/** How a line is set: size, height, indent, colour, and whether the bar of a quotation stands beside it. */
const settings = {
  text: { size: 14, height: 19, indent: 0, tint: colours.text, bar: false },
  quote: { size: 14, height: 19, indent: 12, tint: colours.text, bar: true },
  small: { size: 12, height: 16, indent: 0, tint: colours.muted, bar: false },
  item: { size: 14, height: 19, indent: 14, tint: colours.text, bar: false },
} as const

function drawEmbed({ author, title, description, color }: APIEmbed, top: number): Drawing {
  const left = margin.left + embedPadding + 4
  const room = width - margin.right - embedPadding - left
  const svg: string[] = []
  let y = top + embedPadding
  if (author !== undefined) {
    svg.push(drawAuthor(author.name, left, y + 12))
    y += 22
  }
  if (title !== undefined) {
    for (const line of wrapRuns(
      readLine(title).runs.map((run) => ({ ...run, weight: 600 })),
      room,
      15,
    )) {
      svg.push(drawRuns(line, left, y + 14, 15, colours.bright))
      y += 20
    }
    y += 4
  }
  for (const text of (description ?? '').split('\n')) {
    if (text.trim() === '') {
      y += 9
      continue
    }
    const { kind, runs } = readLine(text)
    const set = settings[kind]
    const begin = y
    for (const line of wrapRuns(runs, room - set.indent, set.size)) {
      svg.push(drawRuns(line, left + set.indent, y + set.size, set.size, set.tint))
      y += set.height
    }
    if (set.bar)
      svg.push(`<rect x="${left}" y="${begin}" width="4" height="${y - begin}" rx="2" fill="${colours.bar}"/>`)
    if (kind === 'item') svg.push(`<circle cx="${left + 5}" cy="${begin + 10}" r="2.5" fill="${set.tint}"/>`)
  }
  const height = y - top + embedPadding - 4
  const box = [
    `<rect x="${margin.left}" y="${top}" width="${width - margin.left - margin.right}" height="${height}" rx="5" fill="${colours.embed}"/>`,
    `<path d="M${margin.left + 4} ${top} h-1 a3 4 0 0 0 -3 4 v${height - 8} a3 4 0 0 0 3 4 h1 z" fill="#${(color ?? 0).toString(16).padStart(6, '0')}"/>`,
  ]
  return { svg: [...box, ...svg], height }
}

/** The signs are drawn: not every machine has coloured emoji. */
function drawAuthor(name: string, left: number, y: number): string {
  const [sign = '', ...words] = name.split(' ')
  const tick = `<rect x="${left}" y="${y - 12}" width="15" height="15" rx="3" fill="#43a047"/><path d="M${left + 3.5} ${y - 4.5} l3 3.5 l5.5 -7" fill="none" stroke="#fff" stroke-width="2"/>`
  const disc = `<circle cx="${left + 7.5}" cy="${y - 4.5}" r="7" fill="#e6e7e8"/>`
  const question = `<text x="${left + 2}" y="${y + 1}" font-size="16" font-weight="700" fill="#dbdee1">?</text>`
  const drawn = sign === '✅' ? tick : sign === '⚪' ? disc : question
  return drawn + drawRuns([{ text: words.join(' '), weight: 600 }], left + 22, y, 13, colours.bright)
}

function drawButtons(rows: Message['components'], top: number): Drawing {
  const svg: string[] = []
  let [x, y] = [margin.left, top]
  const height = 32
  for (const { components } of rows) {
    for (const component of components) {
      if (!('label' in component) || component.label === undefined) continue
      const size = widthOf(component.label, 14, true) + 28
      if (x > margin.left && x + size > width - margin.right) [x, y] = [margin.left, y + height + 8]
      svg.push(
        `<rect x="${x}" y="${y}" width="${size}" height="${height}" rx="8" fill="${buttonColours[component.style] ?? colours.bar}"/>`,
        `<text x="${x + size / 2}" y="${y + 21}" font-size="14" font-weight="500" fill="#fff" text-anchor="middle">${escapeXml(component.label)}</text>`,
      )
      x += size + 8
    }
    ;[x, y] = [margin.left, y + height + 8]
  }
  return { svg, height: y - top }
}

function drawRuns(runs: readonly Run[], x: number, y: number, size: number, tint: string): string {
  const spans = runs.map(({ text, weight = 400, italic = false, tint: own, code = false }) => {
    const style = [
      `font-weight="${weight}"`,
      ...(italic ? ['font-style="italic"'] : []),
      ...(code ? ['font-family="monospace"'] : []),
    ]
    return `<tspan ${style.join(' ')} fill="${own ?? tint}">${escapeXml(text)}</tspan>`
  })
  return `<text x="${x}" y="${y}" font-size="${size}" xml:space="preserve">${spans.join('')}</text>`
}

await main()
