/** Discord's counting: so many requests a route and channel, server or webhook, and 50 a second over all. */
import { createHash } from 'node:crypto'

export type Limit = {
  readonly scope: 'user' | 'global' | 'shared'
  readonly retryAfterSeconds: number
  readonly headers: Readonly<Record<string, string>>
}
type Counted = { readonly headers: Readonly<Record<string, string>>; readonly exceeded?: Limit }

type Rate = { readonly requests: number; readonly windowMs: number }
type Window = { used: number; readonly endsAt: number }

/** As they were seen at Discord, which says none of them; whoever reads the headers needs to know none. */
const rates: readonly (readonly [method: string, route: RegExp, rate: Rate])[] = [
  ['POST', /^\/channels\/\d+\/(?:messages|typing)$/, { requests: 5, windowMs: 5_000 }],
  ['PATCH', /^\/channels\/\d+\/messages\/:id$/, { requests: 5, windowMs: 5_000 }],
  ['PUT', /\/commands$/, { requests: 5, windowMs: 20_000 }],
  ['POST', /^\/webhooks\//, { requests: 5, windowMs: 2_000 }],
  ['PATCH', /^\/webhooks\//, { requests: 5, windowMs: 2_000 }],
]
const otherwise: Rate = { requests: 10, windowMs: 5_000 }
const overall: Rate = { requests: 50, windowMs: 1_000 }

/** @returns what counts a request, at the time it came; undefined where Discord counts nothing. */
export function createRateLimits(now: () => number = Date.now): (method: string, path: string) => Counted | undefined {
  const windows = new Map<string, Window>()
  const use = (key: string, { requests, windowMs }: Rate): Window | undefined => {
    const before = windows.get(key)
    const window = before !== undefined && before.endsAt > now() ? before : { used: 0, endsAt: now() + windowMs }
    windows.set(key, window)
    if (window.used >= requests) return undefined
    window.used += 1
    return window
  }
  return (method, path) => {
    // The first answer to an interaction is counted nowhere, what its webhook does not over all.
    if (path.startsWith('/interactions/')) return undefined
    if (!path.startsWith('/webhooks/') && use('overall', overall) === undefined) {
      const retryAfterSeconds = secondsUntil(windows.get('overall')?.endsAt ?? 0, now())
      return {
        headers: {},
        exceeded: { scope: 'global', retryAfterSeconds, headers: { 'x-ratelimit-global': 'true' } },
      }
    }
    const route = routeOf(path)
    const rate = rates.find(([wanted, pattern]) => wanted === method && pattern.test(route))?.[2] ?? otherwise
    const isFree = use(`${method} ${route}`, rate) !== undefined
    const window = windows.get(`${method} ${route}`) ?? { used: 0, endsAt: 0 }
    const retryAfterSeconds = secondsUntil(window.endsAt, now())
    const headers = {
      'x-ratelimit-limit': String(rate.requests),
      'x-ratelimit-remaining': String(rate.requests - window.used),
      'x-ratelimit-reset': (window.endsAt / 1_000).toFixed(3),
      'x-ratelimit-reset-after': String(retryAfterSeconds),
      'x-ratelimit-bucket': bucketOf(method, route),
    }
    return isFree ? { headers } : { headers, exceeded: { scope: 'user', retryAfterSeconds, headers } }
  }
}

function secondsUntil(end: number, now: number): number {
  return Math.max(1, end - now) / 1_000
}

/** Channels, servers and webhooks are counted apart; what else a path names is not. */
function routeOf(path: string): string {
  const [, first = '', major = '', ...rest] = path.split('/')
  const kept = first === 'webhooks' ? [rest.shift() ?? ''] : []
  const others = rest.map((part) => (/^(?:\d{17,20}|@original)$/.test(part) ? ':id' : part))
  const isMajor = first === 'channels' || first === 'guilds' || first === 'webhooks'
  return ['', first, isMajor || !/^\d{17,20}$/.test(major) ? major : ':id', ...kept, ...others].join('/')
}

/** The same for every channel: Discord names the kind of bucket, and the client adds the channel. */
function bucketOf(method: string, route: string): string {
  const kind = `${method} ${route.replace(/^\/webhooks\/\d+\/[^/]+/, '/webhooks').replaceAll(/\d{17,20}/g, ':id')}`
  return createHash('md5').update(kind).digest('hex')
}
