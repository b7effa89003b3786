type TitleParts = {
  readonly title: string
  /** What stands after the separator, when it looks like a site's name. */
  readonly site?: string
}

const SEPARATOR = /\s+(?:[|·•»]|[-–—]|::)\s+/gu
const DOMAIN = /^[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.\p{L}{2,10}$/u
const OUTLET_WORD =
  /\b(?:news|times|post|herald|tribune|guardian|press|daily|journal|gazette|mail|express|telegraph|review|magazine|radio|tv|bbc|cnn|afp|ap|reuters|rfi|france \d+|presse|monde|figaro|lib[ée]ration|parisien|croix|point|obs|temps|soir|info|infos|actu|actualit[ée]s|nouvelles|quotidien|hebdo|t[ée]l[ée]|blog|wikipedia)\b/iu
// "The Phnom Penh Courier", "Le Courrier du Mékong": capitals throughout, but for small words between.
const NAME_WITH_ARTICLE =
  /^(?:The|Les?|La|L['’])\s?\p{Lu}[\p{L}'’-]*(?:\s(?:d[eu]s?|of|and|et|la|\p{Lu}[\p{L}'’-]*))*$/u
// The longest titles in use; a longer first line is a paragraph. Characters.
const LONGEST_TITLE = 180

/**
 * Takes a headline apart from the site's name behind it: "Title | Le Monde", "Title - RSS.com". After a vertical bar
 * any short name counts, after a dash only a domain or a name that speaks of a newspaper. Undefined when there is none.
 */
export function splitSiteName(line: string): (TitleParts & { readonly site: string }) | undefined {
  const text = line.trim()
  if (text.length > LONGEST_TITLE || /[.!?…]["”»]?$/u.test(text)) return undefined
  const separator = [...text.matchAll(SEPARATOR)].at(-1)
  if (!separator) return undefined
  const title = text.slice(0, separator.index).trim()
  const site = text.slice(separator.index + separator[0].length).trim()
  if (!/\p{L}/u.test(title) || !isSiteName(site, separator[0].trim())) return undefined
  // "Title | World | Le Monde": sections are no part of the title either.
  return { title: title.split(/\s+[|»]\s+/u)[0] ?? title, site }
}

function isSiteName(name: string, separator: string): boolean {
  const words = name.split(/\s+/u)
  if (name.length < 2 || name.length > 40 || words.length > 5 || /[:;,?]/u.test(name)) return false
  if (DOMAIN.test(name)) return true
  if (!/^[\p{Lu}\d]/u.test(name)) return false
  return separator === '|' || OUTLET_WORD.test(name) || NAME_WITH_ARTICLE.test(name)
}

/**
 * Whether a headline was cut short: it ends in an ellipsis, in a word that wants another, in an open bracket or mark, or
 * in the beginning of a word that the article has only whole ("15,000 Ex" where it says "expelled"). In doubt it was.
 */
export function isCutShort(title: string, body: string): boolean {
  const text = title.trim()
  if (/(?:…|\.{2,}|[,:;([«“-])$/u.test(text)) return true
  const last = /([\p{L}\p{M}'’-]+)$/u.exec(text)?.[1]
  if (last === undefined) return false
  if (
    /^(?:an?|and|as|at|by|for|from|in|of|on|or|than|the|to|with|à|aux?|dans|des?|du|en|et|las?|les?|ou|par|pour|que|qui|sur|une?)$/iu.test(
      last,
    )
  ) {
    return true
  }
  if (/^\p{Lu}{2,}$/u.test(last)) return false
  const folded = last.toLowerCase()
  const words = new Set(body.toLowerCase().match(/[\p{L}\p{M}'’-]+/gu) ?? [])
  if (words.has(folded)) return false
  return folded.length < 3 || [...words].some((word) => word.startsWith(folded) && !isInflection(folded, word))
}

function isInflection(word: string, longer: string): boolean {
  return word.length >= 4 && /^(?:e?s|'s|’s)$/u.test(longer.slice(word.length))
}
