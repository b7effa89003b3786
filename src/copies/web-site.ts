/** Whose a web address is: its host, and the part of it that somebody registered. */
import { isIP } from 'node:net'

/** Under country domains names are registered one level below these; a rule of registries, not a list of outlets. */
const sharedDomains = new Set(['ac', 'co', 'com', 'edu', 'gob', 'gouv', 'gov', 'net', 'org'])

/** The host without "www." and the names that a site gives its forms for telephones. */
export function siteNameOf({ hostname }: Pick<URL, 'hostname'>): string {
  return hostname.replace(/^(?:www|m|mobile|amp)\./u, '').replace(/\.$/u, '')
}

/**
 * The same of an address, `tide.example` of `https://www.tide.example./x`; for a machine without a name of the web with
 * its port. Undefined for what is no web address.
 */
export function siteOfAddress(address: string): string | undefined {
  if (!/^https?:\/\//iu.test(address) || !URL.canParse(address)) return undefined
  const url = new URL(address)
  const name = siteNameOf(url)
  return isWebName(name) ? name : url.host
}

/** Whether a host is a name of the web, not an IP address or a machine of one's own. */
export function isWebName(host: string): boolean {
  return isIP(host.replace(/^\[|\]$/gu, '')) === 0 && /^[\p{L}\p{N}.-]+\.[\p{L}\p{N}-]*\p{L}[\p{L}\p{N}-]*$/u.test(host)
}

/** What somebody registered: `tide.co.uk` of `news.tide.co.uk`; what stands before it its owner may choose at will. */
export function registeredName(host: string): string {
  if (!isWebName(host)) return host
  const labels = host.split('.')
  const isShared = labels.length > 2 && labels.at(-1)?.length === 2 && sharedDomains.has(labels.at(-2) ?? '')
  return labels.slice(isShared ? -3 : -2).join('.')
}
