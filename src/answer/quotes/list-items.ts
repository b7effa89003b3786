/** A line that only introduces a list ("The police seized:") is nothing without its items: they are quoted instead. */
import type { Question } from '../../question/question.ts'
import { articleOf } from '../../reading/article-of.ts'
import type { Unit } from '../../reading/quotable.ts'
import { stem } from '../../text/stems.ts'
import { isStopWord } from '../../text/stop-words.ts'
import type { ReadSentence } from '../read-stretches.ts'

const mostItems = 6

/** An introducing line with so many words of its own says something by itself. */
const tellingWords = 4

/**
 * The units with every introducing line followed by the items of its list, the best of them first, each shown with it;
 * a line that only repeats the question is left out.
 * @param all what was read of the articles.
 */
export function listed(
  units: readonly Unit[],
  question: Question,
  all: readonly Unit[],
  sentences: readonly ReadSentence[],
): readonly Unit[] {
  const chosen = new Set<Unit>()
  const scores = new Map(sentences.map((item) => [item.unit, item.score]))
  const scoreOf = (unit: Unit) => scores.get(unit) ?? Number.NEGATIVE_INFINITY
  for (const unit of units) {
    const items = itemsOf(unit, all)
    const byScore = [...items].sort((left, right) => scoreOf(right) - scoreOf(left) || 0)
    if (items.length === 0 || saysMore(unit, question)) chosen.add(unit)
    for (const item of byScore.slice(0, mostItems)) chosen.add(item)
  }
  return [...chosen]
}

function saysMore({ words, language, text }: Unit, question: Question): boolean {
  const asked = new Set(question.words.map(({ word }) => stem(word, language)))
  const own = words.filter(
    ({ word, start, end }) => !isStopWord(word, language, text.slice(start, end)) && !asked.has(stem(word, language)),
  )
  return own.length >= tellingWords
}

function itemsOf(unit: Unit, all: readonly Unit[]): readonly Unit[] {
  const line = unit.text.trimEnd()
  if (!line.endsWith(':')) return []
  return all.filter(
    (other) =>
      other !== unit &&
      articleOf(other) === articleOf(unit) &&
      other.passage.ordinal > unit.passage.ordinal &&
      other.context?.text.trimEnd().endsWith(line) === true,
  )
}
