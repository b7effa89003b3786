/** Sources that a maintainer no longer wants: web addresses, files and folders that were added once. */
import { resolve } from 'node:path'
import { isWebAddress, normalAddress } from '../../../adapters/sources/web/canonical.ts'
import { UserError } from '../../errors.ts'
import { changeKnownSources, readKnownSources } from '../../sources.ts'
import type { Parts } from '../parts.ts'

export type NamedSources = { readonly addresses: readonly string[]; readonly paths: readonly string[] }

/** Which of the names are remembered sources; the rest are ids of articles, where an article has that id. */
export function findSources(
  { dataFolder, workingFolder }: Parts,
  names: readonly string[],
  isArticle: (id: string) => boolean,
): NamedSources & { readonly ids: readonly string[] } {
  const known = readKnownSources(dataFolder)
  const ids: string[] = []
  const addresses: string[] = []
  const paths: string[] = []
  for (const name of names) {
    const path = resolve(workingFolder, name)
    if (isWebAddress(name)) addresses.push(findAddress(name, known.addresses))
    else if (!isArticle(name) && known.paths.includes(path)) paths.push(path)
    else ids.push(name)
  }
  return { ids, addresses, paths }
}

function findAddress(name: string, known: readonly string[]): string {
  const address = normalAddress(name) ?? name
  if (known.includes(address)) return address
  throw new UserError(`"${name}" is no source: "sourcier status" lists them, "sourcier articles" the ids of articles`)
}

/** Nothing is read there any more. */
export function forgetSources({ dataFolder }: Parts, { addresses, paths }: NamedSources): void {
  changeKnownSources(dataFolder, (known) => ({
    ...known,
    addresses: known.addresses.filter((address) => !addresses.includes(address)),
    paths: known.paths.filter((path) => !paths.includes(path)),
  }))
}

/** One line a source: what becomes of its articles. */
export function describeForgotten({ addresses, paths }: NamedSources): readonly string[] {
  return [
    ...addresses.map(
      (address) => `${address} is no source any more; its articles stay until they are removed by their ids.`,
    ),
    ...paths.map((path) => `${path} is no source any more; "sourcier index" withdraws its articles.`),
  ]
}
