/** Finds where the words of a piece stand exactly, in any article. */

import { flipFirstLetter, type Token, withoutGrouping } from '../tokens.ts'
import type { TokenRange, VerifyCorpus } from './corpus.ts'

type Form = { readonly exact: number; readonly bare: number; readonly ungrouped: number }

const unknown = -2

function formOf(exact: string, bare: string, corpus: VerifyCorpus): Form {
  const whole = withoutGrouping(exact)
  return {
    exact: corpus.numberOf(exact) ?? unknown,
    bare: corpus.numberOf(bare) ?? unknown,
    ungrouped: whole === undefined ? unknown : (corpus.numberOf(whole) ?? unknown),
  }
}

/** What a piece looks like in numbers; `flipped` is its first word with the other case of its first letter. */
export type PieceForms = { readonly forms: readonly Form[]; readonly flipped: Form }

export function formsOfPiece(piece: readonly Token[], corpus: VerifyCorpus): PieceForms {
  const first = piece[0]
  return {
    forms: piece.map(({ exact, bare }) => formOf(exact, bare, corpus)),
    flipped:
      first === undefined
        ? { exact: unknown, bare: unknown, ungrouped: unknown }
        : formOf(flipFirstLetter(first.exact), flipFirstLetter(first.bare), corpus),
  }
}

/** Whether token `at` of the piece is the article's token; only the first word of the whole piece may change its case. */
export function isSameToken(
  forms: PieceForms,
  at: number,
  position: number,
  unaccented: boolean,
  corpus: VerifyCorpus,
): boolean {
  const written = corpus.exact[position]
  const key = unaccented ? 'bare' : 'exact'
  const form = forms.forms[at]
  return (
    form?.[key] === written ||
    form?.ungrouped === corpus.ungrouped[position] ||
    (at === 0 && forms.flipped[key] === written)
  )
}

/**
 * Every place where the whole piece stands, in the order of the articles. A heading and the words under it are one place
 * only for a piece with a line break there too.
 */
export function findExact(piece: readonly Token[], corpus: VerifyCorpus): readonly TokenRange[] {
  const forms = formsOfPiece(piece, corpus)
  const rarest = rarestOf(piece, corpus)
  if (rarest === undefined) return []
  const found: TokenRange[] = []
  for (const position of corpus.positions(piece[rarest]?.loose ?? '')) {
    const from = position - rarest
    const { unaccented, from: first, to: end } = corpus.textAt(position)
    if (from < first || from + piece.length > end) continue
    let same = 0
    while (
      same < piece.length &&
      isSameToken(forms, same, from + same, unaccented, corpus) &&
      isJoined(piece, same, from + same, corpus)
    )
      same += 1
    if (same === piece.length) found.push({ from, to: from + piece.length })
  }
  return found
}

/** Whether a token may follow the one before it in the piece where it stands in the article. */
export function isJoined(piece: readonly Token[], at: number, position: number, corpus: VerifyCorpus): boolean {
  return at === 0 || corpus.apart[position] !== 1 || piece[at]?.opensLine === true
}

function rarestOf(piece: readonly Token[], corpus: VerifyCorpus): number | undefined {
  let best: number | undefined
  let fewest = Number.POSITIVE_INFINITY
  for (const [at, { loose }] of piece.entries()) {
    const count = corpus.positions(loose).length
    if (count < fewest) {
      best = at
      fewest = count
    }
  }
  return best
}
