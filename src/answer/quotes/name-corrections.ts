import type { PassageIndex } from '../../ports/passage-index.ts'
import { correctionsBeside } from '../../reading/corrections.ts'
import type { Citation } from '../../types.ts'

/** Says of each citation what its article prints about its own mistakes: it goes with every quote from it. */
export async function nameCorrections(
  citations: readonly Citation[],
  index: Pick<PassageIndex, 'article'>,
): Promise<readonly Citation[]> {
  return await Promise.all(
    citations.map(async (citation) => {
      const article = await index.article(citation.article.id, versionOf(citation.passageId))
      const corrections = article === undefined ? [] : correctionsBeside(article, citation)
      return corrections.length === 0 ? citation : { ...citation, corrections }
    }),
  )
}

/** `<articleId>@<version>.<ordinal>` → version. */
function versionOf(passageId: string): string {
  return passageId.slice(passageId.lastIndexOf('@') + 1, passageId.lastIndexOf('.'))
}
