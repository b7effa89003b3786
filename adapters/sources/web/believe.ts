/** What of a source's facts is shown as known, and why the rest is not. */
import type { Doubt } from '../../../src/types.ts'
import { isAhead, type SourceFacts } from '../facts.ts'
import { canonicalAddress, hasUserName, isWebAddress } from './canonical.ts'
import { outletOf } from './outlet-of-address.ts'

export type Believed = { readonly facts: SourceFacts; readonly doubts: readonly Doubt[] }

/** Characters of a claim that are shown. */
const longestShown = 120

/**
 * @param claimed what a fetched page says of itself; `url` as it says it, may be relative.
 * @param address where it was fetched from, after redirects.
 * @param isOthers whether an address that it calls its own is another article's.
 */
export function believePage(
  claimed: SourceFacts,
  address: string,
  isOthers: (address: string) => boolean = () => false,
): Believed {
  const own = canonicalAddress(undefined, address)
  const wanted = canonicalAddress(claimed.url, own)
  const isTaken = isOthers(wanted)
  const url = isTaken ? own : wanted
  const outlet = outletOf(own, claimed.outlet)
  const host = new URL(own).hostname
  const isNamed = claimed.outlet === undefined || (outlet !== undefined && claimed.outlet.startsWith(outlet))
  const elsewhere = reasonAgainst(claimed.url, own, isTaken)
  return {
    facts: { ...claimed, url, outlet },
    doubts: [
      ...(isNamed
        ? []
        : [
            doubt(
              'outlet',
              `it calls itself "${shown(claimed.outlet)}", which its address ${outlet ?? host} does not say`,
            ),
          ]),
      ...(elsewhere === undefined ? [] : [doubt('url', elsewhere)]),
    ],
  }
}

/** A page that was saved: nothing shows where. */
export function believeSavedPage({ outlet, url, ...facts }: SourceFacts): Believed {
  const remedy = 'a file does not show that ("sourcier edit" says it'
  return {
    facts,
    doubts: [
      ...(outlet === undefined
        ? []
        : [doubt('outlet', `it calls itself "${shown(outlet)}": ${remedy} with --outlet)`)]),
      ...(url === undefined ? [] : [doubt('url', `it calls ${shown(url)} its address: ${remedy} with --url)`)]),
    ],
  }
}

/** Without an address that shows one host and leads to another. */
export function believeAddress(facts: SourceFacts): Believed {
  if (facts.url === undefined || !hasUserName(facts.url)) return { facts, doubts: [] }
  return { facts: { ...facts, url: undefined }, doubts: [doubt('url', nameInAddress(facts.url))] }
}

/** Without the dates that are still to come. */
export function pastDates(facts: SourceFacts, now: Date): Believed {
  const fields = (['published', 'updated'] as const).filter((field) => isAhead(facts[field], now))
  const none = Object.fromEntries(fields.map((field) => [field, undefined]))
  return {
    facts: { ...facts, ...none },
    doubts: fields.map((field) =>
      doubt(
        field,
        `it is ${field === 'published' ? 'dated' : 'said to be updated on'} ${facts[field]?.slice(0, 10)}, which is still to come`,
      ),
    ),
  }
}

function reasonAgainst(claimed: string | undefined, own: string, isTaken: boolean): string | undefined {
  if (claimed === undefined || !URL.canParse(claimed, own)) return undefined
  const { href, host } = new URL(claimed, own)
  if (!isWebAddress(href)) return undefined
  if (hasUserName(href)) return nameInAddress(href)
  if (isTaken) return `it calls ${shown(href)} its address, which is another article's`
  const found = new URL(canonicalAddress(claimed, own))
  // A front page that a template gives as the address of all its pages misleads nobody.
  if (found.href !== own || host === found.host || canonicalAddress(href, href) === own) return undefined
  return `it calls ${shown(href)} its address, but was read at ${found.hostname}`
}

function nameInAddress(address: string): string {
  return `its address ${shown(address)} has a user name before the host ${new URL(address).hostname}`
}

function doubt(field: Doubt['field'], reason: string): Doubt {
  return { field, reason }
}

function shown(claim: string | undefined = ''): string {
  return claim.length > longestShown ? `${claim.slice(0, longestShown - 1)}…` : claim
}
