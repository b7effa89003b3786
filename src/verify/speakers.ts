/** Whether whoever a quote is put in the mouth of is named by the article at all. */
import { findNames } from '../entities/names.ts'
import type { TokenRange, VerifyCorpus } from './corpus.ts'
import { tokenize } from './tokens.ts'

/** True when the words around the quote name someone and no article that has the quote knows any of these names. */
export function namesNoOneThere(outside: string, places: readonly TokenRange[], corpus: VerifyCorpus): boolean {
  const texts = places.map(({ from }) => corpus.textAt(from))
  const [first] = texts
  if (first === undefined) return false
  const names = findNames(outside, first.article.language)
  if (names.length === 0) return false
  return !names.some(({ text }) =>
    tokenize(text).some(
      ({ loose, kind }) =>
        kind === 'word' &&
        loose.length > 2 &&
        corpus.positions(loose).some((position) => texts.some(({ from, to }) => position >= from && position < to)),
    ),
  )
}
