import { stripVTControlCharacters } from 'node:util'

const narrowest = 20

/**
 * Breaks lines at spaces so that none takes more than `width` columns, where words allow it: a word (an address, say) is
 * never broken, so that it can be copied. Line ends that are there stay.
 * @param width columns, the indent included; less than 20 counts as 20.
 * @param indent put before every line.
 */
export function wrapText(text: string, width: number, indent: string): string {
  const limit = Math.max(narrowest, width) - indent.length
  return text
    .split('\n')
    .flatMap((line) => wrapLine(line, limit))
    .map((line) => indent + line)
    .join('\n')
}

function wrapLine(line: string, limit: number): readonly string[] {
  const lines: string[] = []
  let current: string | undefined
  let columns = 0
  for (const word of line.split(' ')) {
    const width = countColumns(word)
    if (current !== undefined && columns + 1 + width > limit) {
      lines.push(current)
      current = undefined
    }
    columns = current === undefined ? width : columns + 1 + width
    current = current === undefined ? word : `${current} ${word}`
  }
  return [...lines, current ?? '']
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
const plain = /^[\u0020-\u007e\u00a0-\u024f\u2018-\u201f]*$/
/** Drawn two columns wide by terminals: pictures, and the scripts that East Asian Width calls wide. */
const wide =
  /[\p{Emoji_Presentation}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60\uffe0-\uffe6]|\p{Extended_Pictographic}\ufe0f/u
const invisible = /^[\p{M}\p{Cf}\p{Cc}]+$/u

/** Columns that a text takes in a terminal; colour codes take none. */
export function countColumns(text: string): number {
  const visible = stripVTControlCharacters(text)
  if (plain.test(visible)) return visible.length
  let columns = 0
  for (const { segment } of graphemes.segment(visible)) {
    if (invisible.test(segment)) continue
    columns += wide.test(segment) ? 2 : 1
  }
  return columns
}
