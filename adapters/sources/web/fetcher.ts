import { errors } from 'undici'
import { LARGEST_BYTES, UnreachableError, UnreadableError } from '../decode.ts'
import { type AddressOptions, createAddressBook } from './addresses.ts'
import { createPace } from './pace.ts'
import { type Answer, createRequester, headerOf } from './request-once.ts'
import { createRobotsRules, type RobotsFile } from './robots.ts'
import type { FetchedPage, FetchOutcome, FetchRequest, WebFetcher } from './types.ts'

export type FetcherOptions = AddressOptions & {
  readonly version: string
  /** Where who we are can be read, sent with every request. */
  readonly contact?: string | undefined
  /** All of one page, redirects included, in milliseconds; the time in which it waits for its turn is not counted. */
  readonly timeoutMs?: number
  /** Of a body, after unpacking. */
  readonly limitBytes?: number
  /** Between two requests to one host, in milliseconds. */
  readonly pauseMs?: number
}

const agentName = 'Sourcier'
const defaultTimeoutMs = 20_000
const defaultPauseMs = 500
const requestsAtOnce = 2
const mostRedirects = 5
const robotsLimitBytes = 512 * 1024
const longestAddress = 2_000
const redirects = new Set([301, 302, 303, 307, 308])

/** What is left of the time for one page. */
type Budget = { leftMs: number; readonly signal: AbortSignal | undefined }

/** Fetches pages as a guest: says who we are, keeps to robots.txt, and never reaches into a private network. */
export function createWebFetcher(options: FetcherOptions): WebFetcher {
  const { timeoutMs = defaultTimeoutMs, limitBytes = LARGEST_BYTES, pauseMs = defaultPauseMs } = options
  const contact = options.contact === undefined ? '' : `; +${options.contact}`
  const userAgent = `${agentName}/${options.version} (quotes news articles with their source${contact})`
  const addressesOf = createAddressBook(options)
  const requester = createRequester({ userAgent, addressesOf })
  const pace = createPace(requestsAtOnce)

  const requestInTurn = (url: URL, headers: Record<string, string>, limit: number, budget: Budget) => {
    const pause = () => Math.max(pauseMs, robots.delayOf(url.href))
    return pace.run(url.host, pause, async () => {
      const started = performance.now()
      const timeout = AbortSignal.timeout(Math.max(1, Math.round(budget.leftMs)))
      const signal = budget.signal === undefined ? timeout : AbortSignal.any([timeout, budget.signal])
      try {
        return await requester.request(url, headers, limit, signal)
      } catch (error) {
        throw describeFault(error, timeout.aborted, timeoutMs)
      } finally {
        budget.leftMs -= performance.now() - started
      }
    })
  }

  const follow = async (
    start: string,
    headers: Record<string, string>,
    limit: number,
    budget: Budget,
    check: (url: URL) => Promise<void>,
  ): Promise<Answer> => {
    let url = new URL(start)
    for (let hops = 0; hops <= mostRedirects; hops += 1) {
      refuseOddAddress(url)
      await check(url)
      const answer = await requestInTurn(url, headers, limit, budget)
      if (!redirects.has(answer.status)) return answer
      const location = headerOf(answer.headers, 'location')
      if (location === '' || !URL.canParse(location, url.href)) throw new UnreadableError('its redirect leads nowhere')
      url = new URL(location, url)
    }
    throw new UnreadableError(`it redirects more than ${mostRedirects} times`)
  }

  const readRobots = async (robotsUrl: string): Promise<RobotsFile> => {
    try {
      const budget = { leftMs: timeoutMs, signal: undefined }
      const { status, bytes } = await follow(robotsUrl, {}, robotsLimitBytes, budget, async () => undefined)
      if (status >= 400 && status < 500) return { kind: 'missing' }
      return status === 200 ? { kind: 'text', text: new TextDecoder().decode(bytes) } : { kind: 'unknown' }
    } catch {
      return { kind: 'unknown' }
    }
  }
  const robots = createRobotsRules(agentName, readRobots)
  const checkRobots = async (url: URL) => {
    // Said first, and without asking the machine for its robots.txt.
    await addressesOf(url.hostname)
    if (!(await robots.allows(url.href))) {
      throw new UnreachableError(`${url.host} does not want it fetched, or does not say (robots.txt)`)
    }
  }

  return {
    async fetch(wanted: FetchRequest): Promise<FetchOutcome> {
      if (!URL.canParse(wanted.url)) throw new UnreadableError('it is no web address')
      const budget = { leftMs: timeoutMs, signal: wanted.signal }
      return toOutcome(await follow(wanted.url, conditionsOf(wanted), limitBytes, budget, checkRobots))
    },
    close: requester.close,
  }
}

function refuseOddAddress(url: URL): void {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new UnreadableError(`only http and https addresses are fetched, not ${url.protocol}`)
  }
  if (url.username !== '' || url.password !== '')
    throw new UnreadableError('an address with a user name or password in it is not fetched')
  if (url.href.length > longestAddress) {
    throw new UnreadableError(`its address is longer than ${longestAddress} characters`)
  }
  // Mail, databases and the like listen there, and would take a request for their own language.
  if (url.port !== '' && Number(url.port) < 1024) {
    throw new UnreadableError(`port ${url.port} is not one of the web`)
  }
}

function conditionsOf({ etag, lastModified }: FetchRequest): Record<string, string> {
  return {
    accept:
      'text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/xml;q=0.9, */*;q=0.5',
    ...(etag !== undefined && { 'if-none-match': etag }),
    ...(lastModified !== undefined && { 'if-modified-since': lastModified }),
  }
}

function toOutcome({ status, url, headers, bytes }: Answer): FetchOutcome {
  if (status === 304) return { kind: 'unchanged', url: url.href }
  if (status === 404 || status === 410) return { kind: 'gone', url: url.href, status }
  if (status !== 200) throw new UnreachableError(`the server answers ${status}`)
  const [mediaType = '', ...parameters] = headerOf(headers, 'content-type').split(';')
  const charset = parameters.map((parameter) => /^\s*charset\s*=\s*"?([\w:.-]+)/iu.exec(parameter)?.[1]).find(Boolean)
  const etag = headerOf(headers, 'etag')
  const lastModified = headerOf(headers, 'last-modified')
  const page: FetchedPage = {
    kind: 'page',
    url: url.href,
    bytes,
    mediaType: mediaType.trim().toLowerCase(),
    ...(charset !== undefined && { charset }),
    ...(etag !== '' && { etag }),
    ...(lastModified !== '' && { lastModified }),
  }
  return page
}

/** What went wrong with a connection, in one line; its details are of no use to who gave the address. */
function describeFault(error: unknown, timedOut: boolean, timeoutMs: number): unknown {
  if (error instanceof UnreadableError) return error
  if (timedOut || error instanceof errors.HeadersTimeoutError || error instanceof errors.BodyTimeoutError) {
    const seconds = Math.max(1, Math.round(timeoutMs / 1000))
    return new UnreachableError(`the server does not answer within ${seconds} s`)
  }
  if (error instanceof Error) {
    const code = 'code' in error && typeof error.code === 'string' ? ` (${error.code})` : ''
    return new UnreachableError(`it cannot be fetched${code}`, { cause: error })
  }
  return error
}
