/** Lines of a text whose capitals are those of a heading. */
import { foldString } from '../figures/folded-text.ts'
import type { Language, Range } from '../types.ts'
import { isCommonWord } from './common-words.ts'

/** Lines written as titles ("Scope of the Operation"): most longer words have a capital, so capitals say little. */
export function headingLines(text: string, language: Language): readonly Range[] {
  return [...text.matchAll(/[^\n\r]+/g)].flatMap((line) => {
    const long = line[0].match(/\p{L}{4,}/gu) ?? []
    const capitals = long.filter((word) => /^\p{Lu}/u.test(word)).length
    const prose = /[.!?…:]["”»)]?\s*$/.test(line[0]) && !/\.{3}|…/.test(line[0])
    const ordinary = long.slice(1).some((word) => /^\p{Lu}/u.test(word) && isCommonWord(foldString(word), language))
    const heading = !prose && ordinary && long.length >= 3 && capitals / long.length >= 0.75 && /\p{Ll}/u.test(line[0])
    return heading ? [{ start: line.index, end: line.index + line[0].length }] : []
  })
}
