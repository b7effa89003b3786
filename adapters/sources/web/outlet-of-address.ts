/** Which outlet an address is of. Anybody can write any name into a page; only its owner has the address. */
import { isWebName, registeredName, siteOfAddress } from '../../../src/copies/web-site.ts'

const article = /^(?:the|les?|la|l['’])\s*/iu
/** What follows in "The Tide | News from everywhere". */
const tagline = /\s+[|·•–—:-]\s+/u

/**
 * The name that a page gives itself where its address says the same, else its host without "www."; undefined for an
 * address without a name (an IP address, a machine of one's own).
 * @param address a web address.
 */
export function outletOf(address: string, claimed: string | undefined): string | undefined {
  const host = siteOfAddress(address)
  if (host === undefined || !isWebName(host)) return undefined
  const names = claimed === undefined ? [] : [claimed.trim(), claimed.trim().split(tagline)[0] ?? '']
  return names.find((name) => saysName(host, name)) ?? host
}

/** Whether the registered part of a host is the name: what stands before it ("name.other.example") anybody may choose. */
function saysName(host: string, name: string): boolean {
  const registered = registeredName(host)
  const said = [registered.split('.')[0] ?? '', registered].map(lettersOf)
  return [name, name.replace(article, '')].map(lettersOf).some((letters) => letters !== '' && said.includes(letters))
}

function lettersOf(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}
