/** What the reader should know beside the verdict. */
import type { Language } from '../types.ts'
import { articleSentences, sentencesAt, speakerAt } from './article-speech.ts'
import { givenFor } from './given-speaker.ts'
import { withCut } from './meaning.ts'
import { guessLanguage } from './pasted/text-language.ts'
import type { PieceVerdict } from './pieces.ts'
import { mayBeSameName } from './same-speaker.ts'
import type { TokenRange, VerifyCorpus } from './search/corpus.ts'
import { sliceOf } from './search/matches.ts'
import { checkQuoted, checkSpeakers, type SpeakerCheck } from './speakers.ts'
import { removeAccents, tokenize, trimMarks } from './tokens.ts'
import type { Difference, Match, PartsFound, Verdict, Verification, VerificationNote } from './types.ts'

type Judged = {
  readonly verdict: Verdict
  readonly parts: readonly PieceVerdict[]
  readonly outside: readonly string[]
  readonly unshown?: string
}

/**
 * The whole verification of what was judged: the verdict with its matches, and what must be said beside it.
 * @param text as pasted.
 */
export function withNotes(
  { verdict, parts, outside, unshown }: Judged,
  corpus: VerifyCorpus,
  text: string,
): Verification {
  const language = guessLanguage(text)
  const isExact = verdict === 'verbatim'
  const quotes = parts.map(
    (part, at): JudgedQuote => judgeQuote(part, at, { outside, corpus, text, language, isExact }),
  )
  const found = isExact ? quotes.flatMap(({ matches }) => matches) : parts.flatMap((part) => part.matches)
  const isVerbatim = verdict === 'verbatim'
  const accented = isVerbatim ? found.map(withAccentDifferences) : found
  const differInAccents = isVerbatim && accented.some(({ differences }) => differences.length > 0)
  const notes: VerificationNote[] = []
  const note = (name: VerificationNote, holds: boolean) => holds && notes.push(name)
  note('too-short', verdict === 'not-found' && parts.some(({ tooShort }) => tooShort === true))
  note('accents', differInAccents)
  note('cut-off', isVerbatim && found.some(({ cutOff }) => cutOff.length > 0))
  note('marks-only', verdict === 'altered' && differAll(found, isMarks))
  note('case-only', verdict === 'altered' && differAll(found, isCase))
  note('brackets', verdict !== 'verbatim' && /\[\s*\p{L}[^\]]*\]/u.test(text))
  note('figures-only', !isVerbatim && parts.some(({ figuresOnly }) => figuresOnly === true))
  note(
    'partly',
    parts.some(({ partly }) => partly === true),
  )
  const told = quotes.map(({ check }) => check).filter(({ note: name }) => name !== undefined)
  const [worst] = told.toSorted(
    (left, right) => speakerOrder.indexOf(left.speaker) - speakerOrder.indexOf(right.speaker),
  )
  if (worst?.note !== undefined) notes.push(worst.note)
  const parted = partsOf(parts, corpus)
  note('parts', isVerbatim && parted !== undefined && (parted.paragraphs.length > 1 || parted.sentencesLeftOut > 0))
  note('part-speakers', parted !== undefined && parted.speakers.length > 1)
  note('several', parts.length > 1)
  note('lead-in', unshown !== undefined)
  return {
    verdict: differInAccents ? 'altered' : verdict,
    notes,
    words: isExact && !differInAccents ? 'exact' : verdict === 'not-found' ? 'not-found' : 'altered',
    speaker: speakerOrder.find((kind) => quotes.some(({ check }) => check.speaker === kind)) ?? 'not-given',
    meaning: notes.includes('cut-off') ? 'cut' : 'whole',
    matches: accented,
    ...(quotes.length > 1 && {
      quotes: quotes.map(({ given, words, check, meaning }) => ({ given, words, speaker: check.speaker, meaning })),
    }),
    ...(worst?.speakers !== undefined && { speakers: worst.speakers }),
    ...(parted !== undefined && { parts: parted }),
    ...(unshown !== undefined && { unshown }),
  }
}

/** The worst first. */
const speakerOrder = ['other', 'unknown', 'right', 'not-given'] as const

type JudgedQuote = {
  readonly given: string
  readonly words: Verification['words']
  readonly check: SpeakerCheck
  readonly meaning: Verification['meaning']
  readonly matches: readonly Match[]
}

type Context = {
  readonly outside: readonly string[]
  readonly corpus: VerifyCorpus
  readonly text: string
  readonly language: Language
  /** All that was pasted stands so: whose it is, and what it leaves out, is worth judging. */
  readonly isExact: boolean
}

/** The three verdicts on one quote of the pasted text: its words, its speaker, its meaning. */
function judgeQuote(
  part: PieceVerdict,
  at: number,
  { outside, corpus, text, language, isExact }: Context,
): JudgedQuote {
  const given = part.matches[0]?.given ?? ''
  const words = part.verdict === 'verbatim' ? 'exact' : part.verdict === 'not-found' ? 'not-found' : 'altered'
  const own = part.verdict === 'verbatim' || isExact ? part.places : []
  const named = givenFor(text, given, [outside[at] ?? '', outside[at + 1] ?? ''], language)
  const quoted = /["“”«»]/u.test(given) ? checkQuoted(given, own, corpus, language) : undefined
  const check = quoted?.speaker === 'other' ? quoted : checkSpeakers(named, own, corpus, language)
  if (!isExact) return { given, words, check: { speaker: check.speaker }, meaning: 'whole', matches: part.matches }
  const isAttributed = named !== undefined && check.speaker !== 'other'
  const matches = cutsOf(part, corpus, isAttributed)
  const isCut = matches.length > 0 && (part.parted === true ? matches.some(isCutOff) : matches.every(isCutOff))
  const shown = isCut ? matches : matches.map(withoutCut)
  return { given, words, check, meaning: isCut ? 'cut' : 'whole', matches: shown }
}

function isCutOff({ cutOff }: Match): boolean {
  return cutOff.length > 0
}

/** The same words stand whole in another article. */
function withoutCut({ sentence: _sentence, leftOut: _leftOut, ...match }: Match): Match {
  return { ...match, cutOff: [] }
}

function cutsOf(part: PieceVerdict, corpus: VerifyCorpus, isAttributed: boolean): readonly Match[] {
  const [first] = part.places
  const last = part.places.at(-1)
  if (part.parted === true && first !== undefined && last !== undefined) {
    // What lies between the parts was judged with the ellipsis.
    const span = { from: first.from, to: last.to }
    return part.matches.map((match, at) => (at === 0 ? withCut(match, span, corpus, isAttributed) : withoutCut(match)))
  }
  return part.matches.map((match, at) => {
    const place = part.places[at]
    return place === undefined ? match : withCut(match, place, corpus, isAttributed)
  })
}

function differAll(matches: readonly Match[], isOnly: (difference: Difference) => boolean): boolean {
  const differences = matches.flatMap((match) => match.differences)
  return differences.length > 0 && differences.every(isOnly)
}

function isMarks({ given, original }: Difference): boolean {
  return [...tokenize(given), ...tokenize(original)].every(({ kind }) => kind === 'mark')
}

function isCase({ given, original }: Difference): boolean {
  const [left, right] = [tokenize(given), tokenize(original)].map((tokens) =>
    tokens.map(({ exact }) => exact.toLowerCase()).join(' '),
  )
  return left !== '' && left === right
}

/** The words whose accents are not the article's: they were let pass because it is written without any. */
function withAccentDifferences(match: Match): Match {
  const given = trimMarks(tokenize(match.given))
  const quote = trimMarks(tokenize(match.quote))
  if (given.length !== quote.length) return match
  const differences = given.flatMap((token, at): readonly Difference[] => {
    const other = quote[at]
    const isSame = other === undefined || accentsOf(token.exact) === accentsOf(other.exact)
    if (isSame) return []
    const [start, end] = [other.start + match.start, other.end + match.start]
    return [
      { kind: 'replaced', given: token.exact, original: match.quote.slice(other.start, other.end), at: { start, end } },
    ]
  })
  return { ...match, differences }
}

function accentsOf(word: string): string {
  return [...word.toLowerCase()].filter((character) => removeAccents(character) !== character).join('')
}

/** Where the parts of the first quote with an ellipsis stand. */
function partsOf(parts: readonly PieceVerdict[], corpus: VerifyCorpus): PartsFound | undefined {
  const parted = parts.find((part) => part.parted === true)
  if (parted === undefined) return undefined
  const { places, matches } = parted
  const speakers = places.map((place) => speakerAt(place, corpus)).filter((speaker) => speaker !== undefined)
  const names = [...new Set(speakers)]
  return {
    paragraphs: [...new Set(matches.map(({ paragraph }) => paragraph))],
    sentencesLeftOut: places.slice(1).reduce((sum, place, at) => sum + leftOut(places[at] ?? place, place, corpus), 0),
    speakers: names.length > 1 && !names.every((name) => mayBeSameName(name, names[0] ?? '')) ? names : [],
  }
}

/** Whole sentences between two places of one article. */
function leftOut(before: TokenRange, after: TokenRange, corpus: VerifyCorpus): number {
  const read = articleSentences(corpus.textAt(after.from))
  const [last, first] = [
    sentencesAt(read, sliceOf(before, corpus)).at(-1),
    sentencesAt(read, sliceOf(after, corpus))[0],
  ]
  return Math.max(0, (first ?? 0) - (last ?? 0) - 1)
}
