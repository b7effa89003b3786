/** By which words each quotation of an article is somebody's: of its own sentence, or of whoever speaks before it. */
import type { Range } from '../types.ts'
import { type LeadIn, readAfter, readBefore } from './lead-in.ts'
import type { NamesAt } from './noun-phrase.ts'
import type { Quotation } from './quotations.ts'

/** A lead-in, and how it came to the quotation. */
type Found = LeadIn & { readonly isSure: boolean }

type Place = {
  readonly masked: string
  readonly sentences: readonly Range[]
  readonly quotations: readonly Quotation[]
  readonly nameAt: NamesAt
  readonly paragraphOf: (position: number) => number
}

/** In the order of the quotations; undefined for one of which nothing says whose it is. */
export function leadInsOf(place: Place): readonly (Found | undefined)[] {
  return inherit(
    place.quotations.map((_, at) => leadInOf(at, place)),
    place,
  )
}

/** What the sentence itself says of a quotation: behind it first, then before it. */
function leadInOf(at: number, { masked, sentences, quotations, nameAt }: Place): Found | undefined {
  const quotation = quotations[at]
  if (quotation === undefined) return undefined
  const sentence = sentenceOf(quotation, sentences)
  if (sentence === undefined) return undefined
  const next = quotations[at + 1]
  const before = quotations[at - 1]
  const end = Math.min(sentence.end, next === undefined ? sentence.end : Math.max(next.start, quotation.end))
  const isOpen =
    /[,!?…]['"’”»\s]*$/u.test(masked.slice(quotation.inner.start, quotation.inner.end)) || quotation.isDialogue
  const after = end > quotation.end ? readAfter(masked, { start: quotation.end, end }, nameAt, isOpen) : undefined
  if (after !== undefined) return { ...after, isSure: true }
  const start =
    before !== undefined && before.end > sentence.start ? Math.min(before.end, quotation.start) : sentence.start
  if (start >= quotation.start) return undefined
  const isBetween = start > sentence.start
  if (isBetween) {
    // "…," said Ana Lopes, "…"
    const open = /[,!?…]['"’”»\s]*$/u.test(masked.slice(before?.inner.start, before?.inner.end))
    const between = readAfter(masked, { start, end: quotation.start }, nameAt, open)
    if (between !== undefined) return { ...between, isSure: true }
  }
  const lead = readBefore(masked, { start, end: quotation.start }, nameAt)
  return lead === undefined ? undefined : { ...lead, isSure: true }
}

function sentenceOf(quotation: Quotation, sentences: readonly Range[]): Range | undefined {
  const touched = sentences.filter(({ start, end }) => start < quotation.end && quotation.start < end)
  const [first] = touched
  const last = touched.at(-1)
  return first === undefined || last === undefined ? undefined : { start: first.start, end: last.end }
}

/** Quotations of which their own sentence says nothing: of whoever speaks before them, where that is plain. */
function inherit(direct: readonly (Found | undefined)[], place: Place): readonly (Found | undefined)[] {
  const { quotations } = place
  const found = [...direct]
  for (const [at, quotation] of quotations.entries()) {
    if (found[at] !== undefined) continue
    const before = quotations[at - 1]
    if (before === undefined || !follows(before, quotation, place)) continue
    found[at] = found[at - 1]
  }
  // "… / … / …" she said at the end of the last paragraph.
  for (let at = quotations.length - 2; at >= 0; at -= 1) {
    const [quotation, next] = [quotations[at], quotations[at + 1]]
    if (quotation === undefined || next === undefined || found[at] !== undefined) continue
    if (quotation.missing === 'closing' && next.paragraph === quotation.paragraph + 1) found[at] = found[at + 1]
  }
  for (const [at, quotation] of quotations.entries()) found[at] ??= fromSentenceBefore(quotation, place)
  // A bare one right behind one that the sentence before it was found to introduce.
  for (const [at, quotation] of quotations.entries()) {
    const before = quotations[at - 1]
    if (found[at] === undefined && before !== undefined && follows(before, quotation, place)) found[at] = found[at - 1]
  }
  return found
}

/** Nothing but marks stands between them, in one paragraph, or the first goes on in the next. */
function follows(before: Quotation, quotation: Quotation, { masked, sentences }: Place): boolean {
  if (before.missing === 'closing' && quotation.paragraph === before.paragraph + 1) return true
  if (before.paragraph !== quotation.paragraph || quotation.isDialogue) return false
  const between = masked.slice(before.end, quotation.start)
  if (!/\p{L}/u.test(between)) return true
  // ‘"…," said Ana Lopes. "…"’: the words between are the first one's own attribution, to the end of its sentence.
  const first = sentenceOf(before, sentences)
  const own = sentenceOf(quotation, sentences)
  if (first === undefined || own === undefined) return false
  const isAlone = !/\p{L}/u.test(masked.slice(own.start, quotation.start)) && own.start >= first.end - 1
  return isAlone && !/\p{L}/u.test(masked.slice(first.end, own.start))
}

/** "The prosecutor, Irina Lund, disagreed. “…”": surely hers behind a colon, else only likely. */
function fromSentenceBefore(
  quotation: Quotation,
  { masked, sentences, nameAt, paragraphOf }: Place,
): Found | undefined {
  const own = sentenceOf(quotation, sentences)
  if (own === undefined || /\p{L}/u.test(masked.slice(own.start, quotation.start))) return undefined
  const before = sentences.findLast(({ end }) => end <= own.start)
  if (before === undefined) return undefined
  const words = masked.slice(before.start, before.end)
  const isIntroduced = /:\s*$/u.test(words)
  const distance = paragraphOf(own.start) - paragraphOf(before.start)
  if (distance > (isIntroduced ? 1 : 0)) return undefined
  const lead = readBefore(masked, isIntroduced ? before : { start: before.start, end: before.end }, nameAt)
  return lead === undefined ? undefined : { ...lead, isSure: isIntroduced }
}
