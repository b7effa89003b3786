import { groupBySource, type SourcedArticle } from '../copies/one-source.ts'
import type { FigureRow } from './types.ts'

/** Says of rows whose articles are partly of one source (copies, or one outlet, host or author) how many origins they have. */
export function countOrigins(rows: readonly FigureRow[], articles: readonly SourcedArticle[]): readonly FigureRow[] {
  const originOf = groupBySource(articles)
  return rows.map((row) => {
    const ids = new Set(row.sources.map(({ article }) => article.id))
    const origins = new Set([...ids].map((id) => originOf.get(id) ?? id)).size
    return origins === ids.size ? row : { ...row, origins }
  })
}
