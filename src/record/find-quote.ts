/** Whether a quote still stands in an article, and where; else what stands there instead. */
import type { Article, Passage, Range } from '../types.ts'
import { differencesOf } from '../verify/align.ts'
import { createVerifyCorpus } from '../verify/search/corpus.ts'
import { findExact } from '../verify/search/exact-search.ts'
import { sliceOf } from '../verify/search/matches.ts'
import { findNear } from '../verify/search/near-search.ts'
import { tokenize, trimMarks } from '../verify/tokens.ts'
import type { QuoteNow } from './types.ts'

/**
 * Looks for the quote at word and number boundaries: "444 computers" does not stand in "10 444 computers".
 * @param near where it stood; of several places the nearest to it is given.
 */
export function findQuote(quote: string, near: number, article: Article, passages: readonly Passage[]): QuoteNow {
  const tokens = trimMarks(tokenize(quote))
  const corpus = createVerifyCorpus([{ article, passages }])
  const [first] = tokens
  const places = first === undefined ? [] : findExact(tokens, corpus).map((place) => sliceOf(place, corpus))
  const ranges = places.map(({ start, end }): Range & { readonly isExact: boolean } => {
    // The marks at both ends of the quote are no part of the search, but of the quote.
    const from = start - (first?.start ?? 0)
    const isExact = from >= 0 && article.text.startsWith(quote, from)
    return isExact ? { start: from, end: from + quote.length, isExact } : { start, end, isExact }
  })
  const best = ranges.sort(
    (one, other) =>
      Number(other.isExact) - Number(one.isExact) || Math.abs(one.start - near) - Math.abs(other.start - near),
  )[0]
  if (best !== undefined) return describe(best.isExact ? 'exact' : 'same-words', best, [])
  const closest = tokens.length === 0 ? undefined : findNear(tokens, corpus)
  if (closest === undefined) return { found: 'gone' }
  const differences = differencesOf(closest, tokens, quote, corpus).map(({ given, original }) => ({
    was: given,
    now: original,
  }))
  return describe('altered', sliceOf(closest, corpus), differences)

  function describe(
    found: 'exact' | 'same-words' | 'altered',
    { start, end }: Range,
    differences: readonly { readonly was: string; readonly now: string }[],
  ): QuoteNow {
    const paragraph = passages.find((passage) => passage.start <= start && start < passage.end)?.ordinal
    const place = { start, end, quote: article.text.slice(start, end) }
    return { found, ...place, ...(paragraph !== undefined && { paragraph }), differences }
  }
}
