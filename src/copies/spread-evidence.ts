/** What is found, with rewrites of one story by one source behind what others say: many of them are one voice. */
import type { Retriever, SearchQuery } from '../ports/retriever.ts'
import { foldWords } from '../text/fold.ts'
import { isStopWord } from '../text/stop-words.ts'
import type { Evidence } from '../types.ts'
import { groupBySource, type SourcedArticle } from './one-source.ts'

/** The share of a passage's telling words that another has too: then it tells the same. */
const sameWords = 0.6
/** Tellings of one matter by one source that stand first when each has other figures: a story that is kept up to date. */
const mostTellings = 3
/** Where so large a share of what was found repeats, other voices are looked for further behind, so many times as far. */
const flooded = 0.5
const reaches = [4, 16]
/** Passages of one source that another is compared with. */
const mostCompared = 40

type Told = { readonly articleId: string; readonly words: ReadonlySet<string> }

/**
 * Searches, and further where one voice fills what is found.
 * @param articles all of the revision that is searched.
 * @returns at most `limit`, best first; what only repeats its own source stands last.
 */
export async function spreadEvidence(
  retriever: Retriever,
  query: SearchQuery,
  limit: number,
  articles: readonly SourcedArticle[],
  revision?: number,
): Promise<readonly Evidence[]> {
  const groups = groupBySource(articles)
  let parted = partRepeats(await retriever.retrieve(query, limit, revision), groups)
  for (const reach of reaches) {
    const { told, repeated } = parted
    if (repeated.length < (told.length + repeated.length) * flooded || repeated.length === 0) break
    parted = partRepeats(await retriever.retrieve({ ...query, reach }, limit * reach, revision), groups)
  }
  return [...parted.told, ...parted.repeated].slice(0, limit)
}

type Parted = { readonly told: readonly Evidence[]; readonly repeated: readonly Evidence[] }

function partRepeats(found: readonly Evidence[], groups: ReadonlyMap<string, string>): Parted {
  const bySource = new Map<string, Told[]>()
  const told: Evidence[] = []
  const repeated: Evidence[] = []
  for (const item of found) {
    const { articleId } = item.passage
    const source = groups.get(articleId) ?? articleId
    const before = bySource.get(source) ?? []
    bySource.set(source, before)
    const words = tellingWords(item)
    const alike = before.filter((other) => other.articleId !== articleId && tellsTheSame(words, other.words))
    if (alike.length >= mostTellings || alike.some((other) => !hasNewFigure(words, other.words))) repeated.push(item)
    else {
      told.push(item)
      if (before.length < mostCompared) before.push({ articleId, words })
    }
  }
  return { told, repeated }
}

function tellingWords({ passage: { text, language } }: Evidence): ReadonlySet<string> {
  const words = foldWords(text).filter(({ word, start, end }) => !isStopWord(word, language, text.slice(start, end)))
  return new Set(words.map(({ word }) => word))
}

function tellsTheSame(words: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  return [...words].filter((word) => others.has(word)).length >= words.size * sameWords
}

/** Another figure is news, however the rest of the words agree. */
function hasNewFigure(words: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  return [...words].some((word) => /\d/u.test(word) && !others.has(word))
}
