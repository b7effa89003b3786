/**
 * What an ellipsis may leave out: words within one sentence, or a sentence or two of the same paragraph, as long as nothing
 * is lost that turns the rest round: a negation, a hedge, who says it, or whom it is said of.
 */
import { findNames } from '../entities/names.ts'
import { foldString } from '../figures/folded-text.ts'
import type { Language } from '../types.ts'
import { articleSentences, sentencesAt, speakerAt } from './article-speech.ts'
import { findHedges } from './locks/hedges.ts'
import { mayBeSameName } from './same-speaker.ts'
import type { TokenRange, VerifyCorpus } from './search/corpus.ts'
import { sliceOf } from './search/matches.ts'
import type { Difference } from './types.ts'

/** A part with fewer words does not stand by itself. */
const fewestWords = 3
/** Whole sentences left out between two parts. */
const mostSentences = 2

/** `apart`: the parts do not belong together; a difference: what is left out of their sentence matters. */
export function judgeOmission(
  before: TokenRange,
  after: TokenRange,
  corpus: VerifyCorpus,
): 'fine' | 'apart' | Difference {
  const indexed = corpus.textAt(after.from)
  const { text, language } = indexed.article
  const at = { start: sliceOf(before, corpus).end, end: sliceOf(after, corpus).start }
  const omitted = text.slice(at.start, at.end)
  if (!/[\p{L}\p{N}]/u.test(omitted)) return 'fine'
  const read = articleSentences(indexed)
  const first = sentencesAt(read, sliceOf(before, corpus)).at(-1) ?? 0
  const second = sentencesAt(read, sliceOf(after, corpus))[0] ?? 0
  const isShort = [before, after].some((place) => countWords(place, corpus) < fewestWords)
  const hedged = findHedges(omitted, language).length > 0
  if (first === second) {
    const matters = isShort || hedged || losesClause(omitted, text.slice(at.end, at.end + 40), language)
    return matters ? { kind: 'missing', given: '', original: omitted.trim(), at } : 'fine'
  }
  const paragraphs = [first, second].map((sentence) => read[sentence]?.paragraph ?? 0)
  const [one = 0, other = 0] = paragraphs
  const begins = read[second]?.start ?? 0
  const leadsIn = text.slice(begins, at.end)
  if (isShort || hedged || /[\p{L}\p{N}]/u.test(leadsIn) || second - first - 1 > mostSentences) return 'apart'
  const loses = second - first > 1 || findNames(`… ${omitted}`, language).length > 0
  if (loses && leansBack(text.slice(at.end, at.end + 40))) return 'apart'
  const [left, right] = [speakerAt(before, corpus), speakerAt(after, corpus)]
  if (left === undefined || right === undefined ? left !== right : !mayBeSameName(left, right)) return 'apart'
  if (one === other) return 'fine'
  // The next paragraph of one quotation.
  return other - one === 1 && left !== undefined && isQuoted(text, at) ? 'fine' : 'apart'
}

function countWords({ from, to }: TokenRange, corpus: VerifyCorpus): number {
  let words = 0
  for (let at = from; at < to; at += 1) if ((corpus.weights[at] ?? 0) > 0) words += 1
  return words
}

const subordinate =
  /(?<!\p{L})(?:that|which|who|whom|whose|where|while|whereas|because|although|though|unless|que|qu'|qui|dont|lorsque|lorsqu'|quand|parce|puisque|alors|tandis|when|if|si)(?!\p{L})|[;:]/u
const aside = /^\s*[,(–—-][^;:]*[,)–—-]\s*$/u
const governed =
  /(?<!\p{L})(?:of|in|from|to|by|with|for|at|on|near|against|between|into|through|across|under|over|than|as|de|du|des|d'|a|au|aux|en|dans|par|avec|pour|sur|contre|entre|vers|chez|sous|sans|comme)(?: (?:the|a|an|la|le|les|l'|un|une|its|his|her|their|son|sa|ses|leur|leurs))? ?$/u
const verbMayFollow =
  /^\s*(?!(?:of|in|from|to|by|with|for|at|on|and|or|de|du|des|d['’]|à|au|aux|en|dans|par|avec|pour|sur|et|ou)(?!\p{L}))\p{Ll}/u

/** Whether another clause or somebody else is left out, so that what follows seems said of what goes before. */
function losesClause(omitted: string, after: string, language: Language): boolean {
  if (aside.test(omitted)) return false
  if (subordinate.test(foldString(omitted))) return true
  return findNames(`… ${omitted}`, language).some(({ start, end }) => {
    const lead = foldString(omitted.slice(0, Math.max(0, start - 2)))
    const isLast = omitted.slice(end - 2).trim() === ''
    return !governed.test(lead) || (isLast && verbMayFollow.test(after))
  })
}

/** "He", "this", "celui-ci": means somebody or something that stands before. */
function leansBack(words: string): boolean {
  return /^\W*(?:he|she|it|they|this|these|that|those|his|her|its|their|il|elle|ils|elles|ce|cet|cette|ces|celui|celle|ceux|celles|son|sa|ses|leur|leurs|on|lui|eux)(?!\p{L})/u.test(
    foldString(words),
  )
}

function isQuoted(text: string, { end }: { readonly end: number }): boolean {
  return /["“«„]\s*$/u.test(text.slice(Math.max(0, end - 3), end))
}
