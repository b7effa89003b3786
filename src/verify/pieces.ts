/** Pieces of a pasted text, and what is found of one. */
import type { Range } from '../types.ts'
import { type TokenRange, weightOf } from './search/corpus.ts'
import { type Token, tokenize, trimMarks } from './tokens.ts'
import type { Match, Verdict } from './types.ts'

export type PieceVerdict = {
  readonly verdict: Verdict
  readonly matches: readonly Match[]
  /** Where a verbatim piece stands; of parts with ellipses between them, each part's place, in order. */
  readonly places: readonly TokenRange[]
  /** The share of the piece's words that stand in the article, 0 to 1. */
  readonly share: number
  readonly tooShort?: true
  /** The places are those of parts with ellipses between them, in order. */
  readonly parted?: true
  /** Some of its sentences stand in an article, others nowhere. */
  readonly partly?: true
  /** Only the figures tell the place. */
  readonly figuresOnly?: true
}

export const notFound: PieceVerdict = { verdict: 'not-found', matches: [], places: [], share: 0 }

/** The tokens of a stretch of the pasted text, offsets as in the whole, without the marks at its ends. */
export function tokensOf(text: string, { start, end }: Range): readonly Token[] {
  const tokens = tokenize(text.slice(start, end))
  return trimMarks(
    start === 0 ? tokens : tokens.map((token) => ({ ...token, start: token.start + start, end: token.end + start })),
  )
}

/** Five words, three with content among them, or two with a figure: less is no evidence of anything. */
export function isEnough(tokens: readonly Token[]): boolean {
  const words = tokens.filter(({ kind }) => kind === 'word')
  if (words.length >= 5) return true
  if (words.length >= 3) return words.some((word) => weightOf(word) === 2)
  return words.length === 2 && words.some(({ loose }) => /\d/.test(loose))
}

/** As pasted, from the first token to the last. */
export function givenOf(text: string, tokens: readonly Token[]): string {
  return text.slice(tokens[0]?.start ?? 0, tokens.at(-1)?.end ?? 0)
}
