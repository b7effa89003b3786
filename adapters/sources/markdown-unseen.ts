/** What stands in a Markdown file and is not seen on the page that is made of it. */
import { fromMarkdown } from 'mdast-util-from-markdown'
import { anyWithin, mergeRanges, withoutRanges } from '../../src/reading/ranges.ts'
import { writeRaised } from '../../src/text/raised.ts'
import type { Range } from '../../src/types.ts'
import { isUnseenTag } from './html/hidden.ts'

const tag = /<(?<name>[a-z][a-z\d]*)(?<attributes>(?:\s(?:"[^"]*"|'[^']*'|[^'"<>])*)?)>/giu
const raised = /<sup\b[^<>]*>(?<words>[^<>]{0,40})<\/sup\s*>/giu
/** UTF-16 units. */
const longestHidden = 20_000
const mayHold = /~~|<(?:del|s|strike|sup)\b|<[a-z][^<>]*\b(?:hidden|style|class)\b/iu

/** The text without it; code stays as it is. */
export function cutUnseen(text: string): string {
  if (!mayHold.test(text)) return text
  const code = codeRanges(text)
  const words = text.replace(raised, (whole, inner: string, at: number) => {
    return anyWithin(code, { start: at, end: at + 1 })
      ? whole
      : writeRaised(inner, text.slice(Math.max(0, at - 12), at))
  })
  const codeLeft = words === text ? code : codeRanges(words)
  const found = [...struckRanges(words), ...hiddenRanges(words)]
  const cuts = mergeRanges(found.filter(({ start }) => !anyWithin(codeLeft, { start, end: start + 1 })))
  return withoutRanges(
    { start: 0, end: words.length },
    cuts.map((cut) => withSpace(words, cut)),
  )
    .map(({ start, end }) => words.slice(start, end))
    .join('')
}

/** Between two pairs of tildes that cling to words, within one paragraph. */
function struckRanges(text: string): readonly Range[] {
  const found: Range[] = []
  let open: number | undefined
  for (const { index, 0: mark } of text.matchAll(/\n[ \t]*\n|(?<![\\~])~~(?!~)/gu)) {
    if (mark !== '~~') open = undefined
    else if (open !== undefined && /\S/u.test(text.charAt(index - 1))) {
      found.push({ start: open, end: index + 2 })
      open = undefined
    } else open = /\S/u.test(text.charAt(index + 2)) ? index : open
  }
  return found
}

/** From the tag that hides to the end tag of its own. */
function hiddenRanges(text: string): readonly Range[] {
  const found: Range[] = []
  for (const { index, 0: whole, groups } of text.matchAll(tag)) {
    const name = groups?.['name'] ?? ''
    // What stands in a hidden part is hidden with it.
    if (index < (found.at(-1)?.end ?? 0) || !isUnseenTag(name, groups?.['attributes'] ?? '')) continue
    found.push({ start: index, end: endOf(text, name, index + whole.length) })
  }
  return found
}

function endOf(text: string, name: string, from: number): number {
  const rest = text.slice(from, from + longestHidden)
  let depth = 1
  for (const { index, 0: whole } of rest.matchAll(new RegExp(`<(/?)${name}(?=[\\s>/])[^<>]*>`, 'giu'))) {
    depth += whole.startsWith('</') ? -1 : 1
    if (depth === 0) return from + index + whole.length
  }
  // Without its end it hides its paragraph.
  const blank = rest.search(/\n[ \t]*\n/u)
  return blank === -1 ? from + rest.length : from + blank
}

/** Of two spaces around what is cut out, one stays. */
function withSpace(text: string, { start, end }: Range): Range {
  const isBetween = /[ \t]/u.test(text.charAt(start - 1)) && /[ \t.,;:!?)]/u.test(text.charAt(end))
  return isBetween ? { start: start - 1, end } : { start, end }
}

type MarkdownNode = ReturnType<typeof fromMarkdown>['children'][number]

/** In order. */
function codeRanges(text: string): readonly Range[] {
  const visit = (node: MarkdownNode): readonly Range[] => {
    const range = { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 }
    if (node.type === 'code' || node.type === 'inlineCode') return [range]
    return 'children' in node ? node.children.flatMap(visit) : []
  }
  return mergeRanges(fromMarkdown(text).children.flatMap(visit))
}
