import { buildArticle } from '../../../adapters/sources/build.ts'
import { decodeText } from '../../../adapters/sources/decode.ts'
import type { Extractor } from '../../../adapters/sources/extraction/extractor.ts'
import { readSitemap } from '../../../adapters/sources/feeds/read-sitemap.ts'
import { kindOf } from '../../../adapters/sources/web/page-kind.ts'
import { createRobotsRules } from '../../../adapters/sources/web/robots.ts'
import { splitPassages } from '../../../src/reading/split.ts'
import type { InputFormat } from './inputs.ts'

/** Reads one input as a run does: to passages. */
export async function read(bytes: Uint8Array, format: InputFormat, extractor: Extractor): Promise<void> {
  if (format === 'feed') await extractor.readFeed(decodeText(bytes).text, 'https://e.example/feed')
  else if (format === 'robots') await askRobots(decodeText(bytes).text)
  else if (format === 'sitemap') readSitemap(decodeText(bytes).text, 'https://e.example/map')
  else
    splitPassages((await buildArticle({ bytes, path: 'x', stem: 'x', format }, extractor, { language: 'en' })).article)
  kindOf({ mediaType: 'text/html' }, bytes)
}

async function askRobots(text: string): Promise<void> {
  const rules = createRobotsRules('Sourcier', async () => ({ kind: 'text', text }))
  for (const path of ['', 'private/a', `private/${'x/'.repeat(200)}x`]) await rules.allows(`https://e.example/${path}`)
  if (!(rules.delayOf('https://e.example/') >= 0)) throw new Error('the delay is no time')
}
