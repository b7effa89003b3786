import type { IndexedArticle } from '../ports/passage-index.ts'
import type { FigureRow } from './types.ts'

/** Says of rows whose articles are partly copies of one text how many origins they have. */
export function countOrigins(
  rows: readonly FigureRow[],
  articles: readonly Pick<IndexedArticle, 'id' | 'origin'>[],
): readonly FigureRow[] {
  const originOf = new Map(articles.map(({ id, origin }) => [id, origin]))
  return rows.map((row) => {
    const ids = new Set(row.sources.map(({ article }) => article.id))
    const origins = new Set([...ids].map((id) => originOf.get(id) ?? id)).size
    return origins === ids.size ? row : { ...row, origins }
  })
}
