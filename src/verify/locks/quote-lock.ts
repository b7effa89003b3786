/** The quote lock: words in quotation marks, or marked verbatim, must be an exact slice of the article cited. */
import type { Language, Range } from '../../types.ts'
import { findCutFigures } from '../pasted/cut-figures.ts'
import { createVerifyCorpus } from '../search/corpus.ts'
import { findExact } from '../search/exact-search.ts'
import { sliceOf } from '../search/matches.ts'
import { tokenize, trimMarks } from '../tokens.ts'
import type { LockFailure } from '../types.ts'

/** `slice`: where the quote stands in the article (UTF-16), undefined when it does not. */
export type QuoteCheck = { readonly slice?: Range; readonly failures: readonly LockFailure[] }

/**
 * Looks for a quote in the text of an article. Unicode form, white space, apostrophes, quotation marks and the case of
 * the first letter do not count, nor accents where the article has none; everything else does, and the slice must end at
 * word and number boundaries. For many quotes against many articles, verifyText with a corpus is faster.
 */
export function checkQuote(quote: string, article: { readonly text: string; readonly language: Language }): QuoteCheck {
  const tokens = trimMarks(tokenize(quote))
  if (tokens.length === 0) return fail(quote, 'there are no words in it')
  const whole = { id: 'article', path: '', version: '00000000', skip: [], sha256: '', ...article }
  const corpus = createVerifyCorpus([{ article: whole, passages: [] }])
  const slices = findExact(tokens, corpus).map((place) => sliceOf(place, corpus))
  if (slices.length === 0) return fail(quote, 'it does not stand so in the article')
  const slice = slices.find((candidate) => findCutFigures(article.text, candidate, article.language).length === 0)
  if (slice !== undefined) return { slice, failures: [] }
  const cut = slices.flatMap((candidate) => findCutFigures(article.text, candidate, article.language))
  return fail(quote, `it cuts the figure "${cut[0]?.text ?? ''}" short`)
}

function fail(words: string, why: string): QuoteCheck {
  return { failures: [{ lock: 'quote', words, why }] }
}
