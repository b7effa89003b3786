/** The one address of an article: without what only counts its visitors. */
import { siteNameOf } from '../../../src/copies/web-site.ts'

const tracking = /^(?:utm_\w+|fbclid|gclid|mc_[ce]id|xtor|at_\w+|cmpid|ns_\w+)$/iu

/** Whether a path is a web address rather than a file. */
export function isWebAddress(path: string): boolean {
  return /^https?:\/\//iu.test(path)
}

/** An address in its one writing, without fragment and without the marks of campaigns. Undefined for one that is none. */
export function normalAddress(address: string): string | undefined {
  if (!isWebAddress(address) || !URL.canParse(address)) return undefined
  const url = new URL(address)
  url.hash = ''
  for (const name of [...url.searchParams.keys()]) if (tracking.test(name)) url.searchParams.delete(name)
  return url.href
}

/**
 * What a page says of its own address, when that is of the same site: else any page could take the place of another
 * one's article. A site's front page is nobody's canonical address but its own (a common mistake of templates).
 * @param claimed as the page has it; may be relative.
 * @param fetched after redirects.
 */
export function canonicalAddress(claimed: string | undefined, fetched: string): string {
  const own = normalAddress(fetched) ?? fetched
  if (claimed === undefined || !URL.canParse(claimed, fetched)) return own
  const url = new URL(claimed, fetched)
  const isFront = url.pathname === '/' && url.search === '' && new URL(own).pathname !== '/'
  if (isFront || hasUserName(url.href) || siteOf(url) !== siteOf(new URL(fetched))) return own
  return normalAddress(url.href) ?? own
}

/** Whether an address has a name or a password before its host: "https://shown.example@real.example/". */
export function hasUserName(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { username, password } = new URL(address)
  return username !== '' || password !== ''
}

/** Host and port without the names that a site gives its forms for telephones. */
export function siteOf(url: URL): string {
  return `${siteNameOf(url)}:${url.port}`
}
