/** Who says the sentences of passages: `readSpeech` over as much of their article as is at hand. */
import { articleOf } from '../reading/article-of.ts'
import type { Unit } from '../reading/quotable.ts'
import type { Range } from '../types.ts'
import { namedBy } from './named-by.ts'
import { type ArticleSpeech, readSpeech } from './read-speech.ts'
import type { Speech } from './types.ts'

export type UnitSpeech = {
  readonly speech: Speech
  /**
   * Where the article writes the speaker (UTF-16 units of it): as the words of attribution do, or in full where these are a
   * pronoun. Undefined where no words attribute it, or a pronoun could be two's.
   */
  readonly named?: Range
  readonly article: ArticleSpeech
}

/** Who says a sentence, or a range of its passage. */
export type SpeechOf = (unit: Unit, range?: Range) => UnitSpeech | undefined

/** @param units of any articles, in any order; those of one article need not be all. */
export function createUnitSpeech(units: readonly Unit[]): SpeechOf {
  const articles = new Map<string, ArticleSpeech>()
  const articleFor = (unit: Unit): ArticleSpeech => {
    const key = articleOf(unit)
    const known = articles.get(key)
    if (known !== undefined) return known
    const read = readSpeech(textOf(units.filter((other) => articleOf(other) === key)), unit.language)
    articles.set(key, read)
    return read
  }
  return (unit, range = { start: unit.start, end: unit.end }) => {
    const article = articleFor(unit)
    const { start } = unit.passage
    const speech = article.speechAt({ start: start + range.start, end: start + range.end })
    if (speech === undefined) return undefined
    const named = namedBy(speech)
    return { speech, article, ...(named !== undefined && { named }) }
  }
}

/** The passages at their places in the article; what stands between them is not at hand, and ends a paragraph. */
function textOf(units: readonly Unit[]): string {
  const passages = [...new Map(units.map(({ passage }) => [passage.id, passage])).values()]
  let text = ''
  for (const { start, text: words } of passages.toSorted((left, right) => left.start - right.start)) {
    const gap = start - text.length
    if (gap > 0) text += text === '' ? ' '.repeat(gap) : `\n${' '.repeat(gap - 1)}`
    text = text.slice(0, start) + words
  }
  return text
}
