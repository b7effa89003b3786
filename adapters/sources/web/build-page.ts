import { type BuiltArticle, buildArticle } from '../build.ts'
import { UnreadableError } from '../decode.ts'
import type { Extractor } from '../extraction/extractor.ts'
import type { SourceFacts } from '../facts.ts'
import { normalAddress } from './canonical.ts'
import { kindOf, unpackFile } from './page-kind.ts'
import type { FetchedPage } from './types.ts'

/**
 * The article of a fetched page.
 * @param listed what the feed says of it: fills what the page itself does not say.
 * @param isOthers whether an address is another article's: then the page keeps its own.
 * @throws UnreadableError when it is none.
 */
export async function buildPage(
  page: FetchedPage,
  extractor: Extractor,
  listed: SourceFacts = {},
  isOthers?: (address: string) => boolean,
): Promise<BuiltArticle> {
  const bytes = unpackFile(page.bytes)
  const format = kindOf(page, bytes)
  if (format === 'feed' || format === 'sitemap') throw new UnreadableError(`it is a ${format}, not an article`)
  const path = normalAddress(page.url) ?? page.url
  const source = { bytes, path, stem: 'page', format, charset: page.charset, address: page.url, isOthers }
  return await buildArticle(source, extractor, {}, listed)
}
