/** Which figures of a table are those that its topic is about, and not others of the sentences that speak of it. */
import type { Unit } from '../../reading/quotable.ts'
import { foldWords } from '../../text/fold.ts'
import type { Reading } from '../reading.ts'
import { quantitiesOf, type RelevantFigure, wordsBeside } from '../relevant-figures.ts'
import { readTopic } from '../topic.ts'

const sameWord = 0.8

/**
 * Of "theatre tickets" the figures that count or price tickets come before its seats: the word that the fewest sentences
 * hold says what is meant. Where the question names what is counted, or no figure goes with that word, all are alike.
 */
export function markMainFigures<Figure extends RelevantFigure>(
  figures: readonly Figure[],
  reading: Reading,
): readonly (Figure & { readonly isMain: boolean })[] {
  const topic = readTopic(reading.question)
  const abouts = topic.counted.length > 0 ? [] : topic.abouts
  const columns = abouts.flatMap((part) => rarest(part, reading))
  // "Computers and smartphones": what is counted itself is meant, rare or not.
  const isMain = (figure: Figure): boolean =>
    columns.some((column) => isAbout(figure, column, reading)) ||
    (figure.number.kind === 'count' && abouts.flat().some((column) => isAbout(figure, column, reading)))
  const main = new Set(figures.filter(isMain))
  // "18 euros, against 15 euros": the one that it is compared with too.
  const isCompared = (figure: Figure): boolean =>
    figure.number.unit === undefined &&
    [...main].some(({ unit, number }) => unit === figure.unit && number.kind === figure.number.kind)
  return figures.map((figure) => ({ ...figure, isMain: main.has(figure) || isCompared(figure) }))
}

/** The columns of one part of a topic that the fewest sentences with a figure hold, of those that any holds. */
function rarest(columns: readonly number[], { coverage }: Reading): readonly number[] {
  const held = columns
    .map((column) => ({
      column,
      units: coverage.units.filter(
        (unit: Unit, row) => (coverage.own[row]?.[column] ?? 0) >= sameWord && quantitiesOf(unit).length > 0,
      ).length,
    }))
    .filter(({ units }) => units > 0)
  const least = Math.min(...held.map(({ units }) => units))
  return held.filter(({ units }) => units === least).map(({ column }) => column)
}

/** The noun that the figure counts is the word, or the word stands beside an amount or a share. */
function isAbout({ unit, number }: RelevantFigure, column: number, { coverage, matcher }: Reading): boolean {
  const likeness = matcher.likenessOf(coverage.words[column]?.word ?? '', unit.language)
  const noun = foldWords(number.unit ?? '').map(({ word }) => word)
  const words = number.kind === 'count' && noun.length > 0 ? noun : [...noun, ...wordsBeside(unit, number)]
  return words.some((word) => likeness(word) >= sameWord)
}
