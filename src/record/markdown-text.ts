/** Words of articles in Markdown: read as they are written, never as markup, links or HTML. */

/**
 * CommonMark lets every ASCII mark be escaped; these can begin something within a line. What cannot, stays readable as
 * it is, since notes are read as source too: an underscore within a word, an ampersand that names no character.
 */
const inline = /[\\`*[\]<>#|~$]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|&(?=#?\w+;)/gu
/** What begins a list, a heading, a rule or a table at the start of a line. */
const lineStart = /^(\d{1,9})([.)])(?=\s|$)|^[-+=:]/
/** What GitHub's Markdown makes a link of by itself. */
const bareLink = /(?<=\b(?:https?|ftp|xmpp|mailto)):|(?<=\bwww)\.|@(?=[\w-]+\.)/gi
const control = /(?![\n\t])[\p{Cc}\p{Bidi_Control}]/gu

/** On one line. */
export function toMarkdownLine(text: string): string {
  return escapeLine(clean(text).replaceAll(/\s+/g, ' ').trim())
}

/** As a quotation: line ends stay, spaces at the start of a line, which would make it code, go. */
export function toMarkdownQuote(text: string): string {
  const lines = clean(text)
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => escapeLine(line.trim()))
  return lines.map((line) => `> ${line}`.trimEnd()).join('\n')
}

/** A link, for addresses that `webAddress` gave: nothing in it ends the link or begins something else. */
export function toMarkdownLink(name: string, address: string): string {
  const safe = address.replaceAll(/[\\`<>\s]/g, encodeURIComponent).replaceAll('&', '&amp;')
  return `[${toMarkdownLine(name)}](<${safe}>)`
}

function escapeLine(line: string): string {
  return line
    .replaceAll(inline, '\\$&')
    .replaceAll(bareLink, '\\$&')
    .replace(lineStart, (found, digits, mark) => (digits === undefined ? `\\${found}` : `${digits}\\${mark}`))
}

function clean(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').replaceAll(control, '').toWellFormed()
}
