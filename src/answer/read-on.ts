/** How far is read: the most promising stretches, and more of them where several articles answer. */
import type { Reader } from '../ports/reader.ts'
import { articleOf } from '../reading/article-of.ts'
import { type Readout, type ReadSentence, readStretches } from './read-stretches.ts'
import type { Stretches } from './stretches.ts'

/** A sentence that the reader holds for an answer; "how many on each day?" then goes on in further articles. */
export const likely = 0.3

/**
 * @param limitMs for all of it. What there was no time for among the further stretches leaves nothing in doubt: the
 * answer stood before they were begun.
 */
export async function readOn(
  question: string,
  { first, further }: Stretches,
  reader: Reader,
  limitMs: number,
): Promise<Readout> {
  const began = performance.now()
  const readout = await readStretches(question, first, reader, limitMs)
  if (readout.unread > 0 || further.length === 0 || !doSeveralAnswer(readout.sentences)) return readout
  const more = await readStretches(question, further, reader, limitMs - (performance.now() - began))
  return { sentences: joinSentences(readout.sentences, more.sentences), unread: 0 }
}

function doSeveralAnswer(sentences: readonly ReadSentence[]): boolean {
  return new Set(sentences.filter(({ answers }) => answers >= likely).map(({ unit }) => articleOf(unit))).size > 1
}

/** Each sentence once, as it was read best; best first. */
function joinSentences(one: readonly ReadSentence[], other: readonly ReadSentence[]): readonly ReadSentence[] {
  const best = new Map(one.map((sentence) => [sentence.unit, sentence]))
  for (const sentence of other) {
    const known = best.get(sentence.unit)
    if (known === undefined || known.score < sentence.score) best.set(sentence.unit, sentence)
  }
  return [...best.values()].sort((left, right) => right.score - left.score)
}
