/**
 * The reader for a checkout without reader models: how much of the question's words a sentence covers, by the static
 * vectors of single words. It sees no grammar; what it says is marked as such by its name.
 */
import { setImmediate as giveWay } from 'node:timers/promises'
import { prepareMatcher } from '../../src/match/similarity.ts'
import type { Reader, Stretch, StretchReading } from '../../src/ports/reader.ts'
import type { WordSpace } from '../../src/ports/word-space.ts'
import { detectLanguage } from '../../src/question/language.ts'
import { createReader } from '../../src/readers/create-reader.ts'
import { foldWords } from '../../src/text/fold.ts'
import { isStopWord } from '../../src/text/stop-words.ts'
import type { Language } from '../../src/types.ts'

export const staticReaderId = 'static'

/** What the words around a sentence count beside its own. */
const aroundShare = 0.5
/** Logistic of the share covered: half of the seeds' own questions (test/golden) reach the middle at their right sentence. */
const steepness = 9
const middle = 0.62

export function createStaticReader(space: WordSpace): Reader {
  return createReader({
    modelId: staticReaderId,
    async read(question, stretches, limitMs, signal) {
      const until = performance.now() + limitMs
      const folded = foldWords(question).map(({ word }) => word)
      const detected = await detectLanguage(question, folded, space)
      const language: Language = detected === 'other' ? 'en' : detected
      const asked = [...new Set(folded.filter((word) => !isStopWord(word, language, word)))]
      const weights = asked.map((word) => Math.max(0.2, space.rarity(word, language) - 1.5))
      const readings: (StretchReading | undefined)[] = []
      for (const stretch of stretches) {
        // All of it is in memory: nobody else would have a turn.
        await giveWay()
        const isLate = signal.aborted || performance.now() >= until
        readings.push(isLate ? undefined : readOne(stretch, await compare(space, language, asked, stretch), weights))
      }
      return readings
    },
  })
}

/** Likeness of each word asked, in the lead and in each sentence: whichever language the text is in. */
async function compare(
  space: WordSpace,
  language: Language,
  asked: readonly string[],
  { lead = '', sentences }: Stretch,
): Promise<readonly (readonly number[])[]> {
  const texts = [lead, ...sentences].map(wordsOf)
  const matcher = await prepareMatcher(space, language, asked, new Set(texts.flat()))
  const likenesses = asked.map((word) => (['en', 'fr'] as const).map((one) => matcher.likenessOf(word, one)))
  return texts.map((words) =>
    likenesses.map((languages) => Math.max(0, ...words.flatMap((word) => languages.map((likeness) => likeness(word))))),
  )
}

/** @param rows likeness of each word asked, in the lead and in each sentence. */
function readOne(
  { sentences }: Stretch,
  rows: readonly (readonly number[])[],
  weights: readonly number[],
): StretchReading {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const [lead = [], ...own] = rows
  const answers = sentences.map((_, at) => {
    const around = [lead, own[at - 1] ?? [], own[at + 1] ?? []]
    const covered = weights.reduce((sum, weight, word) => {
      const nearby = aroundShare * Math.max(...around.map((row) => row[word] ?? 0))
      return sum + weight * Math.max(own[at]?.[word] ?? 0, nearby)
    }, 0)
    return total === 0 ? 0 : 1 / (1 + Math.exp(-steepness * (covered / total - middle)))
  })
  return { holds: Math.max(0, ...answers), sentences: answers }
}

function wordsOf(text: string): readonly string[] {
  return [...new Set(foldWords(text).map(({ word }) => word))]
}
