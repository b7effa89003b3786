/**
 * Words of articles and people in Discord's markdown: read as they are written. Discord takes a backslash before any mark
 * for that mark itself and shows nothing of the backslash; so no character is added, lost or replaced.
 */

/**
 * What can begin something within a line: emphasis, spoiler, code, masked link, heading, and everything in angle brackets
 * (mentions, custom emoji, timestamps, commands, links); "@" for everyone and here; ":" before a word, of an address or an
 * emoji's name; "." before a word, of an invitation's host; "(" after "]", since a link before may reach to there: Discord
 * looks for the end of a link's name without regard to backslashes.
 */
const inline = /[\\*_~|`[\]<>#@]|:(?=\S)|(?<=[\p{L}\p{N}-])\.(?=\p{L})|(?<=\])\(/gu
/** What begins a list or small print at the start of a line; a number's list only where its mark follows. */
const lineStart = /^(\s*)(?:([-+])|(\d+)([.)]))/gmu
/** Other line ends would make a line that nothing set off. */
const lineEnds = /\r\n?|[\v\f\u0085\u2028\u2029]/g
const controls = /(?![\n\t])\p{Cc}|\p{Bidi_Control}/gu

/** Line ends stay. */
export function escapeText(text: string): string {
  return toPlain(text)
    .replaceAll(inline, '\\$&')
    .replaceAll(lineStart, (_found, space: string, bullet?: string, digits?: string, mark?: string) =>
      bullet === undefined ? `${space}${digits}\\${mark}` : `${space}\\${bullet}`,
    )
}

/** On one line. */
export function escapeLine(text: string): string {
  return escapeText(toPlainLine(text))
}

/** For where Discord knows no markdown (footers, authors, buttons): well-formed, without control characters. */
export function toPlain(text: string): string {
  return text.replaceAll(lineEnds, '\n').replaceAll(controls, '').toWellFormed()
}

export function toPlainLine(text: string): string {
  return toPlain(text).replaceAll(/\s+/g, ' ').trim()
}

/** Within backticks everything is read as written but a backtick. */
export function toCode(text: string): string {
  const words = toPlainLine(text).replaceAll('`', 'ˋ')
  return words === '' ? '' : `\`${words}\``
}

/** A longer address would leave no room for the words; its article is named without it. */
const longestAddress = 1_000

/**
 * A masked link, for the stored addresses only. Discord does not look for backslashes where it looks for the end of a
 * link's name: brackets in it become full-width ones.
 */
export function toLink(name: string, address: string): string {
  const words = escapeLine(name.replaceAll('[', '［').replaceAll(']', '］'))
  // Only what would end the link: any other change, and it is not the stored one.
  const target = address.replaceAll(/[\s()<>\\]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)
  const written = words === '' ? '…' : words
  return target.length > longestAddress ? written : `[${written}](${target})`
}
