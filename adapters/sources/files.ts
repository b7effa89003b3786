import { readFile, stat } from 'node:fs/promises'
import { parse, relative } from 'node:path'
import type { Article } from '../../src/types.ts'
import { type BuiltArticle, buildArticle, formatOf } from './build.ts'
import { CATALOGUE_NAME, type Catalogue, readCatalogue } from './catalogue.ts'
import { LARGEST_BYTES, UnreadableError } from './decode.ts'
import { createExtractor, type Extractor } from './extraction/extractor.ts'
import type { SourceFacts } from './facts.ts'
import { idFromStem, idsFromPath } from './ids.ts'
import { fileErrorCode, type ListedFile, listFiles } from './listing.ts'

/** Something to tell the maintainer of a file: `path` as shown to people, `reason` one clear line. */
export type SourceRemark = { readonly path: string; readonly reason: string }

const otherFormat = 'only .txt, .md, .html and .pdf files are read'

/** Whether a file was left out because it is none that is read: pictures lie beside articles, and nothing is wrong. */
export function isOfOtherFormat({ reason }: SourceRemark): boolean {
  return reason === otherFormat
}

export type SourceReading = {
  /** In the order of the paths, then by file name; each id once. */
  readonly articles: readonly Article[]
  /** Files that are not among the articles, and why. */
  readonly problems: readonly SourceRemark[]
  /** Files that were read with a guess, and which. */
  readonly notes: readonly SourceRemark[]
}

/**
 * Reads articles from files and folders (with their sub-folders): `.txt`, `.md`, `.html`, `.pdf`. What cannot be read is listed and
 * the rest goes in. What a folder's articles.yaml says goes before what a file says of itself. Throws UserError for a
 * path that does not exist and for a broken articles.yaml.
 * @param given reads the formats that need a process of their own; one is started and ended when none is given.
 */
export async function readSources(
  paths: readonly string[],
  workingFolder: string,
  given?: Extractor,
): Promise<SourceReading> {
  const extractor = given ?? createExtractor()
  try {
    return await readFiles(paths, workingFolder, extractor)
  } finally {
    if (given === undefined) extractor.close()
  }
}

async function readFiles(
  paths: readonly string[],
  workingFolder: string,
  extractor: Extractor,
): Promise<SourceReading> {
  const files = new Map<string, ListedFile>()
  for (const path of paths) {
    for (const listed of await listFiles(path, workingFolder)) {
      if (parse(listed.file).base !== CATALOGUE_NAME) files.set(listed.file, listed)
    }
  }
  const catalogues = await readCatalogues([...files.values()], workingFolder)
  const articles = new Map<string, Article>()
  const problems: SourceRemark[] = []
  const notes: SourceRemark[] = []
  for (const { file, folders } of files.values()) {
    const path = shownPath(file, workingFolder)
    const known = folders.map((folder) => catalogues.get(folder)?.get(file)).find((facts) => facts)
    const read = await tryToRead(file, path, extractor, known)
    const built = 'reason' in read ? read : withFreeId(read, path, articles)
    const holder = 'reason' in built ? undefined : articles.get(built.article.id)
    if ('reason' in built) problems.push({ path, reason: built.reason })
    else if (holder) {
      const reason = `its id "${holder.id}" is already that of ${holder.path}: give one of the two another id`
      problems.push({ path, reason })
    } else {
      articles.set(built.article.id, built.article)
      if (built.note !== undefined) notes.push({ path, reason: built.note })
    }
  }
  problems.push(...(await vanishedFiles(catalogues, workingFolder)))
  return { articles: [...articles.values()], problems, notes }
}

async function readCatalogues(
  files: readonly ListedFile[],
  workingFolder: string,
): Promise<ReadonlyMap<string, Catalogue>> {
  const folders = new Set(files.flatMap((listed) => listed.folders))
  const read = [...folders].map(async (folder) => [folder, await readCatalogue(folder, workingFolder)] as const)
  return new Map(await Promise.all(read))
}

async function tryToRead(
  file: string,
  path: string,
  extractor: Extractor,
  known: SourceFacts | undefined,
): Promise<BuiltArticle | { readonly reason: string }> {
  const { name: stem, ext } = parse(file)
  const extension = ext.toLowerCase()
  try {
    const format = formatOf(extension)
    if (format === undefined) throw new UnreadableError(otherFormat)
    const kind = await stat(file)
    if (!kind.isFile()) throw new UnreadableError('it is not a file')
    if (kind.size > LARGEST_BYTES) throw new UnreadableError('the file is larger than 10 MB')
    return await buildArticle({ bytes: await readFile(file), path, stem, format }, extractor, known)
  } catch (error) {
    const code = fileErrorCode(error)
    if (error instanceof UnreadableError) return { reason: error.message }
    // A library that fails on a damaged page must not keep the other articles out.
    return {
      reason: code === undefined ? `it could not be read: ${messageOf(error)}` : `it cannot be opened (${code})`,
    }
  }
}

/** A file's name is no claim to an id: the second of one name is told apart by its folder. One that was given stays. */
function withFreeId(built: BuiltArticle, path: string, articles: ReadonlyMap<string, Article>): BuiltArticle {
  const { id } = built.article
  if (!articles.has(id) || id !== idFromStem(parse(path).name)) return built
  const free = idsFromPath(path).find((other) => !articles.has(other))
  return free === undefined ? built : { ...built, article: { ...built.article, id: free } }
}

/** Entries of articles.yaml without their file: most often a misspelt name. */
async function vanishedFiles(
  catalogues: ReadonlyMap<string, Catalogue>,
  workingFolder: string,
): Promise<readonly SourceRemark[]> {
  const named = [...catalogues.values()].flatMap((catalogue) => [...catalogue.keys()])
  const remarks = named.map(async (file): Promise<readonly SourceRemark[]> => {
    const isThere = await stat(file).then(
      () => true,
      () => false,
    )
    const reason = `${CATALOGUE_NAME} names this file, but it is not there: correct the name or take the entry out`
    return isThere ? [] : [{ path: shownPath(file, workingFolder), reason }]
  })
  return (await Promise.all(remarks)).flat()
}

function shownPath(file: string, workingFolder: string): string {
  return relative(workingFolder, file).replaceAll('\\', '/')
}

function messageOf(error: unknown): string {
  return error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'unknown fault'
}
