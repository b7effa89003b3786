/** Texts as the numbers that the models were trained on. `models/reader/texts.py` does the same. */
import type { Stretch } from '../../src/ports/reader.ts'
import { begins, type CutIntoPieces, ends } from './word-pieces.ts'

/** Pieces of each part at most; what is longer is cut. */
const most = { embedded: 256, question: 64, lead: 32, read: 320 }

export type Sequence = { readonly pieces: readonly number[] }

/** A stretch to be read; `from[i]` to `to[i]` are the places of sentence i, none where it was cut off. */
export type ReadSequence = Sequence & { readonly sentences: readonly { readonly from: number; readonly to: number }[] }

export function sequenceToEmbed(cut: CutIntoPieces, text: string): Sequence {
  return { pieces: [begins, ...cut(text).slice(0, most.embedded - 2), ends] }
}

/** `<s> query: question </s></s> lead </s></s> sentence </s> sentence </s> …` */
export function sequenceToRead(cut: CutIntoPieces, question: string, { lead, sentences }: Stretch): ReadSequence {
  const pieces: number[] = [begins, ...cut(`query: ${question}`).slice(0, most.question), ends, ends]
  if (lead !== undefined && lead.trim() !== '') pieces.push(...cut(lead).slice(0, most.lead), ends, ends)
  const places: { from: number; to: number }[] = []
  for (const sentence of sentences) {
    const own = cut(sentence).slice(0, Math.max(0, most.read - pieces.length - 1))
    if (own.length === 0) {
      // Nothing can be said of what is not seen; the places after it stay empty too when there is no room.
      places.push({ from: pieces.length, to: pieces.length })
      continue
    }
    places.push({ from: pieces.length, to: pieces.length + own.length + 1 })
    pieces.push(...own, ends)
  }
  return { pieces, sentences: places }
}
