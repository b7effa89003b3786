/** Which outlet an address is of. Anybody can write any name into a page; only its owner has the address. */
import { isIP } from 'node:net'
import { siteNameOf } from './canonical.ts'

/** Under country domains names are registered one level below these; a rule of registries, not a list of outlets. */
const sharedDomains = new Set(['ac', 'co', 'com', 'edu', 'gob', 'gouv', 'gov', 'net', 'org'])
const article = /^(?:the|les?|la|l['’])\s*/iu
/** What follows in "The Tide | News from everywhere". */
const tagline = /\s+[|·•–—:-]\s+/u

/**
 * The name that a page gives itself where its address says the same, else its host without "www."; undefined for an
 * address without a name (an IP address, a machine of one's own).
 * @param address a web address.
 */
export function outletOf(address: string, claimed: string | undefined): string | undefined {
  const host = hostOf(address)
  if (host === undefined) return undefined
  const names = claimed === undefined ? [] : [claimed.trim(), claimed.trim().split(tagline)[0] ?? '']
  return names.find((name) => saysName(host, name)) ?? host
}

/** The host by which an outlet is known: `tide.example` of `https://www.tide.example./x`. */
export function hostOf(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined
  const host = siteNameOf(new URL(address))
  return isIP(host.replace(/^\[|\]$/gu, '')) > 0 || !host.includes('.') ? undefined : host
}

/** Whether the registered part of a host is the name: what stands before it ("name.other.example") anybody may choose. */
function saysName(host: string, name: string): boolean {
  const labels = host.split('.')
  const isShared = labels.length > 2 && labels.at(-1)?.length === 2 && sharedDomains.has(labels.at(-2) ?? '')
  const registered = labels.slice(isShared ? -3 : -2)
  const said = new Set([lettersOf(registered[0] ?? ''), lettersOf(registered.join(''))])
  return [name, name.replace(article, '')].map(lettersOf).some((letters) => letters !== '' && said.has(letters))
}

function lettersOf(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}
