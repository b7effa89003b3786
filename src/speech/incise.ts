/** "« Nos charges, affirme Yvan Lantier, ont grimpé »": words of saying between commas within the marks, as French prints them. */
import type { Range } from '../types.ts'
import { auxiliaries, isSayingVerb } from './closed-words.ts'
import { type LeadIn, readAfter } from './lead-in.ts'
import { tokensOf } from './tokens.ts'

/** UTF-16 units between the two commas. */
const longest = 120
const opensSpeaker = /^(?:l[ea]|l['’]|les|son|sa|un|une|mme|m)$/u

/** @param inner what stands between the quotation marks. */
export function readIncise(text: string, inner: Range): LeadIn | undefined {
  const words = text.slice(inner.start, inner.end)
  const commas = [...words.matchAll(/,\s/gu)].map(({ index }) => inner.start + index)
  for (const [at, comma] of commas.entries()) {
    const close = commas[at + 1]
    if (close === undefined || close - comma > longest) continue
    // Behind a closing mark it stands outside: "« Nos charges ont grimpé », affirme Yvan Lantier, hôtelier".
    if (/["”»’']\s*$/u.test(text.slice(Math.max(inner.start, comma - 3), comma))) continue
    const stretch = { start: comma + 1, end: close }
    if (!saysSo(text, stretch)) continue
    // Names within the marks were not read: the words are compared with those of the article later.
    const found = readAfter(text, stretch, () => undefined, true)
    if (found !== undefined) return found
  }
  return undefined
}

function saysSo(text: string, stretch: Range): boolean {
  const tokens = tokensOf(text, stretch)
  const at = tokens.findIndex(({ folded }) => !auxiliaries.has(folded.replace('’', "'")))
  const [verb, next] = [tokens[at], tokens[at + 1]]
  if (verb === undefined || verb.isCapital) return false
  const inverted = /^(\p{L}+)-(?:t-)?(?:il|elle|ils|elles)$/u.exec(verb.folded)
  if (inverted !== null) return at > 0 || isSayingVerb(inverted[1] ?? '') || isSayingVerb(next?.folded ?? '')
  return isSayingVerb(verb.folded) && next !== undefined && (next.isCapital || opensSpeaker.test(next.folded))
}
