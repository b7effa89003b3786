/** What a pasted message holds: quotations, the words around them, and ellipses. */
import { address } from '../../text/source-marks.ts'
import type { Range } from '../../types.ts'

const mention = /<[@#][^>\s]*>/gu

/** Without addresses and mentions, each replaced by a space of the same length so that offsets stay. */
export function blankAddresses(text: string): string {
  const blank = (found: string) => ' '.repeat(found.length)
  return text.replace(address, blank).replace(mention, blank)
}

const openers = new Set(['«', '“', '„', '‟', '‹', '「', '『', '〝', '❝'])
const closers = new Set(['»', '”', '›', '」', '』', '〞', '❞'])
const straight = new Set(['"', '″', '＂'])

/** Quoted stretches, the outermost where they are nested, without their marks; a mark without its partner reaches to the end. */
export function findQuotations(text: string): readonly Range[] {
  const found: Range[] = []
  /** The kinds of the marks that are open, the outermost first. */
  let open: readonly string[] = []
  let start = 0
  const close = (end: number) => {
    if (text.slice(start, end).trim() !== '') found.push({ start, end })
  }
  for (let position = 0; position < text.length; position += 1) {
    const mark = markAt(text, position, open)
    if (mark?.direction === 'opens') {
      if (open.length === 0) start = position + 1
      open = [...open, mark.family]
    } else if (mark?.direction === 'closes') {
      const partner = open.lastIndexOf(mark.family)
      // Closed without being opened: from the beginning, but not twice; within another quotation it says nothing.
      if (open.length === 0 && found.length > 0) continue
      if (open.length === 0) start = 0
      if (partner > 0 || (partner === -1 && open.length > 0)) open = open.slice(0, Math.max(partner, 1))
      else {
        open = []
        close(position)
      }
    }
  }
  if (open.length > 0) close(text.length)
  return found.length > 0 ? found : singleQuotation(text)
}

type QuotationMark = { readonly direction: 'opens' | 'closes'; readonly family: string }

function familyOf(character: string): string {
  if (/[«»]/.test(character)) return '«'
  if (/[“”„‟❝❞〝〞]/u.test(character)) return '“'
  return /[「」『』‹›]/u.test(character) ? '「' : '"'
}

function markAt(text: string, position: number, open: readonly string[]): QuotationMark | undefined {
  const direction = directionAt(text, position, open)
  return direction && { direction, family: familyOf(text.charAt(position)) }
}

function directionAt(text: string, position: number, open: readonly string[]): 'opens' | 'closes' | undefined {
  const character = text.charAt(position)
  const before = text.charAt(position - 1)
  const after = text.charAt(position + 1)
  // German and Danish order: a mark that closes elsewhere opens before a word.
  if (openers.has(character)) {
    if (character === '“' && open.includes('“') && !/[\p{L}\p{N}[(…]/u.test(after)) return 'closes'
    return 'opens'
  }
  if (closers.has(character)) return 'closes'
  const doubled = /^(?:''|``|’’|‘‘)$/.test(character + after)
  if (!straight.has(character) && !doubled) return undefined
  if (/[’`]/.test(before) && doubled) return undefined
  if (doubled) return open.includes('"') ? 'closes' : 'opens'
  const leading = before === '' || /[\s([{'’—–-]/u.test(before)
  const trailing = after === '' || /[\s.,;:!?)\]}…—–-]/u.test(after)
  if (leading && !trailing) return 'opens'
  if (trailing && !leading) return 'closes'
  // A narrow space on both sides (" mot "), or none on either: it closes what is open.
  return open.includes('"') ? 'closes' : 'opens'
}

/** 'Single marks' around a phrase, told from apostrophes by the spaces around them. */
function singleQuotation(text: string): readonly Range[] {
  const match = /(?<=^|[\s(:])['‘‚](?=[\p{L}\p{N}[(…])(.+?)['’‘](?=$|[\s.,;:!?)])(?!.*['’](?=$|[\s.,;:!?)]))/su.exec(
    text,
  )
  const inside = match?.[1]
  if (match === null || inside === undefined || !/\s/.test(inside.trim())) return []
  return [{ start: match.index + 1, end: match.index + 1 + inside.length }]
}

const ellipsis = /\s*(?:[[(]\s*(?:\.{2,}|…|(?:\. ){2,}\.?)\s*[\])]|\/\.{3}\/|…|\.{3,}|(?:\.\s){2,}\.)\s*/gu

/** The stretches between ellipses (`[…]`, `(...)`, `…`, `...`); one that covers the whole when there is none. */
export function splitAtEllipses(text: string): readonly Range[] {
  const parts: Range[] = []
  let start = 0
  for (const match of text.matchAll(ellipsis)) {
    parts.push({ start, end: match.index })
    start = match.index + match[0].length
  }
  parts.push({ start, end: text.length })
  return parts.filter((part) => /[\p{L}\p{N}]/u.test(text.slice(part.start, part.end)))
}

/** Words that a page break or a narrow column cut with a hyphen, joined again; offsets stay by a soft hyphen in between. */
export function joinBrokenWords(text: string): string {
  return text.replace(/(?<=\p{Ll})-(?=[ \t]*\r?\n[ \t]*\p{Ll})/gu, '\u00ad')
}
