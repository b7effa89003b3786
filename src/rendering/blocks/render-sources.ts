import type { IndexedArticle } from '../../ports/passage-index.ts'
import type { Language } from '../../types.ts'
import { joinSpans } from '../cutting/spans.ts'
import { deskTexts } from '../texts/desk-texts.ts'
import type { Block, Rendering } from '../types.ts'
import { sourceSpans } from './source-block.ts'

/** The articles that answers come from, a line each, in the order given. */
export function renderSources(articles: readonly IndexedArticle[], language: Language): Rendering {
  const texts = deskTexts(language)
  if (articles.length === 0) return { tone: 'plain', groups: [[{ kind: 'lead', spans: [{ text: texts.noSources }] }]] }
  const items = articles.map((article): Block => {
    const passages = { text: texts.passages(article.passages) }
    return { kind: 'item', spans: joinSpans([sourceSpans({ article }, language), [passages]]) }
  })
  const title: Block = { kind: 'title', spans: [{ text: texts.sourcesHeading(articles.length) }] }
  return { tone: 'plain', groups: [[title, ...items]] }
}
