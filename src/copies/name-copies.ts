import { oncePerList } from '../once-per-list.ts'
import type { IndexedArticle, PassageIndex } from '../ports/passage-index.ts'
import { foldWords } from '../text/fold.ts'
import type { ArticleFacts, Citation } from '../types.ts'
import { groupBySource } from './one-source.ts'

/** Passages that are looked at for the words of a quote, by so many of its longest: short ones stand everywhere. */
const mostLookedAt = 300
const mostWords = 12

/**
 * Says of each citation which other articles carry the same words: copies of its text, and what the same outlet, host or
 * author made of it, so that three copies of an agency's story are not taken for three sources.
 * @param revision the newest unless given.
 */
export async function nameCopies(
  citations: readonly Citation[],
  index: PassageIndex,
  revision?: number,
): Promise<readonly Citation[]> {
  if (citations.length === 0) return citations
  const articles = await index.articles(revision)
  return await Promise.all(
    citations.map(async (citation) => {
      const copied = ofOneOrigin(articles).get(citation.article.id) ?? []
      const retold = await ofOneSource(citation, articles, index, revision)
      const others = [...new Set([...copied, ...retold])].filter(({ id }) => id !== citation.article.id)
      if (others.length === 0) return citation
      const copies = await holding(citation.quote, others, index)
      return copies.length === 0 ? citation : { ...citation, copies }
    }),
  )
}

/** Articles of the citation's source in which its words are found: of thousands only these are read. */
async function ofOneSource(
  { quote, article }: Citation,
  articles: readonly IndexedArticle[],
  index: PassageIndex,
  revision: number | undefined,
): Promise<readonly IndexedArticle[]> {
  const groups = groupBySource(articles)
  const own = groups.get(article.id)
  const others = new Map(articles.filter(({ id }) => groups.get(id) === own).map((one) => [one.id, one]))
  if (own === undefined || others.size < 2) return []
  const words = [...new Set(foldWords(quote).map(({ word }) => word))].toSorted(
    (one, other) => other.length - one.length,
  )
  const hits = await index.matching(words.slice(0, mostWords), mostLookedAt, revision)
  const passages = await index.passages(hits.map(({ passageId }) => passageId))
  return [...new Set(passages.map(({ articleId }) => articleId))].flatMap((id) => others.get(id) ?? [])
}

async function holding(
  quote: string,
  articles: readonly IndexedArticle[],
  index: PassageIndex,
): Promise<readonly ArticleFacts[]> {
  const words = wordsOf(quote)
  const held = await Promise.all(
    articles.map(async ({ version, sha256: _sha256, passages: _passages, origin: _origin, ...facts }) => {
      const text = (await index.article(facts.id, version))?.text ?? ''
      return wordsOf(text).includes(words) ? [facts] : []
    }),
  )
  return held.flat()
}

/** For each article the articles of its origin, itself among them. */
const ofOneOrigin = oncePerList((articles: readonly IndexedArticle[]): ReadonlyMap<string, IndexedArticle[]> => {
  const byOrigin = new Map<string, IndexedArticle[]>()
  for (const article of articles) {
    const others = byOrigin.get(article.origin)
    if (others === undefined) byOrigin.set(article.origin, [article])
    else others.push(article)
  }
  return new Map(articles.map(({ id, origin }) => [id, byOrigin.get(origin) ?? []]))
})

/** With a space at both ends, so that words are found whole. */
function wordsOf(text: string): string {
  return ` ${foldWords(text)
    .map(({ word }) => word)
    .join(' ')} `
}
