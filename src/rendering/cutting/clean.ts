/** Makes any text safe to show without changing its words: an article, a title or a question may hold anything. */
import { isWrapped } from '../../text/lines.ts'
import { applyEdits, editsOf, type MarkedText } from './marked-text.ts'

/**
 * Line ends of every kind; lone surrogates; what turns the direction of writing or shows nothing at all (runs of
 * zero-width spaces become one: Khmer and Thai part words with them); controls and spaces in a row.
 */
const unclean =
  /(?<lineEnd>\r\n|[\n\v\f\r\u0085\u2028\u2029])|(?<lone>\p{Cs})|(?<hidden>[\p{Bidi_Control}\ufeff\u2060]|\u200b(?=\u200b))|(?<blank>[\p{Cc} \u2000-\u200a\u3000])/gu
/** The look behind keeps a long run of spaces from being read once for each of them. */
const lineEnds = /(?<![^\S\n])[^\S\n]*\n\s*/gu
const spaces = / {2,}/gu
const edges = /^\s+|(?<!\s)\s+$/gu

/**
 * Control characters become spaces, marks that turn the direction of writing go, lone surrogates become U+FFFD. Line ends
 * stay where a line ends, one blank line at most between two; inside a visibly wrapped sentence they become spaces.
 * White space at the ends goes. `marks` move along.
 */
export function cleanMarked(marked: MarkedText): MarkedText {
  const plain = applyEdits(marked, editsOf(marked.text, unclean, replaceUnclean))
  const single = applyEdits(
    plain,
    editsOf(plain.text, spaces, () => ' '),
  )
  const lined = applyEdits(
    single,
    editsOf(single.text, lineEnds, (match) => replaceLineEnds(single.text, match)),
  )
  return applyEdits(
    lined,
    editsOf(lined.text, edges, () => ''),
  )
}

/** {@link cleanMarked} without marks. */
export function cleanText(text: string): string {
  return cleanMarked({ text, marks: [] }).text
}

/** The same on one line, for titles, names and list items. */
export function cleanLine(text: string): string {
  return cleanText(text).replaceAll(/\n+/gu, ' ')
}

function replaceUnclean({ groups }: RegExpExecArray): string {
  if (groups?.['lineEnd'] !== undefined) return '\n'
  if (groups?.['lone'] !== undefined) return '\ufffd'
  return groups?.['hidden'] === undefined ? ' ' : ''
}

function replaceLineEnds(text: string, { 0: found, index }: RegExpExecArray): string {
  const blankLine = found.indexOf('\n') !== found.lastIndexOf('\n')
  if (blankLine) return '\n\n'
  const before = text.slice(text.lastIndexOf('\n', index - 1) + 1, index)
  const next = text.indexOf('\n', index + found.length)
  const after = text.slice(index + found.length, next === -1 ? undefined : next)
  return isWrapped(before, after) ? ' ' : '\n'
}
