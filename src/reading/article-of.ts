import type { Passage } from '../types.ts'

/** `<articleId>@<version>`: which text a sentence is of. */
export function articleOf({ passage }: { readonly passage: Pick<Passage, 'articleId' | 'version'> }): string {
  return `${passage.articleId}@${passage.version}`
}
