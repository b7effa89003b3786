/** Widths of text as a common sans-serif sets it, and lines broken by them. */
import type { Run } from './discord-markdown.ts'

/** The widest of the common fonts must not overflow. */
const generous = 1.09
/** Shares of the font size. */
const narrow = new Set([..."iljtfI.,:;'’!|()[]«»“”` /\\-·"])
const wide = new Set([...'mwMW@%…—'])

export function widthOf(text: string, size: number, bold = false): number {
  let shares = 0
  for (const character of text) {
    if (narrow.has(character)) shares += 0.33
    else if (wide.has(character)) shares += 0.88
    else shares += /\p{Lu}|\p{N}/u.test(character) ? 0.62 : 0.545
  }
  return shares * size * generous * (bold ? 1.06 : 1)
}

/** Broken at spaces; a word longer than a line is broken anywhere. */
export function wrapRuns(runs: readonly Run[], room: number, size: number): readonly (readonly Run[])[] {
  const lines: Run[][] = [[]]
  let used = 0
  for (const word of wordsOf(runs)) {
    const length = widthOfRuns(word, size)
    const current = lines.at(-1)
    if (current === undefined) break
    if (used > 0 && used + widthOfRuns(trimEnd(word), size) > room) {
      lines.push([...word])
      used = length
    } else {
      current.push(...word)
      used += length
    }
  }
  return lines
}

function widthOfRuns(runs: readonly Run[], size: number): number {
  return runs.reduce(
    (sum, { text, weight = 400, code = false }) =>
      sum + (code ? text.length * size * 0.62 : widthOf(text, size, weight > 500)),
    0,
  )
}

const trimEnd = (runs: readonly Run[]): readonly Run[] => runs.map((run) => ({ ...run, text: run.text.trimEnd() }))

/** Words with the space after them; a word may be of several runs. */
function wordsOf(runs: readonly Run[]): readonly (readonly Run[])[] {
  const words: Run[][] = [[]]
  for (const run of runs) {
    for (const piece of run.text.match(/[^ /]*[ /]?/g)?.filter((text) => text !== '') ?? []) {
      words.at(-1)?.push({ ...run, text: piece })
      if (/[ /]$/.test(piece)) words.push([])
    }
  }
  return words.filter((word) => word.length > 0)
}

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
