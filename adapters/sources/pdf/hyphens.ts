/** A word cut at the end of a line is put together; a hyphen that belongs to the word stays. */

/** What stands before a hyphen of its own in English and French. */
const firstParts = new Set(
  'after all anti après arrière au avant bien ci co contre counter cross demi early ex far first full grand half haut high ici là long low mi mid mini mixed multi neo new non north ouest outre over par petit post pre pro quasi re self semi short so soi soit sous south state sud sur third un under vice well west would-be y-a-t'.split(
    ' ',
  ),
)
/** What stands after one: "dit-il", "peut-être". */
const lastParts = new Set('ce ci elle elles être il ils je la là le les leur lui moi nous on toi tu vous y'.split(' '))

/**
 * Joins the end of a line with the next one.
 * @param known the words of the document, lower case, hyphens in place: what it writes elsewhere decides.
 */
export function joinWords(line: string, next: string, known: ReadonlySet<string>): string {
  const cut = /([\p{L}\p{M}][\p{L}\p{M}-]*)?([-\u2010\u00ad])$/u.exec(line)
  if (cut === null) return `${line} ${next}`
  const [ending, first = '', hyphen] = cut
  const second = /^[\p{L}\p{M}]+/u.exec(next)?.[0] ?? ''
  if (hyphen === '\u00ad') return `${line.slice(0, -1)}${next}`
  // "2020-" and "2021", or a dash that stands alone.
  if (first === '' || second === '') return /\s[-\u2010]$/u.test(line) ? `${line} ${next}` : `${line}${next}`
  if (keepsHyphen(first.toLowerCase(), second, known)) return `${line}${next}`
  return `${line.slice(0, line.length - ending.length)}${first}${next}`
}

function keepsHyphen(first: string, second: string, known: ReadonlySet<string>): boolean {
  const low = second.toLowerCase()
  if (/^\p{Lu}/u.test(second)) return true
  if (known.has(`${first}${low}`)) return false
  return known.has(`${first}-${low}`) || firstParts.has(first) || lastParts.has(low) || first.includes('-')
}
