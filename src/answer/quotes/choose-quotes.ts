/** Which sentences are quoted: the best one, then those that the reader holds for answers too and that add something. */
import { findNumbers, isQuantity } from '../../figures/numbers.ts'
import { articleOf } from '../../reading/article-of.ts'
import type { Unit } from '../../reading/quotable.ts'
import type { ReadSentence } from '../read-stretches.ts'

/** Quotes beside the first: what answers as surely as this stands in other places too. */
const likely = 0.3
/** And no further below the best than this (log-odds). */
const reach = 4
/** Another article's sentence with another figure is worth more: it may say that the first is not right. */
const otherFigure = { likely: 0.5, reach: 5 }
export const mostQuotes = 8
/** Of one article: a question that several articles answer shows them all. */
const mostOfArticle = 2
/** Of one outlet, when others have something to say too. */
const mostOfOutlet = 2
/** Of one list: its items answer together. */
const mostItems = 6
/** Two sentences that share more of their words say the same. */
const sameWords = 0.6

/**
 * @param sentences best first.
 * @param outletOf whose sentence it is; each article is its own unless told.
 */
export function chooseQuotes(
  sentences: readonly ReadSentence[],
  most = mostQuotes,
  outletOf: (unit: Unit) => string = articleOf,
): readonly ReadSentence[] {
  const shared = chooseAmong(sentences, most, outletOf)
  const isAlone = new Set(shared.map(({ unit }) => outletOf(unit))).size < 2
  return isAlone ? chooseAmong(sentences, most) : shared
}

/** @param outletOf undefined where one outlet may have all. */
function chooseAmong(
  sentences: readonly ReadSentence[],
  most: number,
  outletOf?: (unit: Unit) => string,
): readonly ReadSentence[] {
  const [best, ...others] = sentences
  if (best === undefined) return []
  const chosen = [best]
  for (const candidate of others) {
    const behind = best.score - candidate.score
    if (chosen.length === most || behind > otherFigure.reach) break
    const isOther = candidate.answers >= otherFigure.likely && isOfOtherFigure(candidate.unit, chosen)
    if (!isOther && (behind > reach || candidate.answers < likely)) continue
    const article = articleOf(candidate.unit)
    const room = isItem(candidate.unit) ? mostItems : mostOfArticle
    if (chosen.filter(({ unit }) => articleOf(unit) === article).length >= room) continue
    if (outletOf !== undefined && isHeard(candidate.unit, chosen, outletOf)) continue
    if (isOther || chosen.every(({ unit }) => addsTo(candidate.unit, unit))) chosen.push(candidate)
  }
  return chosen
}

/** Whether a unit's outlet has said as much as one may; the items of a list are one thing said. */
function isHeard(unit: Unit, chosen: readonly ReadSentence[], outletOf: (unit: Unit) => string): boolean {
  const outlet = outletOf(unit)
  const own = chosen.filter((item) => outletOf(item.unit) === outlet).map((item) => thingSaid(item.unit))
  return new Set(own).size >= mostOfOutlet && !own.includes(thingSaid(unit))
}

function thingSaid(unit: Unit): string | Unit {
  return isItem(unit) ? `${articleOf(unit)} ${unit.context?.text}` : unit
}

/** An item of a list that a line introduces. */
function isItem({ context }: Unit): boolean {
  return context?.text.trimEnd().endsWith(':') === true
}

function isOfOtherFigure(candidate: Unit, chosen: readonly ReadSentence[]): boolean {
  return chosen.every(({ unit }) => hasOtherFigure(candidate, unit))
}

/** Another article that says the same but for a figure disagrees, or has news. */
function hasOtherFigure(candidate: Unit, quoted: Unit): boolean {
  if (articleOf(candidate) === articleOf(quoted)) return false
  const valuesOf = ({ text, language }: Unit) =>
    new Set(
      findNumbers(text, language)
        .filter(isQuantity)
        .map(({ value }) => value),
    )
  const [own, known] = [valuesOf(candidate), valuesOf(quoted)]
  return own.size > 0 && known.size > 0 && [...own].every((value) => !known.has(value))
}

function addsTo(candidate: Unit, quoted: Unit): boolean {
  if (candidate.passage.id === quoted.passage.id && !(isItem(candidate) && isItem(quoted))) return false
  const words = new Set(quoted.vocabulary)
  const shared = candidate.vocabulary.filter((word) => words.has(word)).length
  const all = words.size + candidate.vocabulary.length - shared
  return all === 0 || shared / all <= sameWords
}
