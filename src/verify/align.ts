/** Lays a piece beside a stretch of an article, word by word. */
import { type TokenRange, type VerifyCorpus, weightOf } from './search/corpus.ts'
import { formsOfPiece, isSameToken } from './search/exact-search.ts'
import type { Token } from './tokens.ts'
import type { Difference } from './types.ts'

/** A step of an alignment: positions in the piece and in the corpus; one is absent where a word is missing or added. */
type Step = { readonly given?: number; readonly original?: number; readonly same: boolean; readonly near: boolean }

export type Alignment = TokenRange & {
  readonly steps: readonly Step[]
  /** Words of the piece that stand in the article in this order, whatever their case and accents. */
  readonly matchedWords: number
  readonly matchedContent: number
  readonly words: number
  readonly content: number
  readonly score: number
}

const gains = { content: 3, word: 1.2, mark: 0.4 }
const costs = { near: 0.3, replaced: 0.95, missing: 0.9, added: 1, mark: 0.3 }

/** The best alignment of the whole piece with any part of the window (Needleman and Wunsch, free ends in the article). */
export function align(piece: readonly Token[], window: TokenRange, corpus: VerifyCorpus): Alignment {
  const forms = formsOfPiece(piece, corpus)
  const { unaccented } = corpus.textAt(window.from)
  const weights = piece.map(weightOf)
  const looseNumbers = piece.map(({ loose }) => corpus.numberOf(loose) ?? -2)
  const rows = piece.length + 1
  const columns = window.to - window.from + 1
  const scores = new Float32Array(rows * columns)
  /** 1 both, 2 added (only the piece moves), 3 missing (only the article moves). */
  const moves = new Uint8Array(rows * columns)
  const gainOf = (weight: number) => (weight === 2 ? gains.content : weight === 1 ? gains.word : gains.mark)
  for (let row = 1; row < rows; row += 1) {
    const weight = weights[row - 1] ?? 0
    const added = weight === 0 ? costs.mark : costs.added
    scores[row * columns] = (scores[(row - 1) * columns] ?? 0) - added
    moves[row * columns] = 2
    for (let column = 1; column < columns; column += 1) {
      const position = window.from + column - 1
      const other = corpus.weights[position] ?? 0
      const near = looseNumbers[row - 1] === corpus.loose[position]
      const same = near && isSameToken(forms, row - 1, position, unaccented, corpus)
      const pair = near ? gainOf(weight) - (same ? 0 : costs.near) : weight === 0 || other === 0 ? -2 : -costs.replaced
      const at = row * columns + column
      const both = (scores[at - columns - 1] ?? 0) + pair
      const onlyGiven = (scores[at - columns] ?? 0) - added
      // After the last word of the piece the rest of the article costs nothing.
      const skipping = row === rows - 1 ? 0 : other === 0 ? costs.mark : costs.missing
      const onlyOriginal = (scores[at - 1] ?? 0) - skipping
      const best = Math.max(both, onlyGiven, onlyOriginal)
      scores[at] = best
      moves[at] = best === both ? 1 : best === onlyGiven ? 2 : 3
    }
  }
  const steps: Step[] = []
  let row = rows - 1
  let column = columns - 1
  while (row > 0) {
    const move = column === 0 ? 2 : moves[row * columns + column]
    const position = window.from + column - 1
    const near = move === 1 && looseNumbers[row - 1] === corpus.loose[position]
    if (move === 1) {
      const same = near && isSameToken(forms, row - 1, position, unaccented, corpus)
      steps.push({ given: row - 1, original: position, same, near })
      row -= 1
      column -= 1
    } else if (move === 2) {
      steps.push({ given: row - 1, same: false, near: false })
      row -= 1
    } else {
      // Skipped at no cost behind the end: not part of the alignment.
      if (row < rows - 1) steps.push({ original: position, same: false, near: false })
      column -= 1
    }
  }
  steps.reverse()
  const matched = steps.filter(({ near }) => near)
  const positions = steps.flatMap(({ original }) => original ?? [])
  const from = positions[0] ?? window.from
  return {
    from,
    to: (positions.at(-1) ?? from - 1) + 1,
    steps,
    matchedWords: matched.filter(({ given }) => (weights[given ?? -1] ?? 0) > 0).length,
    matchedContent: matched.filter(({ given }) => weights[given ?? -1] === 2).length,
    words: weights.filter((weight) => weight > 0).length,
    content: weights.filter((weight) => weight === 2).length,
    score: scores[rows * columns - 1] ?? 0,
  }
}

/** What differs, neighbours together, in reading order; as written in the pasted text and in the article. */
export function differencesOf(
  { steps }: Alignment,
  piece: readonly Token[],
  given: string,
  corpus: VerifyCorpus,
): readonly Difference[] {
  const groups: Step[][] = []
  let open = false
  for (const step of steps) {
    if (step.same) open = false
    else if (open) groups.at(-1)?.push(step)
    else {
      groups.push([step])
      open = true
    }
  }
  const firstStep = steps.find(({ original }) => original !== undefined)
  return groups.map((group) => {
    const givens = group.flatMap((step) => piece[step.given ?? -1] ?? [])
    const originals = group.flatMap(({ original }) => original ?? [])
    const before = steps.slice(0, steps.indexOf(group[0] ?? steps[0] ?? { same: false, near: false }))
    const insertion = before.findLast(({ original }) => original !== undefined)?.original
    const [start, end] =
      originals.length === 0
        ? insertion === undefined
          ? [corpus.starts[firstStep?.original ?? 0] ?? 0, corpus.starts[firstStep?.original ?? 0] ?? 0]
          : [corpus.ends[insertion] ?? 0, corpus.ends[insertion] ?? 0]
        : [corpus.starts[originals[0] ?? 0] ?? 0, corpus.ends[originals.at(-1) ?? 0] ?? 0]
    const original = originals.length === 0 ? '' : corpus.textAt(originals[0] ?? 0).article.text.slice(start, end)
    return {
      kind: givens.length === 0 ? 'missing' : originals.length === 0 ? 'added' : 'replaced',
      given: givens.length === 0 ? '' : given.slice(givens[0]?.start, givens.at(-1)?.end),
      original,
      at: { start, end },
    }
  })
}
