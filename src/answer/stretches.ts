/** What is read: runs of whole sentences of the best articles, the most promising first. */
import type { PassageIndex } from '../ports/passage-index.ts'
import { readUnits, type Unit } from '../reading/quotable.ts'
import type { ArticleFacts, Evidence } from '../types.ts'

/** A run of an article's sentences, with what is needed to understand them. */
export type ArticleStretch = {
  readonly units: readonly Unit[]
  readonly lead?: string
  /** Similarity of the nearest passage it takes from, −1 to 1. */
  readonly similarity: number
  /** In what order stretches are read: the larger, the sooner. */
  readonly promise: number
}

/** What is read first, and what is read as well where several articles answer. */
export type Stretches = { readonly first: readonly ArticleStretch[]; readonly further: readonly ArticleStretch[] }

/** The articles of the best passages are read, whole where there is room: the answer often stands beside what was found. */
const mostArticles = { first: 5, further: 10 }
export const mostStretches = { first: 10, further: 10 }
/** Characters of a run: about 120 word pieces, as the reader was taught. */
const runCharacters = 480
/** A last sentence so short begins the next run too: what follows may lean on it. */
const repeatedCharacters = 180
/** How far behind the found passages of its article a passage is that was not found. */
const unfoundBehind = 0.06

/** @param evidence best first. */
export async function chooseStretches(
  evidence: readonly Evidence[],
  index: Pick<PassageIndex, 'passagesOf'>,
): Promise<Stretches> {
  const byArticle = new Map<string, Evidence[]>()
  for (const item of evidence) {
    const key = `${item.passage.articleId}@${item.passage.version}`
    byArticle.set(key, [...(byArticle.get(key) ?? []), item])
  }
  const articles = [...byArticle.values()].slice(0, mostArticles.further)
  const whole = await Promise.all(articles.map((found) => stretchesOfArticle(found, index)))
  const first = mostPromising(whole.slice(0, mostArticles.first).flat(), mostStretches.first)
  const rest = whole.flat().filter((stretch) => !first.includes(stretch))
  return { first, further: mostPromising(rest, mostStretches.further) }
}

function mostPromising(stretches: readonly ArticleStretch[], most: number): readonly ArticleStretch[] {
  return stretches.toSorted((left, right) => right.promise - left.promise).slice(0, most)
}

async function stretchesOfArticle(
  found: readonly Evidence[],
  index: Pick<PassageIndex, 'passagesOf'>,
): Promise<readonly ArticleStretch[]> {
  const [first] = found
  if (first === undefined) return []
  const { articleId, version } = first.passage
  const passages = await index.passagesOf(articleId, version)
  const scores = new Map(found.map(({ passage, score }) => [passage.id, score]))
  const similarities = new Map(found.map(({ passage, signals }) => [passage.id, signals['similarity'] ?? 0]))
  const floor = Math.min(...scores.values()) - unfoundBehind
  const least = Math.min(...similarities.values())
  const units = passages.flatMap(readUnits)
  const lead = leadOf(first.article, units)
  return cutIntoRuns(units).map((run): ArticleStretch => {
    const ids = run.map(({ passage }) => passage.id)
    const shown = contextOf(run, units[0] === run[0] ? undefined : lead)
    return {
      units: run,
      similarity: Math.max(...ids.map((id) => similarities.get(id) ?? least)),
      promise: Math.max(...ids.map((id) => scores.get(id) ?? floor)),
      ...(shown !== undefined && { lead: shown }),
    }
  })
}

/** The headline, or what stands in its place: "the centre" and "he" are named there. */
export function leadOf(article: ArticleFacts, units: readonly Unit[]): string | undefined {
  return article.title ?? article.label ?? units[0]?.text
}

/** The line that introduces a list stands before its items in the article, but not always in the run. */
function contextOf(run: readonly Unit[], lead: string | undefined): string | undefined {
  const introduced = run[0]?.context?.text
  const isThere = introduced !== undefined && run.some(({ text }) => text.includes(introduced))
  const parts = [introduced === undefined || isThere ? undefined : introduced, lead].filter(
    (part) => part !== undefined,
  )
  return parts.length === 0 ? undefined : parts.join(' — ')
}

export function cutIntoRuns(units: readonly Unit[]): readonly (readonly Unit[])[] {
  const runs: Unit[][] = []
  let run: Unit[] = []
  let length = 0
  for (const unit of units) {
    if (run.length > 0 && length + unit.text.length > runCharacters) {
      runs.push(run)
      const last = run.at(-1)
      const repeats = last !== undefined && run.length > 1 && last.text.length <= repeatedCharacters
      run = repeats ? [last] : []
      length = repeats ? last.text.length : 0
    }
    run.push(unit)
    length += unit.text.length
  }
  if (run.length > 0) runs.push(run)
  return runs
}
