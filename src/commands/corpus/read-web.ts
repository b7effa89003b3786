/** Asks the web addresses among the sources what they have. */
import { createExtractor } from '../../../adapters/sources/extraction/extractor.ts'
import { isWebAddress, normalAddress } from '../../../adapters/sources/web/canonical.ts'
import { createWebFetcher } from '../../../adapters/sources/web/fetcher.ts'
import { readWebMemory } from '../../../adapters/sources/web/memory.ts'
import { type AddressReading, readAddresses } from '../../../adapters/sources/web/read-addresses.ts'
import { readKnownSources } from '../../sources.ts'
import type { Parts } from '../parts.ts'
import { createProgress } from '../progress.ts'
import { readVersion } from '../version.ts'
import { indexedArticles } from './facts.ts'

/** Nothing was asked. */
export const noAddresses: AddressReading = {
  articles: [],
  problems: [],
  notes: [],
  gone: [],
  answered: [],
  memory: {},
}

/**
 * Takes as long as the servers take; the corpus is not locked meanwhile.
 * @param addresses in their one writing.
 */
export async function readWeb(
  parts: Parts,
  addresses: readonly string[],
  signal: AbortSignal | undefined,
): Promise<AddressReading> {
  if (addresses.length === 0) return noAddresses
  const { settings, dataFolder } = parts
  const indexed = await indexedArticles(parts)
  const known = new Set([...indexed.map(({ id }) => id), ...readKnownSources(dataFolder).withdrawn])
  const held = new Map(
    indexed.flatMap(({ id, path, url }) => {
      const addresses = [path, url ?? path].flatMap((at) => normalAddress(at) ?? [])
      return addresses.map((address) => [address, { id, isPage: isWebAddress(path) }] as const)
    }),
  )
  const fetcher = createWebFetcher({
    version: readVersion(),
    contact: settings.web.publicUrl,
    allowPrivate: settings.fetchPrivate,
  })
  const extractor = createExtractor()
  const progress = createProgress({ title: 'Fetching', unit: 'pages' })
  try {
    return await readAddresses(addresses, {
      ...{ fetcher, extractor, signal, held },
      memory: readWebMemory(dataFolder),
      isKnown: (id) => known.has(id),
      onProgress: progress.update,
    })
  } finally {
    progress.stop()
    extractor.close()
    await fetcher.close()
  }
}
