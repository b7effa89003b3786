/** Which addresses may be reached: public ones. A page that names a machine of our own network must not be fetched. */
import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'
import { UnreachableError, UnreadableError } from '../decode.ts'

export type CheckedAddress = { readonly address: string; readonly family: 4 | 6 }

/** Finds the addresses of a name; the system's resolver unless a test gives another. */
export type Resolve = (name: string) => Promise<readonly string[]>

// All of the IPv6 internet that is given out; what lies outside (also old forms of IPv4 addresses, ::127.0.0.1) is not.
const publicIpv6 = ipaddr.IPv6.parseCIDR('2000::/3')

export type AddressOptions = {
  /** Lets private addresses be fetched: for a site in one's own network. */
  readonly allowPrivate: boolean
  /** Addresses that may be reached although they are private: a test's own server beside one that must not be. */
  readonly alsoAllowed?: readonly string[]
  readonly resolve?: Resolve
}

/** How long a resolver is waited for, in milliseconds. */
const patienceMs = 10_000

/**
 * Resolves each name once, to the addresses that all connections then go to: nothing is looked up again, so that a name
 * cannot point elsewhere in between.
 */
export function createAddressBook(options: AddressOptions): (host: string) => Promise<readonly CheckedAddress[]> {
  const known = new Map<string, Promise<readonly CheckedAddress[]>>()
  return (host) => {
    const addresses = known.get(host) ?? resolvePublicAddress(host, options)
    known.set(host, addresses)
    return addresses
  }
}

/**
 * @param host as URL has it: IPv4 in its one writing, IPv6 in brackets.
 * @throws UnreadableError when there is none, or when any of them is private: who mixes them wants to be let in.
 */
async function resolvePublicAddress(
  host: string,
  { allowPrivate, alsoAllowed = [], resolve = resolveName }: AddressOptions,
): Promise<readonly CheckedAddress[]> {
  const name = host.replace(/^\[|\]$/gu, '')
  const addresses = isIP(name) > 0 ? [name] : await inTime(resolve(name))
  if (addresses.length === 0) throw new UnreachableError(`the address of ${host} is not known`)
  if (!allowPrivate && !addresses.every((address) => isPublic(address) || alsoAllowed.includes(address))) {
    throw new UnreadableError(
      `${host} is in a private network, which is not fetched from (SOURCIER_FETCH_PRIVATE=true allows it)`,
    )
  }
  return addresses.map((address) => ({ address, family: isIP(address) === 6 ? 6 : 4 }))
}

/** Whether an IP address is one of the public internet; one inside an IPv6 address (mapped, NAT64, 6to4) is not. */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.parse(address)
  if (parsed.range() !== 'unicast') return false
  return parsed instanceof ipaddr.IPv4 || parsed.match(publicIpv6)
}

/** None when it fails or takes too long. */
function inTime(resolving: Promise<readonly string[]>): Promise<readonly string[]> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve([]), patienceMs)
    resolving.then(resolve, () => resolve([])).finally(() => clearTimeout(timer))
  })
}

async function resolveName(name: string): Promise<readonly string[]> {
  return (await lookup(name, { all: true })).map(({ address }) => address)
}
