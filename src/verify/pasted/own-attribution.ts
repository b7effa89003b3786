/** Whose the words are, said with the article's own words or with others of whoever pastes. */
import { findNames } from '../../entities/names.ts'
import { titles } from '../../entities/titles.ts'
import { foldString } from '../../figures/folded-text.ts'
import { speakerAt } from '../article-speech.ts'
import { isPureAttribution, isSpeech } from '../attribution.ts'
import { findHedges } from '../locks/hedges.ts'
import { nameConnectors } from '../locks/name-words.ts'
import { mayBeSameName } from '../same-speaker.ts'
import type { TokenRange, VerifyCorpus } from '../search/corpus.ts'
import { flipFirstLetter, type Token } from '../tokens.ts'

export type Side = 'before' | 'after'

/**
 * "Ana Lopes said:", "Ana Lopes:" where the article has "Ana Lopes, the harbour master, said that": the same, if nothing is
 * denied there.
 */
export function keepsSpeech(outside: readonly Token[], from: number, place: TokenRange, corpus: VerifyCorpus): boolean {
  const last = outside.findLast(({ kind }) => kind !== 'mark')
  if (last === undefined || outside.at(-1)?.exact === ',') return false
  const { article } = corpus.textAt(place.from)
  const words = article.text.slice(corpus.starts[from] ?? 0, corpus.starts[place.from] ?? 0)
  if (!isSpeech(last.exact) && !(isSpeech(words) && namesOnly(outside))) return false
  const there = Array.from({ length: place.from - from }, (_, at) => corpus.exact[from + at] ?? -1)
  const forms = outside.flatMap(({ kind, exact, bare }) => {
    const written = corpus.textAt(place.from).unaccented ? bare : exact
    return kind === 'mark' ? [] : [corpus.numberOf(written) ?? -2, corpus.numberOf(flipFirstLetter(written)) ?? -2]
  })
  const known = new Set(there)
  const isWritten = forms.every((form, at) => known.has(form) || known.has(forms[at % 2 === 0 ? at + 1 : at - 1] ?? -2))
  if (!isWritten || !leavesOutAsides(outside, from, place, corpus)) return false
  return findHedges(words, article.language).every(({ kind }) => kind === 'attribution')
}

/** "Ana Lopes", "Selon M. Dubreuil": nothing but whose the words are. */
function namesOnly(outside: readonly Token[]): boolean {
  return outside.every(
    ({ kind, exact, loose }) =>
      kind !== 'word' || /^\p{Lu}/u.test(exact) || titles.has(loose) || nameConnectors.has(loose) || isSpeech(exact),
  )
}

/** Whether what the person leaves out of the article's words is an aside ("Ana Lopes, the harbour master, said") or a title. */
function leavesOutAsides(outside: readonly Token[], from: number, place: TokenRange, corpus: VerifyCorpus): boolean {
  const wanted = outside.filter(({ kind }) => kind !== 'mark').map(({ loose }) => corpus.numberOf(loose))
  const short = ['m', 'mr', 'mme', 'mrs', 'ms', 'dr'].map((word) => corpus.numberOf(word))
  const isMark = (at: number) => (corpus.weights[at] ?? 0) === 0
  let next = 0
  let gap = -1
  for (let at = from; at < place.from && next < wanted.length; at += 1) {
    if (isMark(at)) continue
    if (corpus.loose[at] === wanted[next]) {
      // Words were left out between the last one found and this.
      const isAside = gap === -1 || (isMark(gap - 1) && isMark(at - 1))
      if (next > 0 && !isAside) return false
      gap = -1
      next += 1
    } else if (gap === -1 && !short.includes(corpus.loose[at])) gap = at
  }
  return true
}

/** Whether the words end in three or more of the article's before the place, and others run into these. */
export function runsInto(outside: readonly Token[], place: TokenRange, corpus: VerifyCorpus): boolean {
  let at = place.from - 1
  let shared = 0
  for (let position = outside.length - 1; position >= 0; position -= 1) {
    const token = outside[position]
    if (token?.kind === 'mark') return false
    while (at > 0 && corpus.exact[at] !== -1 && corpus.weights[at] === 0) at -= 1
    if (corpus.loose[at] !== corpus.numberOf(token?.loose ?? '')) return shared >= 3
    shared += 1
    at -= 1
  }
  return false
}

/** ", a déclaré Paul Dubreuil" where the article has ", a-t-il déclaré" and means him; "— Ana Lopes" where it has ", said Ana Lopes". */
export function namesSpeaker(
  words: string,
  outside: readonly Token[],
  place: TokenRange,
  corpus: VerifyCorpus,
): boolean {
  const { language } = corpus.textAt(place.from).article
  const isDashed = /^[\s"”»]*[-–—―]/u.test(words) && namesOnly(outside)
  if (!isDashed && !isPureAttribution(foldString(words))) return false
  const names = findNames(`… ${words}`, language)
  const speaker = speakerAt(place, corpus)
  if (names.length === 0 || speaker === undefined) return false
  const { from, to } = sentenceBeside('after', place, outside.length + 12, corpus)
  const given = new Set(outside.map(({ exact }) => corpus.numberOf(exact) ?? -2))
  const positions = Array.from({ length: to - from }, (_, at) => from + at).filter(
    (at) => (corpus.weights[at] ?? 0) > 0,
  )
  const last = positions.findLastIndex((at) => given.has(corpus.exact[at] ?? -1))
  const isThere = outside.some(
    ({ exact }) => /^\p{Lu}/u.test(exact) && positions.some((at) => corpus.exact[at] === corpus.numberOf(exact)),
  )
  // The article's own attribution in other words is altered; a first name or a title may go.
  const { text } = corpus.textAt(place.from).article
  const isName = (at: number) =>
    /^(?:\p{Lu}|mr?s?\.|dr\.|mme )/u.test(text.slice(corpus.starts[at], (corpus.starts[at] ?? 0) + 4))
  const isShortened =
    outside.every(
      ({ kind, exact }) => kind === 'mark' || positions.some((at) => corpus.exact[at] === corpus.numberOf(exact)),
    ) && positions.slice(0, last + 1).every((at) => given.has(corpus.exact[at] ?? -1) || isName(at))
  return (isDashed || !isThere || isShortened) && names.every((name) => mayBeSameName(name.text, speaker))
}

/** What stands beside a place up to the full stop, at most so many tokens of it. */
export function sentenceBeside(side: Side, place: TokenRange, reach: number, corpus: VerifyCorpus): TokenRange {
  const stops = ['.', ';'].map((mark) => corpus.numberOf(mark))
  const short = ['m', 'mr', 'mrs', 'ms', 'mm', 'dr', 'st'].map((word) => corpus.numberOf(word))
  const ends = (at: number) =>
    corpus.exact[at] === -1 || (stops.includes(corpus.exact[at]) && !short.includes(corpus.loose[at - 1]))
  let { from, to } = side === 'before' ? { from: place.from, to: place.from } : { from: place.to, to: place.to }
  if (side === 'before') while (place.from - from < reach && from > 0 && !ends(from - 1)) from -= 1
  else while (to - place.to < reach && to < corpus.exact.length && !ends(to)) to += 1
  return { from, to }
}
