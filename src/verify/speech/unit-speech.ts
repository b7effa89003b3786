/** Who says the sentences of passages, as the units of answers. */
import { articleOf } from '../../reading/article-of.ts'
import type { Unit } from '../../reading/quotable.ts'
import type { Range } from '../../types.ts'
import { createSpeechReader, type Speech } from './who-says.ts'

/** `unit`: the sentence that names the speaker; `range` (UTF-16): where in its text. */
export type UnitSpeech = {
  readonly unit: Unit
  readonly range: Range
  readonly speaker: string
  readonly by: Speech['by']
}

/** @param units of any articles, in any order; those of one article need not be all. */
export function createUnitSpeech(units: readonly Unit[]): (unit: Unit) => UnitSpeech | undefined {
  const readers = new Map<string, (unit: Unit) => UnitSpeech | undefined>()
  return (unit) => {
    const article = articleOf(unit)
    const known = readers.get(article)
    if (known !== undefined) return known(unit)
    const read = createArticleSpeech(units.filter((other) => articleOf(other) === article))
    readers.set(article, read)
    return read(unit)
  }
}

function createArticleSpeech(units: readonly Unit[]): (unit: Unit) => UnitSpeech | undefined {
  const ordered = units.toSorted((left, right) => left.passage.start + left.start - right.passage.start - right.start)
  const read = createSpeechReader(withParagraphs(ordered))
  return ({ passage, start, end }) => {
    for (const [at, other] of ordered.entries()) {
      if (other.passage.id !== passage.id || other.start >= end || start >= other.end) continue
      const speech = read(at)
      const unit = ordered[speech?.sentence ?? -1]
      if (speech !== undefined && unit !== undefined) return { ...speech, unit }
    }
    return undefined
  }
}

/** A line break begins another paragraph, and so does a passage. */
function withParagraphs(units: readonly Unit[]) {
  let paragraph = 0
  return units.map(({ text, language, passage, start }, at) => {
    const before = units[at - 1]
    const isNext = before?.passage.id === passage.id && !/[\n\r]/.test(passage.text.slice(before.end, start))
    if (!isNext) paragraph += 1
    return { text, language, paragraph }
  })
}
