/** Who is speaking, where a sentence alone does not say: the words of attribution then stand beside the quote. */

import type { Unit } from '../../reading/quotable.ts'
import { createUnitSpeech } from '../../speech/unit-speech.ts'

/**
 * The speaker as the article names them, of a quotation whose lead-in stands elsewhere and of "he said". Undefined where the
 * sentence names them itself, where it is nobody's, and where it only might be somebody's.
 * @param all the units of the articles; those of one article need not stand together.
 */
export function attribute(unit: Unit, all: readonly Unit[]): string | undefined {
  const said = createUnitSpeech(all)(unit)
  if (said?.named === undefined) return undefined
  const { named, article } = said
  const start = unit.passage.start + unit.start
  const isShown = named.start >= start && named.end <= start + unit.end - unit.start
  return isShown ? undefined : article.text.slice(named.start, named.end)
}
