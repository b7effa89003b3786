import type { ArticleFacts } from './types.ts'

/** How an article is called in a source line: its title, else a maintainer's description in brackets, else its id. */
export function nameArticle({ title, label, id }: ArticleFacts): string {
  if (title !== undefined) return title
  return label === undefined ? id : `[${label}]`
}
