import { splitWords } from './bert-text.ts'

/** Token ids of one text. */
export type EncodedText = Uint16Array

export const PADDING = '[PAD]'
export const UNKNOWN = '[UNK]'
export const CONTINUATION = '##'
const LONGEST_WORD = 100

export type Tokenizer = {
  readonly pieces: readonly string[]
  encode(text: string): EncodedText
  /** Pieces of one folded word. */
  encodeWord(word: string): readonly number[]
}

/** Longest match first, like every WordPiece tokenizer. A word with a piece missing is one unknown token. */
export function createTokenizer(pieces: readonly string[]): Tokenizer {
  const idOf = new Map(pieces.map((piece, id) => [piece, id]))
  const unknown = idOf.get(UNKNOWN) ?? 0
  const known = new Map<string, readonly number[]>()
  const encodeWord = (word: string): readonly number[] => {
    const before = known.get(word)
    if (before) return before
    const ids = matchPieces(word, idOf) ?? [unknown]
    known.set(word, ids)
    return ids
  }
  return {
    pieces,
    encodeWord,
    encode: (text) => Uint16Array.from(splitWords(text).flatMap(encodeWord)),
  }
}

function matchPieces(word: string, idOf: ReadonlyMap<string, number>): readonly number[] | undefined {
  const characters = [...word]
  if (characters.length > LONGEST_WORD) return undefined
  const ids: number[] = []
  let start = 0
  while (start < characters.length) {
    let end = characters.length
    let id: number | undefined
    for (; end > start; end--) {
      id = idOf.get((start > 0 ? CONTINUATION : '') + characters.slice(start, end).join(''))
      if (id !== undefined) break
    }
    if (id === undefined) return undefined
    ids.push(id)
    start = end
  }
  return ids
}
