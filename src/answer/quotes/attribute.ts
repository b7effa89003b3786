/** Who is speaking, where a sentence alone does not say: the words of attribution then stand beside the quote. */

import type { Unit } from '../../reading/quotable.ts'
import { createUnitSpeech } from '../../verify/speech/unit-speech.ts'

/**
 * The speaker whom the article names before the sentence, as it writes them: of a quotation, of "he said", of "the report",
 * and of words that add to theirs. Undefined where the sentence names them itself and where it is nobody's.
 * @param all the units of the articles; those of one article need not stand together.
 */
export function attribute(unit: Unit, all: readonly Unit[]): string | undefined {
  const speech = createUnitSpeech(all)(unit)
  if (speech === undefined || speech.by === 'around') return undefined
  const { unit: named, range, speaker } = speech
  const isShown =
    named.passage.id === unit.passage.id &&
    named.start + range.start >= unit.start &&
    named.start + range.end <= unit.end
  return isShown ? undefined : speaker
}
