/** "By Tom Hale", "Par Léa Roux et Max Petit": who wrote a story, as a line on the page says it. */

const opening =
  /^(?:by|written by|words by|text by|story by|reported by|par|texte de|un article de|un reportage de|propos recueillis par|publi[ée]e? par|r[ée]dig[ée]e? par|[ée]crit par)\s*:?\s+/iu
const name = String.raw`(?:(?:\p{Lu}[\p{L}\p{M}'’.-]*|d[eu]s?|von|van|der|la|le|da|di|el|al|bin|y)\s+){0,4}(?:[dl]['’])?\p{Lu}[\p{L}\p{M}'’-]+`
const names = new RegExp(
  String.raw`^(${name})((?:\s*(?:,|&|and|et)\s+${name})*)(?=$|\s*[,|·•(–—:]|\s+-|\s+(?:in|à|for|pour|on|le|at|and|et|with|avec)\s|\s+\d|\s*\.$)`,
  'u',
)
const longestLine = 160

/** The names, with commas between them; undefined for a line that names no writer. */
export function readByline(line: string): string | undefined {
  const text = line.replace(/^(?:## |- )/u, '').trim()
  if (text.length > longestLine || !opening.test(text)) return undefined
  const found = names.exec(text.replace(opening, ''))
  if (found === null) return undefined
  // "By Monday, the river had risen" is a sentence.
  const rest = text.replace(opening, '').slice(found[0].length)
  if (/[.!?]$/u.test(rest) && rest.length > 1) return undefined
  const all = found[0].split(/\s*,\s*|\s+(?:&|and|et)\s+/u).filter((part) => part !== '')
  return all.join(', ')
}
