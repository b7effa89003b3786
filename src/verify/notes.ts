/** What the reader should know beside the verdict. */
import { isSpeech } from './attribution.ts'
import { findHedges } from './locks/hedges.ts'
import { guessLanguage } from './pasted/text-language.ts'
import type { PieceVerdict } from './pieces.ts'
import type { TokenRange, VerifyCorpus } from './search/corpus.ts'
import { sliceOf } from './search/matches.ts'
import { checkSpeakers } from './speakers.ts'
import { findGivenSpeakers } from './speech/given-speakers.ts'
import { mayBeSameName } from './speech/same-speaker.ts'
import { readText, sentencesAt, speechAt } from './speech/speech-at.ts'
import { removeAccents, tokenize, trimMarks } from './tokens.ts'
import type { Difference, Match, PartsFound, Verdict, Verification, VerificationNote } from './types.ts'

type Judged = {
  readonly verdict: Verdict
  readonly parts: readonly PieceVerdict[]
  readonly outside: readonly string[]
}

/**
 * The whole verification of what was judged: the verdict with its matches, and what must be said beside it.
 * @param text as pasted.
 */
export function withNotes({ verdict, parts, outside }: Judged, corpus: VerifyCorpus, text: string): Verification {
  const isAttributed =
    outside.some(isSpeech) || findGivenSpeakers(outside, guessLanguage(text)).some(({ isSure }) => isSure)
  const found = parts.flatMap((part) => part.matches).map((match) => (isAttributed ? withoutAttribution(match) : match))
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
  const places = parts.flatMap((part) => part.places)
  const isNaming = outside.some((words) => /\p{L}/u.test(words))
  const speakers = isVerbatim && isNaming ? checkSpeakers(outside, places, corpus) : undefined
  if (speakers !== undefined) notes.push(speakers.note)
  const parted = partsOf(parts, corpus)
  note('parts', isVerbatim && parted !== undefined && (parted.paragraphs.length > 1 || parted.sentencesLeftOut > 0))
  note('part-speakers', parted !== undefined && parted.speakers.length > 1)
  note('several', parts.length > 1)
  return {
    verdict: differInAccents ? 'altered' : verdict,
    notes,
    matches: accented,
    ...(speakers !== undefined && { speakers: speakers.speakers }),
    ...(parted !== undefined && { parts: parted }),
  }
}

/** Whoever says whose the words are does not leave out "according to". */
function withoutAttribution(match: Match): Match {
  const cutOff = match.cutOff.filter((words) =>
    findHedges(words, match.article.language).some(({ kind }) => kind !== 'attribution'),
  )
  if (cutOff.length === match.cutOff.length) return match
  const { sentence, ...rest } = match
  return { ...rest, cutOff, ...(cutOff.length > 0 && sentence !== undefined && { sentence }) }
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
  const speakers = places.map((place) => speechAt(place, corpus)?.speaker).filter((speaker) => speaker !== undefined)
  const names = [...new Set(speakers)]
  return {
    paragraphs: [...new Set(matches.map(({ paragraph }) => paragraph))],
    sentencesLeftOut: places.slice(1).reduce((sum, place, at) => sum + leftOut(places[at] ?? place, place, corpus), 0),
    speakers: names.length > 1 && !names.every((name) => mayBeSameName(name, names[0] ?? '')) ? names : [],
  }
}

/** Whole sentences between two places of one article. */
function leftOut(before: TokenRange, after: TokenRange, corpus: VerifyCorpus): number {
  const read = readText(corpus.textAt(after.from))
  const [last, first] = [
    sentencesAt(read, sliceOf(before, corpus)).at(-1),
    sentencesAt(read, sliceOf(after, corpus))[0],
  ]
  return Math.max(0, (first ?? 0) - (last ?? 0) - 1)
}
