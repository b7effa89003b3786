/** What stands behind a slice in its sentence and turns it. */
import { foldText, originalRange } from '../../figures/folded-text.ts'
import type { Range } from '../../types.ts'
import { condition, contrast, exception, irony, restrictedObject, reversal } from './turning-words.ts'

/** "ne … | pas", "ne … | que": the half of a negation that the slice leaves behind. */
const otherHalf = /^\s*(?:pas|plus|jamais|rien|personne|aucune?|guere|que|qu'|ni|nullement)(?!\p{L})/u
const openNegation =
  /(?<!\p{L})n(?:e\s|')(?!.*(?<!\p{L})(?:pas|plus|jamais|rien|personne|aucune?|guere|que|qu'|ni|nullement)(?!\p{L}))/u
const claims =
  /^[\s,"”»]*[^,;]{0,60}?(?<!\p{L})(?<verb>claim(?:s|ed)?|alleg(?:es?|ed)|accus(?:es?|ed)|rumou?r\p{L}*|suppos\p{L}+|pretend(?:ent|ait)?|allegue\p{L}*)(?!\p{L})/u
const negatedLead = /^\s*(?:[,–—-]\s*)?(?:not|never|no longer|nor|neither|pas|non|jamais|ni|plus)(?!\p{L})/u

/** @returns offsets in `after`. */
export function turnAfter(after: string, slice: string, isAttributed: boolean): readonly Range[] {
  if (!/\p{L}/u.test(after)) return []
  const source = foldText(after)
  const { folded } = source
  const matched = (pattern: RegExp): readonly Range[] => {
    const match = pattern.exec(folded)
    if (match === null) return []
    const words = match[0].replace(/^[\s,;:(–—-]+/u, '')
    const start = match.index + match[0].length - words.length
    return [originalRange(source, start, match.index + match[0].trimEnd().length)]
  }
  const isOpen = openNegation.test(foldText(slice).folded)
  return [
    ...matched(condition),
    ...matched(exception),
    ...matched(contrast),
    ...matched(negatedLead),
    ...matched(restrictedObject),
    ...matched(reversal),
    ...matched(irony),
    ...(isOpen ? matched(otherHalf) : []),
    ...(isAttributed ? [] : matched(claims)),
  ].filter(({ start, end }) => end > start)
}
