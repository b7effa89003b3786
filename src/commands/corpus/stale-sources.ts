/** Whether feeds and sitemaps have gone quiet: then answers may be old without anybody noticing. */
import { readWebMemory } from '../../../adapters/sources/web/memory.ts'
import { formatDate } from '../../interface-texts.ts'
import { readKnownSources } from '../../sources.ts'
import type { Language } from '../../types.ts'

/** A feed or sitemap among the sources, and when it last brought an article. */
export type SourceNews = {
  readonly address: string
  /** ISO timestamp of the run. */
  readonly lastNew: string
  /** Of the latest articles that it brought, oldest first: ISO dates. */
  readonly dates: readonly string[]
}

const dayMs = 24 * 60 * 60 * 1_000
const leastExpectedMs = 2 * dayMs
const usualExpectedMs = 7 * dayMs
/** So many gaps without news are more than chance. */
const gapsAllowed = 3
/** Fewer articles say nothing of how often they come. */
const fewestDates = 4

/** Pages, files and folders are not among them: nobody promised that they change. Makes no file. */
export function whenLastNew(dataFolder: string): readonly SourceNews[] {
  const memory = readWebMemory(dataFolder)
  return readKnownSources(dataFolder).addresses.flatMap((address) => {
    const source = Object.hasOwn(memory, address) ? memory[address] : undefined
    if (source === undefined || source.kind === 'page' || source.lastNew === undefined) return []
    return [{ address, lastNew: source.lastNew, dates: source.dates }]
  })
}

/** After how long without news, in milliseconds, a source counts as quiet: three of its usual gaps, at least two days. */
export function expectedWithinMs(dates: readonly string[]): number {
  const times = dates.map((date) => Date.parse(date)).filter((time) => !Number.isNaN(time))
  if (times.length < fewestDates) return usualExpectedMs
  const ordered = times.toSorted((left, right) => left - right)
  const gaps = ordered.slice(1).map((time, index) => time - (ordered[index] ?? time))
  const median = gaps.toSorted((left, right) => left - right)[Math.floor(gaps.length / 2)] ?? usualExpectedMs
  return Math.max(leastExpectedMs, gapsAllowed * median)
}

/** One line that names the source that has been quiet longest, or undefined when all bring what is expected of them. */
export function describeStale(news: readonly SourceNews[], now: Date, language: Language): string | undefined {
  const quiet = news
    .filter(({ lastNew, dates }) => now.getTime() - Date.parse(lastNew) > expectedWithinMs(dates))
    .toSorted((left, right) => (left.lastNew < right.lastNew ? -1 : 1))
  const [longest] = quiet
  if (longest === undefined) return undefined
  const host = new URL(longest.address).host
  const since = formatDate(longest.lastNew, language)
  const more = quiet.length - 1
  if (language === 'fr') {
    const others = more > 0 ? ` (et ${more} autre${more > 1 ? 's' : ''})` : ''
    return `Rien de nouveau de ${host}${others} depuis le ${since} : c’est plus long que d’habitude.`
  }
  const others = more > 0 ? ` (and ${more} more)` : ''
  return `Nothing new from ${host}${others} since ${since}: that is longer than usual.`
}
