/** One request to one address that was checked. */
import { Agent, request } from 'undici'
import type { CheckedAddress } from './addresses.ts'
import { readBody } from './read-body.ts'

type Headers = Readonly<Record<string, string | readonly string[] | undefined>>
export type Answer = {
  readonly status: number
  readonly url: URL
  readonly headers: Headers
  readonly bytes: Uint8Array
}

type RequesterOptions = {
  readonly userAgent: string
  readonly addressesOf: (host: string) => Promise<readonly CheckedAddress[]>
}

/** @returns what asks, and what breaks off all that is under way. */
export function createRequester({ userAgent, addressesOf }: RequesterOptions) {
  const open = new Set<Agent>()
  return {
    /**
     * A new connection each: the next may go elsewhere. Redirects are not followed.
     * @param limitBytes of the body, after unpacking; one that is not 2xx is not read.
     */
    async request(
      url: URL,
      headers: Readonly<Record<string, string>>,
      limitBytes: number,
      signal: AbortSignal,
    ): Promise<Answer> {
      const addresses = await addressesOf(url.hostname)
      const dispatcher = agentFor(addresses)
      open.add(dispatcher)
      try {
        const answer = await request(url, {
          dispatcher,
          signal,
          headers: { 'user-agent': userAgent, 'accept-encoding': 'gzip, deflate, br', ...headers },
        })
        const { statusCode: status, headers: received, body } = answer
        // A body that is broken off says so once more, when nobody listens: that would end the program.
        body.on('error', () => undefined)
        if (status < 200 || status >= 300) {
          body.destroy()
          return { status, url, headers: received, bytes: new Uint8Array() }
        }
        const bytes = await readBody(body, headerOf(received, 'content-encoding'), limitBytes)
        return { status, url, headers: received, bytes }
      } finally {
        open.delete(dispatcher)
        await dispatcher.destroy()
      }
    },
    async close(): Promise<void> {
      await Promise.all([...open].map((agent) => agent.destroy()))
    },
  }
}

export function headerOf(headers: Headers, name: string): string {
  const value = headers[name]
  return (typeof value === 'string' ? value : value?.[0]) ?? ''
}

function agentFor(addresses: readonly CheckedAddress[]): Agent {
  const [first] = addresses
  return new Agent({
    connect: {
      // The addresses that were checked, whatever the name says by now; the name stays for TLS and the Host header.
      lookup: (_name, { all }, answer) => {
        if (all === true) answer(null, [...addresses])
        else if (first !== undefined) answer(null, first.address, first.family)
      },
    },
    maxHeaderSize: 32 * 1024,
    pipelining: 0,
  })
}
