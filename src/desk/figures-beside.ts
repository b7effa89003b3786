/** What the articles count where a text gives figures in words of its own: quotes are kept word for word, figures retold. */
import { questionLimit } from '../ask.ts'
import { findNumbers, isQuantity } from '../figures/numbers.ts'
import type { FigureRow, FigureTable } from '../figures-table/types.ts'
import { splitSentences } from '../text/sentences.ts'
import type { Language } from '../types.ts'

/** Each is a search of its own. */
const sentencesLookedUp = 3
const rowsAtMost = 6
/** Of fewer words nobody knows what is counted. */
const leastWords = 3

/** Undefined where the text gives no figures, or the articles none on what it speaks of. */
export async function findFiguresBeside(
  text: string,
  language: Language,
  find: (topic: string) => Promise<{ readonly table: FigureTable }>,
): Promise<FigureTable | undefined> {
  const rows = new Map<string, FigureRow>()
  for (const topic of topicsOf(text, language).slice(0, sentencesLookedUp)) {
    const found = (await find(topic)).table.rows
    // A sentence with many figures to it is about too much: they would be beside the point.
    if (found.length <= rowsAtMost) for (const row of found) rows.set(keyOf(row), row)
  }
  return rows.size === 0 ? undefined : { topic: text, rows: [...rows.values()].slice(0, rowsAtMost) }
}

/** What the sentences with figures count, without how many: those of the articles may be others. */
function topicsOf(text: string, language: Language): readonly string[] {
  return splitSentences(text, language)
    .map(({ start, end }) => text.slice(start, end))
    .flatMap((sentence) => {
      const figures = findNumbers(sentence, language).filter(isQuantity)
      const rest = figures.reduceRight((left, { start, end }) => `${left.slice(0, start)} ${left.slice(end)}`, sentence)
      const isTopic = figures.length > 0 && (rest.match(/\p{L}{2,}/gu) ?? []).length >= leastWords
      return isTopic && rest.length <= questionLimit ? [rest.replaceAll(/\s+/g, ' ').trim()] : []
    })
}

/** One row stands in one place first, whichever sentence led to it. */
function keyOf({ figure, sources: [first] }: FigureRow): string {
  return `${first?.passageId} ${first?.value.start} ${figure}`
}
