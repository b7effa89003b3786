/** What the corpus holds and where it comes from. Light: reading articles is left to those who do it. */
import type { IndexedArticle } from '../../ports/passage-index.ts'
import { readKnownSources } from '../../sources.ts'
import type { Parts } from '../parts.ts'

/** Looking leaves nothing behind, not even an empty database. */
export async function indexedArticles(parts: Parts): Promise<readonly IndexedArticle[]> {
  if (!parts.hasCorpus()) return []
  const { index } = await parts.corpus()
  return (await index.revision()) === undefined ? [] : await index.articles()
}

/** The seeds folder and what was added, absolute. */
export function knownSources(parts: Pick<Parts, 'seedsFolder' | 'dataFolder'>): readonly string[] {
  return [...new Set([parts.seedsFolder, ...readKnownSources(parts.dataFolder).paths])]
}
