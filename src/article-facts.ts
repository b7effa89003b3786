import type { ArticleFacts } from './types.ts'

/** The facts of an article and nothing else, in a fixed order: what is listed or cited may carry more. */
export function factsOf(article: ArticleFacts): ArticleFacts {
  const { id, title, label, author, outlet, url, published, updated, language, path } = article
  return {
    id,
    ...(title !== undefined && { title }),
    ...(label !== undefined && { label }),
    ...(author !== undefined && { author }),
    ...(outlet !== undefined && { outlet }),
    ...(url !== undefined && { url }),
    ...(published !== undefined && { published }),
    ...(updated !== undefined && { updated }),
    ...{ language, path },
  }
}
