/** Who is speaking, where a sentence alone does not say: the words of attribution then stand beside the quote. */
import { readSpeaker } from '../../figures-table/read-speaker.ts'
import { articleOf } from '../missing/coverage.ts'
import type { Unit } from '../units/units.ts'

/** How many sentences back the speaker is looked for. */
const reach = 3

/**
 * The speaker whom one of the sentences before names, as it writes them; undefined unless the sentence reports the words of
 * "he" or "she".
 * @param all the units of the articles; those of one article need not stand together.
 */
export function attribute(unit: Unit, all: readonly Unit[]): string | undefined {
  const own = readSpeaker(unit.text, unit.language)
  // Only "he said" points back; quotation marks alone may stand around the reporter's own word.
  if (own.kind !== 'pronoun') return undefined
  for (const before of sentencesBefore(unit, all)) {
    const attribution = readSpeaker(before.text, before.language)
    if (attribution.kind === 'named') return before.text.slice(attribution.speaker.start, attribution.speaker.end)
  }
  return undefined
}

/** Nearest first. */
function sentencesBefore(unit: Unit, all: readonly Unit[]): readonly Unit[] {
  const placeOf = ({ passage, position }: Unit) => passage.ordinal * 1_000 + position
  return all
    .filter((other) => articleOf(other) === articleOf(unit) && placeOf(other) < placeOf(unit))
    .sort((left, right) => placeOf(right) - placeOf(left))
    .slice(0, reach)
}
