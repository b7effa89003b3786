/** What the reader should know beside the verdict. */
import { splitSentences } from '../text/sentences.ts'
import type { PieceVerdict } from './judge-piece.ts'
import type { TokenRange, VerifyCorpus } from './search/corpus.ts'
import { sliceOf } from './search/matches.ts'
import { checkSpeakers, speakerOf } from './speakers.ts'
import { removeAccents, tokenize } from './tokens.ts'
import type { Match, PartsFound, Verdict, Verification, VerificationNote } from './types.ts'

type Judged = { readonly verdict: Verdict; readonly parts: readonly PieceVerdict[]; readonly outside: string }

/** More sentences than these left out are told, even within one paragraph. */
const sentencesUntold = 2

/** The whole verification of what was judged: the verdict with its matches, and what must be said beside it. */
export function withNotes({ verdict, parts, outside }: Judged, corpus: VerifyCorpus): Verification {
  const matches = parts.flatMap((part) => part.matches)
  const notes: VerificationNote[] = []
  if (verdict === 'not-found' && parts.some(({ tooShort }) => tooShort === true)) notes.push('too-short')
  if (verdict === 'verbatim' && matches.some(({ cutOff }) => cutOff.length > 0)) notes.push('cut-off')
  if (verdict === 'altered' && differInMarksOnly(matches)) notes.push('marks-only')
  if (verdict === 'altered' && parts.some(({ figuresOnly }) => figuresOnly === true)) notes.push('figures-only')
  const places = parts.flatMap((part) => part.places)
  const speakers = verdict === 'verbatim' && outside.trim() !== '' ? checkSpeakers(outside, places, corpus) : undefined
  if (speakers !== undefined) notes.push(speakers.note)
  const found = verdict === 'verbatim' ? partsOf(parts, corpus) : undefined
  if (found !== undefined && (found.paragraphs.length > 1 || found.sentencesLeftOut > sentencesUntold))
    notes.push('parts')
  if (found !== undefined && found.speakers.length > 1) notes.push('part-speakers')
  if (verdict === 'verbatim' && matches.some(addsAccents)) notes.push('accents')
  if (parts.length > 1) notes.push('several')
  return {
    verdict,
    notes,
    matches,
    ...(speakers !== undefined && { speakers: speakers.speakers }),
    ...(found !== undefined && { parts: found }),
  }
}

function differInMarksOnly(matches: readonly Match[]): boolean {
  const differences = matches.flatMap((match) => match.differences)
  const isMark = (words: string) => tokenize(words).every(({ kind }) => kind === 'mark')
  return differences.length > 0 && differences.every(({ given, original }) => isMark(given) && isMark(original))
}

/** A verbatim quote with accents that the article does not write: they are the person's own. */
function addsAccents({ given, quote }: Match): boolean {
  return accentsOf(given) > accentsOf(quote)
}

function accentsOf(text: string): number {
  return [...text.normalize('NFC')].filter((character) => removeAccents(character) !== character).length
}

/** Where the parts of the first quote with an ellipsis stand. */
function partsOf(parts: readonly PieceVerdict[], corpus: VerifyCorpus): PartsFound | undefined {
  const parted = parts.find((part) => part.parted === true)
  if (parted === undefined) return undefined
  const { places, matches } = parted
  const speakers = places.map((place) => speakerOf(place, corpus)).filter((speaker) => speaker !== undefined)
  const names = [...new Set(speakers)]
  return {
    paragraphs: [...new Set(matches.map(({ paragraph }) => paragraph))],
    sentencesLeftOut: places.slice(1).reduce((sum, place, at) => sum + leftOut(places[at] ?? place, place, corpus), 0),
    speakers: names.length > 1 && !names.every((name) => sharesWord(name, names[0] ?? '')) ? names : [],
  }
}

/** Whole sentences between two places of one article. */
function leftOut(before: TokenRange, after: TokenRange, corpus: VerifyCorpus): number {
  const { article } = corpus.textAt(after.from)
  const [start, end] = [sliceOf(before, corpus).end, sliceOf(after, corpus).start]
  const sentences = splitSentences(article.text.slice(start, end), article.language)
  return Math.max(0, sentences.length - 1)
}

function sharesWord(left: string, right: string): boolean {
  const known = new Set(tokenize(right).map(({ loose }) => loose))
  return tokenize(left).some(({ loose, kind }) => kind === 'word' && loose.length > 2 && known.has(loose))
}
