import { foldText } from './bert-text.ts'
import type { HeldOut } from './held-out.ts'
import { compareRows, largestIndex } from './matrix.ts'
import type { TextPair } from './read-pairs.ts'
import { embedTexts, embedWords, type StaticModel } from './static-model.ts'

/** One line of the report: what was measured, over how many, and the figures by name. */
export type Measure = {
  readonly what: string
  readonly count: number
  readonly figures: Readonly<Record<string, number>>
}

/** Translation retrieval of held-out sentences and words. */
export async function measureTranslation(
  model: StaticModel,
  heldOut: HeldOut,
  frenchWords: readonly string[],
  threads: number,
): Promise<readonly Measure[]> {
  return [
    await measureSentences(model, 'tatoeba sentences', heldOut.tatoeba, threads),
    await measureSentences(model, 'tico sentences', heldOut.tico, threads),
    await measureSentences(model, 'pud sentences', heldOut.pud, threads),
    await measureWords(model, 'held-out words of the lexicon', heldOut.words, frenchWords, threads),
  ]
}

/** How often the translation is the first of all. Of a sentence that stands there twice, either translation is right. */
export async function measureSentences(
  model: StaticModel,
  what: string,
  pairs: readonly TextPair[],
  threads: number,
): Promise<Measure> {
  const english = pairs.map((pair) => pair.english)
  const french = pairs.map((pair) => pair.french)
  const toFrench = await firstOfAll(model, english, french, threads)
  const toEnglish = await firstOfAll(model, french, english, threads)
  return { what, count: pairs.length, figures: { 'en→fr': toFrench, 'fr→en': toEnglish } }
}

async function firstOfAll(
  model: StaticModel,
  texts: readonly string[],
  translations: readonly string[],
  threads: number,
): Promise<number> {
  let right = 0
  await compareRows(embedTexts(model, texts), embedTexts(model, translations), threads, (row, cosines) => {
    const found = largestIndex(cosines)
    if (texts[found] === texts[row] || translations[found] === translations[row]) right++
  })
  return right / Math.max(1, texts.length)
}

/** How often the nearest of the frequent French words is one of the given translations. */
export async function measureWords(
  model: StaticModel,
  what: string,
  words: readonly { readonly english: string; readonly french: readonly string[] }[],
  frenchWords: readonly string[],
  threads: number,
): Promise<Measure> {
  const listed = new Set(frenchWords)
  const known = words
    .map((word) => ({
      english: foldText(word.english),
      french: word.french.map(foldText).filter((one) => listed.has(one)),
    }))
    .filter((word) => word.french.length > 0)
  let first = 0
  let amongFive = 0
  await compareRows(
    embedWords(
      model,
      known.map((word) => word.english),
    ),
    embedWords(model, frenchWords),
    threads,
    (row, cosines) => {
      // The same spelling is the same vector and says nothing about translation.
      const english = known[row]?.english ?? ''
      const rank = bestRank(cosines, frenchWords, english, new Set(known[row]?.french))
      if (rank === 1) first++
      if (rank <= 5) amongFive++
    },
  )
  const count = known.length
  return { what, count, figures: { 'P@1': first / Math.max(1, count), 'P@5': amongFive / Math.max(1, count) } }
}

function bestRank(cosines: Float32Array, words: readonly string[], self: string, wanted: ReadonlySet<string>): number {
  let best = Number.NEGATIVE_INFINITY
  for (const [index, word] of words.entries()) if (wanted.has(word)) best = Math.max(best, cosines[index] ?? 0)
  let rank = 1
  for (const [index, word] of words.entries()) {
    if ((cosines[index] ?? 0) > best && !wanted.has(word) && word !== self) rank++
  }
  return rank
}
