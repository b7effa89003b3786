/** "Mr Lund" in an article that has named Peter Lund is Peter Lund: a later sentence says only the family name. */
import { titles } from '../../entities/titles.ts'
import type { Question } from '../../question/question.ts'
import type { Unit } from '../../reading/quotable.ts'
import { fold } from '../../text/fold.ts'

/** A part of a name counts as found from this likeness. */
const foundFrom = 0.9
/** How well a first name counts as found where only the family name stands. */
const implied = 0.92

/**
 * The likenesses with the first names filled in where the family name stands alone and the article gives the whole name.
 * @param own by unit and by content word of the question.
 */
export function completeNames(
  question: Question,
  units: readonly Unit[],
  own: readonly (readonly number[])[],
): readonly (readonly number[])[] {
  const names = question.names.flatMap((name) => {
    const columns = [...question.content.keys()].filter((column) => {
      const word = question.content[column]
      return word !== undefined && word.start >= name.start && word.end <= name.end
    })
    const isPerson = name.kind === undefined && columns.length >= 2 && columns.length <= 4
    return isPerson ? [columns] : []
  })
  if (names.length === 0) return own
  return names.reduce<readonly (readonly number[])[]>((rows, columns) => {
    const family = columns.at(-1) ?? 0
    const given = new Set(columns.slice(0, -1))
    const whole = new Set(
      units.flatMap((unit, position) =>
        columns.every((column) => (rows[position]?.[column] ?? 0) >= foundFrom) ? [articleKey(unit)] : [],
      ),
    )
    return rows.map((row, position) => {
      const unit = units[position]
      if (unit === undefined || (row[family] ?? 0) < foundFrom || !whole.has(articleKey(unit))) return row
      const word = question.content[family]?.word ?? ''
      if (!standsAlone(unit, word)) return row
      return row.map((value, column) => (given.has(column) ? Math.max(value, implied) : value))
    })
  }, own)
}

function articleKey({ passage }: Unit): string {
  return `${passage.articleId}@${passage.version}`
}

/** Not behind another first name: "Anna Lund" is not Peter Lund. */
function standsAlone(unit: Unit, family: string): boolean {
  return unit.words.some(({ word, start }) => {
    if (word !== family) return false
    const before = /(\p{Lu}[\p{L}'’-]*)\.? $/u.exec(unit.text.slice(0, start))?.[1]
    if (before === undefined) return true
    // The first word of a sentence has a capital anyway.
    return titles.has(fold(before)) || /^(?:the|le|la|l|but|and|et|mais|when|quand|selon|m|if)$/.test(fold(before))
  })
}
