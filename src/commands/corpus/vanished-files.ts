/** Files and folders that articles were read from and that are gone: answers go on, but somebody has to know. */
import { existsSync } from 'node:fs'
import { dirname, relative, resolve, sep } from 'node:path'
import { isWebAddress } from '../../../adapters/sources/web/canonical.ts'
import type { IndexedArticle } from '../../ports/passage-index.ts'
import type { Language } from '../../types.ts'

/** Looked for one by one; of a larger corpus the sources themselves are looked for. */
const mostFiles = 2_000

export type SourcePlaces = { readonly workingFolder: string; readonly sources: readonly string[] }

/** Whether a path is a folder or below it. Both absolute. */
export function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path)
  return way === '' || !(way === '..' || way.startsWith(`..${sep}`))
}

/** Of the sources, absolute, those that are gone and that articles were read from. */
export function vanishedSources(
  { workingFolder, sources }: SourcePlaces,
  articles: readonly IndexedArticle[],
): readonly string[] {
  const files = articles.flatMap(({ path }) => (isWebAddress(path) ? [] : [resolve(workingFolder, path)]))
  return sources.filter((source) => !existsSync(source) && files.some((file) => isWithin(file, source)))
}

/**
 * As shown to people: sources that are gone, then single files. A path may have been noted from another working folder:
 * a file counts only where its folder is there.
 */
export function vanishedFiles(places: SourcePlaces, articles: readonly IndexedArticle[]): readonly string[] {
  const gone = vanishedSources(places, articles).map((source) => relative(places.workingFolder, source))
  if (articles.length > mostFiles) return gone
  const files = articles.filter(({ path }) => {
    if (isWebAddress(path)) return false
    const file = resolve(places.workingFolder, path)
    return !existsSync(file) && existsSync(dirname(file))
  })
  return [...new Set([...gone, ...files.map(({ path }) => path)])]
}

/** One line, or undefined when all are there. */
export function describeVanished(paths: readonly string[], language: Language): string | undefined {
  const [first] = paths
  if (first === undefined) return undefined
  const more = paths.length - 1
  if (language === 'fr') {
    const others = more > 0 ? ` (et ${more} autre${more > 1 ? 's' : ''})` : ''
    return `${first}${others} n’est plus là : la réponse s’appuie sur ce qui en avait été lu.`
  }
  const others = more > 0 ? ` (and ${more} more)` : ''
  return `${first}${others} is no longer there: the answer stands on what was read of it.`
}
