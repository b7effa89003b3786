/** The verdict on places where a piece stands exactly: a figure cut short at its ends makes another figure of it. */
import { findCutFigures } from './pasted/cut-figures.ts'
import type { PieceVerdict } from './pieces.ts'
import type { TokenRange, VerifyCorpus } from './search/corpus.ts'
import { sliceOf, toMatch } from './search/matches.ts'

/** The same sentence may stand in several articles. */
const mostMatches = 5

/** @param given the piece, as pasted. */
export function judgePlaces(places: readonly TokenRange[], given: string, corpus: VerifyCorpus): PieceVerdict {
  const judged = places.slice(0, 50).map((place) => {
    const { article } = corpus.textAt(place.from)
    const slice = sliceOf(place, corpus)
    return { place, slice, text: article.text, cut: findCutFigures(article.text, slice, article.language) }
  })
  const whole = judged.filter(({ cut }) => cut.length === 0)
  if (whole.length > 0) {
    const matches = whole.slice(0, mostMatches).map(({ place }) => toMatch(place, given, [], corpus))
    return { verdict: 'verbatim', matches, places: whole.map(({ place }) => place), share: 1 }
  }
  const matches = judged.slice(0, mostMatches).map(({ place, slice, text, cut }) => {
    const start = Math.min(slice.start, ...cut.map((figure) => figure.start))
    const end = Math.max(slice.end, ...cut.map((figure) => figure.end))
    const differences = [
      { start, end: slice.start },
      { start: slice.end, end },
    ]
      .filter((at) => at.end > at.start)
      .map((at) => ({ kind: 'missing' as const, given: '', original: text.slice(at.start, at.end).trim(), at }))
    return toMatch(place, given, differences, corpus, { start, end })
  })
  return { verdict: 'altered', matches, places: [], share: 1 }
}
