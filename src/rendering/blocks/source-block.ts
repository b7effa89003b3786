import { webAddress } from '../../record/web-address.ts'
import type { ArticleFacts, Language } from '../../types.ts'
import { cleanLine } from '../cutting/clean.ts'
import { cutText } from '../cutting/cut.ts'
import { joinSpans } from '../cutting/spans.ts'
import { type Source, sourceParts } from '../describe-source.ts'
import type { Block, Span } from '../types.ts'

/** Characters shown of a title, an outlet or a speaker: more is no title. */
const partLimit = 300

/** The numbered source under a quote: "[1] Title · outlet · date · paragraph 3", the title linked where there is a link. */
export function sourceBlock(source: Source, language: Language, n?: number): Block {
  const number = n === undefined ? [] : [{ text: `[${n}] ` }]
  return { kind: 'source', spans: [...number, ...sourceSpans(source, language)] }
}

/** The article's own link is on its name, so its place is only written where there is none. */
export function sourceSpans(source: Source, language: Language): readonly Span[] {
  const address = linkOf(source.article)
  const parts = sourceParts(source, language).flatMap(({ kind, text }): readonly (readonly Span[])[] => {
    const shown = cutText(cleanLine(text), partLimit)
    if (kind === 'name') return [[{ text: shown || source.article.id, ...(address !== undefined && { url: address }) }]]
    if (kind !== 'place') return [[{ text: shown }]]
    return address === undefined ? [[{ text: cleanLine(source.article.path) }]] : []
  })
  return joinSpans(parts)
}

/** The link stored with an article, or the page that it was read from; never anything else than the web's. */
function linkOf({ url, path }: ArticleFacts): string | undefined {
  return webAddress(url) ?? webAddress(path)
}
