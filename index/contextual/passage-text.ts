/** What the encoder sees of a passage: the article's headline and the line that introduces a list, then its words. */
import { LRUCache } from 'lru-cache'
import { oncePerList } from '../../src/once-per-list.ts'
import type { IndexedArticle, PassageIndex } from '../../src/ports/passage-index.ts'
import { readUnits } from '../../src/reading/quotable.ts'
import { searchableText } from '../../src/searchable.ts'
import type { Passage } from '../../src/types.ts'
import { passageLead } from './retrieval-settings.ts'

/** The text by which a passage is embedded; of any version, current or not. */
export function createPassageText(
  index: Pick<PassageIndex, 'articles' | 'passagesOf'>,
): (passage: Passage) => Promise<string> {
  const first = new LRUCache<string, string>({ max: passageLead.rememberedArticles })

  const firstSentence = async (articleId: string, version: string): Promise<string> => {
    const key = `${articleId}@${version}`
    const known = first.get(key)
    if (known !== undefined) return known
    const [passage] = await index.passagesOf(articleId, version)
    const sentence = passage === undefined ? '' : (readUnits(passage)[0]?.text ?? '')
    first.set(key, sentence)
    return sentence
  }

  return async (passage) => {
    const text = searchableText(passage)
    const title = titles(await index.articles()).get(passage.articleId)
    const lead = title ?? (passage.ordinal === 1 ? '' : await firstSentence(passage.articleId, passage.version))
    return lead === '' || text.includes(lead) ? text : `${lead.slice(0, passageLead.characters)} — ${text}`
  }
}

const titles = oncePerList(
  (articles: readonly IndexedArticle[]) =>
    new Map(
      articles.flatMap(({ id, title, label }): [string, string][] => {
        const lead = title ?? label
        return lead === undefined ? [] : [[id, lead]]
      }),
    ),
)
