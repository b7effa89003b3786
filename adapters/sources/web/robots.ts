/** What sites ask of programs that fetch: robots.txt, read once a site and run (RFC 9309). */
import { createRequire } from 'node:module'

/** `missing`: the site has none; `unknown`: it could not be read, and then nothing is fetched. */
export type RobotsFile = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'missing' | 'unknown' }

export type RobotsRules = {
  /** Whether our user agent may fetch an address. */
  allows(url: string): Promise<boolean>
  /** How long a site wants to be left alone between two requests, in milliseconds, as far as that is already known. */
  delayOf(url: string): number
}

type ParsedRobots = {
  isAllowed(url: string, agent: string): boolean | undefined
  getCrawlDelay(agent: string): number | undefined
}
type SiteRules = { readonly allows: (url: string) => boolean; readonly delayMs: number }

// A CommonJS module whose types speak of a default export that Node does not find there.
const require = createRequire(import.meta.url)
const parseRobots: (url: string, text: string) => ParsedRobots = require('robots-parser')

/** The parser's work grows with rules × wildcards × path: a site that asks for more than this is not fetched from. */
const longestRule = 500
const mostWildcardRules = 200
/** A site that wants more is visited as slowly as this, in milliseconds. */
const longestDelayMs = 10_000

/**
 * @param agent the name that robots.txt may speak to.
 * @param read fetches the robots.txt of an origin.
 */
export function createRobotsRules(agent: string, read: (robotsUrl: string) => Promise<RobotsFile>): RobotsRules {
  const asked = new Map<string, Promise<SiteRules>>()
  const delays = new Map<string, number>()
  const rulesOf = async (robotsUrl: string): Promise<SiteRules> => {
    const rules = toRules(await read(robotsUrl), robotsUrl, agent)
    delays.set(robotsUrl, rules.delayMs)
    return rules
  }
  return {
    async allows(url) {
      const robotsUrl = robotsUrlOf(url)
      const rules = asked.get(robotsUrl) ?? rulesOf(robotsUrl)
      asked.set(robotsUrl, rules)
      return (await rules).allows(url)
    },
    delayOf: (url) => delays.get(robotsUrlOf(url)) ?? 0,
  }
}

function toRules(file: RobotsFile, robotsUrl: string, agent: string): SiteRules {
  if (file.kind !== 'text') return { allows: () => file.kind === 'missing', delayMs: 0 }
  const lines = file.text.split(/\r\n?|\n/u)
  const wildcards = lines.filter((line) => line.includes('*') && !/^\s*user-agent/iu.test(line))
  const isOdd = lines.some((line) => line.length > longestRule && /^\s*(?:dis)?allow/iu.test(line))
  if (isOdd || wildcards.length > mostWildcardRules) return { allows: () => false, delayMs: 0 }
  const rules = parseRobots(robotsUrl, file.text)
  const delayMs = Math.min(longestDelayMs, Math.max(0, (rules.getCrawlDelay(agent) ?? 0) * 1_000))
  return { allows: (url) => rules.isAllowed(url, agent) !== false, delayMs }
}

function robotsUrlOf(url: string): string {
  return new URL('/robots.txt', url).href
}
