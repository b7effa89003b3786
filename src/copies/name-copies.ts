import { oncePerList } from '../once-per-list.ts'
import type { IndexedArticle, PassageIndex } from '../ports/passage-index.ts'
import { foldWords } from '../text/fold.ts'
import type { ArticleFacts, Citation } from '../types.ts'

/**
 * Says of each citation which other articles carry the same text with the same words quoted, so that three copies of an
 * agency's story are not taken for three sources.
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
      const others = ofOneOrigin(articles)
        .get(citation.article.id)
        ?.filter(({ id }) => id !== citation.article.id)
      if (others === undefined || others.length === 0) return citation
      const copies = await holding(citation.quote, others, index)
      return copies.length === 0 ? citation : { ...citation, copies }
    }),
  )
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
