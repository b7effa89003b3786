/**
 * Marks by which a text is set, and which nobody reads: emphasis, links with their addresses, tags, references to
 * characters. What is compared word by word goes through here; articles and quotes keep every character.
 */
import { characterReferences } from './character-references.ts'

/** A text without its marks. `starts[i]` and `ends[i]` are the UTF-16 offsets in the original of the unit `i` of `plain`. */
type PlainText = {
  readonly plain: string
  /** Absent where nothing was left out: every offset is its own. */
  readonly starts?: readonly number[]
  readonly ends?: readonly number[]
}

type Replacement = { readonly start: number; readonly end: number; readonly by: string }

/** An address, without the punctuation that a sentence puts behind it. */
export const address = /<?(?:https?:\/\/|www\.(?=[\p{L}\p{N}]))[^\s<>"«»“”]*[^\s<>"«»“”.,;:!?)\]'’*_|`]>?/giu

const mayHoldMarks = /[*_`~\\]|\]\(|\]\[|\[\^|<[!/a-z]|&(?:#|[a-z])|https?:|www\.|^[ \t]*(?:[-=:|+]{2}|\+[ \t]|>)/imu
const inner = String.raw`(?:[^[\]\\\n]|\\.|\[[^[\]\n]*\]|\n(?!\s*\n))`
/** Without white space in it, so that "[sic](as he wrote)" is no link; a figure alone is no address. */
const destination = String.raw`\(\s*(?=[^\s)]{0,300}\p{L})(?=[^\s)]{0,300}[/.#:@])(?:<[^<>\n]*>|[^\s()<>]*(?:\([^\s()]*\)[^\s()<>]*)*)(?:\s+(?:"[^"\n]*"|'[^'\n]*'))?\s*\)`
const link = new RegExp(String.raw`(?<image>!)?\[(?<words>${inner}*)\](?<tail>${destination})`, 'gu')
const reference =
  /(?<!!)\[(?<words>(?!\s*(?:…|\.{3}|\d+)\s*\])[^[\]\n]+)\](?<tail>\[(?!\s*(?:…|\.{3}))[^[\]\n]{0,60}\])/gu
const block = 'blockquote|br|center|div|h[1-6]|hr|li|ol|p|table|tbody|td|th|thead|tr|ul|su[bp]'
const inline = 'a|abbr|b|big|cite|code|del|em|font|i|img|ins|kbd|mark|q|s|small|span|strike|strong|u'
const others = new RegExp(
  [
    String.raw`(?<escaped>\\(?<character>[!-/:-@[-\x60{-~]))`,
    String.raw`(?<comment><!--[\s\S]*?-->)`,
    String.raw`(?<footnote>\[\^[^[\]\s]+\])`,
    String.raw`(?<block><\/?(?:${block})(?:\s[^<>]*)?\/?>)`,
    String.raw`(?<inline><\/?(?:${inline})(?:\s[^<>]*)?\/?>)`,
    String.raw`(?<named>&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]+\d?);)`,
    String.raw`(?<rule>^[ \t>]*[-=:|+*_][-=:|+*_ \t]{2,}$)`,
    String.raw`(?<quote>(?<=[\n\r])[ \t]{0,3}(?:>[ \t]?)+)`,
    // "+ 5 %" is a figure.
    String.raw`(?<bullet>^[ \t>]*\+[ \t]+(?=["“«]?\s?\p{L}))`,
    // Between digits a star multiplies.
    String.raw`(?<emphasis>(?<!\*)\*+(?!\*)(?<!\d\*+(?=\d))(?<!(?:^|\s)\*+(?=\s|$))|~~|(?<![\p{L}\p{N}])_+(?=\S)|(?<=\S)_+(?![\p{L}\p{N}]))`,
    // Between letters it stands for an apostrophe.
    String.raw`(?<code>\x60+(?<!\p{L}\x60(?=\p{L})))`,
  ].join('|'),
  'gimu',
)

/** Never throws, whatever the text holds. */
export function seeThroughMarks(text: string): PlainText {
  if (!mayHoldMarks.test(text)) return { plain: text }
  const replacements = findReplacements(text)
  if (replacements.length === 0) return { plain: text }
  let plain = ''
  const starts: number[] = []
  const ends: number[] = []
  let position = 0
  const keep = (end: number) => {
    plain += text.slice(position, end)
    for (; position < end; position += 1) {
      starts.push(position)
      ends.push(position + 1)
    }
  }
  for (const { start, end, by } of replacements) {
    if (start < position) continue
    keep(start)
    plain += by
    for (let unit = 0; unit < by.length; unit += 1) {
      starts.push(start)
      ends.push(end)
    }
    position = end
  }
  keep(text.length)
  return { plain, starts, ends }
}

/** The text with every mark blanked: of the same length, so that all offsets stay. */
export function blankMarks(text: string): string {
  if (!mayHoldMarks.test(text)) return text
  let blanked = ''
  let position = 0
  for (const { start, end, by } of findReplacements(text)) {
    if (start < position) continue
    blanked += text.slice(position, start) + by + ' '.repeat(Math.max(0, end - start - by.length))
    position = end
  }
  return blanked + text.slice(position)
}

/** In order; one that overlaps the one before it counts for nothing. */
function findReplacements(text: string): readonly Replacement[] {
  const found: Replacement[] = []
  for (const { index, 0: whole, groups } of text.matchAll(link)) {
    if (groups?.['image'] !== undefined) found.push({ start: index, end: index + whole.length, by: ' ' })
    else found.push(...around(index, whole.length, groups?.['words'] ?? ''))
  }
  for (const { index, 0: whole, groups } of text.matchAll(reference))
    found.push(...around(index, whole.length, groups?.['words'] ?? ''))
  for (const { index, 0: whole } of text.matchAll(address))
    found.push({ start: index, end: index + whole.length, by: ' ' })
  for (const { index, 0: whole, groups } of text.matchAll(others))
    found.push({ start: index, end: index + whole.length, by: standIn(whole, groups ?? {}) })
  return found.sort((left, right) => left.start - right.start || right.end - left.end)
}

/** The brackets and the address of a link, its words left. */
function around(start: number, length: number, words: string): readonly Replacement[] {
  return [
    { start, end: start + 1, by: '' },
    { start: start + 1 + words.length, end: start + length, by: '' },
  ]
}

function standIn(whole: string, groups: Readonly<Record<string, string | undefined>>): string {
  if (groups['character'] !== undefined) return groups['character']
  if (groups['block'] !== undefined || groups['comment'] !== undefined) return ' '
  return groups['named'] === undefined ? '' : characterOf(whole)
}

/** "&nbsp;" → a space; what is not known stays as it is. */
function characterOf(reference: string): string {
  const name = reference.slice(1, -1)
  if (!name.startsWith('#')) return characterReferences.get(name) ?? reference
  const code = /^#x/iu.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
  return code > 0x1f && code < 0x11_0000 ? String.fromCodePoint(code) : reference
}
