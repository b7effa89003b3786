/** How a source is described, everywhere: who said it, what it is, whose, of when, where in it, and where it is kept. */
import { formatDate, interfaceTexts } from '../interface-texts.ts'
import { nameArticle } from '../name-article.ts'
import type { ArticleFacts, Language } from '../types.ts'

export type Source = {
  readonly article: ArticleFacts
  /** Absent where the whole article is meant. */
  readonly paragraph?: number
  readonly saidBy?: string
  /** Other articles with the same text. */
  readonly copies?: readonly ArticleFacts[]
}

type SourcePart = {
  readonly kind: 'speaker' | 'name' | 'author' | 'outlet' | 'date' | 'paragraph' | 'language' | 'copies' | 'place'
  readonly text: string
}

/** The parts in the order in which they are read; what is unknown of outlet is left out, an unknown date is said. */
export function sourceParts(
  { article, paragraph, saidBy, copies = [] }: Source,
  language: Language,
): readonly SourcePart[] {
  const texts = interfaceTexts(language)
  const { author, outlet, published, updated, url, path } = article
  return [
    ...(saidBy === undefined ? [] : [{ kind: 'speaker', text: texts.saidBy(saidBy) } as const]),
    { kind: 'name', text: nameArticle(article) },
    ...(author === undefined ? [] : [{ kind: 'author', text: author } as const]),
    ...(outlet === undefined ? [] : [{ kind: 'outlet', text: outlet } as const]),
    { kind: 'date', text: published === undefined ? texts.dateUnknown : formatDate(published, language) },
    ...(updated === undefined || updated.slice(0, 10) === published?.slice(0, 10)
      ? []
      : [{ kind: 'date', text: texts.updated(formatDate(updated, language)) } as const]),
    ...(paragraph === undefined ? [] : [{ kind: 'paragraph', text: `${texts.paragraph} ${paragraph}` } as const]),
    ...(article.language === language
      ? []
      : [{ kind: 'language', text: texts.otherLanguage[article.language] } as const]),
    ...(copies.length === 0
      ? []
      : [{ kind: 'copies', text: texts.copies(namesOf(copies), copies.length + 1) } as const]),
    { kind: 'place', text: url ?? path },
  ]
}

/** The same as texts: said by, title or [label], author, outlet, date or "date unknown", paragraph, other language, link or path. */
export function describeSource(source: Source, language: Language): readonly string[] {
  return sourceParts(source, language).map(({ text }) => text)
}

function namesOf(copies: readonly ArticleFacts[]): string {
  return [...new Set(copies.map((article) => article.outlet ?? nameArticle(article)))].join(', ')
}
