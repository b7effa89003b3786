/** How surely a figure is given, apart from "more than": "accused of having stolen 40 million", "atteindrait 340". */
import { foldText, originalRange } from '../../figures/folded-text.ts'
import type { Language, Range } from '../../types.ts'
import { governsAfter } from '../../verify/locks/hedge-scope.ts'

const edge = '(?<![\\p{L}\\p{N}])'
const close = '(?![\\p{L}\\p{N}])'
const hedges: Readonly<Record<Language, RegExp>> = {
  en: new RegExp(
    `${edge}(?:(?:accused|suspected) of|charged with|alleged(?:ly)?(?: to)?|reportedly|purported(?:ly)?|supposedly|believed to|thought to|said to|feared|apparently|possibly|perhaps|probably|likely(?: to)?|may|might|could|would|expected to|due to be|set to|plan(?:s|ned)? to|aims? to|promised to|projected|forecast|threatened to)${close}`,
    'gu',
  ),
  fr: new RegExp(
    `${edge}(?:(?:accus|soupconn|suspect|inculp|presum|poursuiv)\\p{L}* (?:d'|de |pour )|serai(?:t|ent)|aurai(?:t|ent)|ferai(?:t|ent)|pourrai(?:t|ent)|devrai(?:t|ent)|atteindrai(?:t|ent)|\\p{L}+(?:drai|[bcdglmnpstv]erai)(?:t|ent)|peut-etre|sans doute|probablement|apparemment|presument|presumement|prevoi(?:t|ent) de|envisagent?|promis de|menace de)(?:${close}|(?<=['e ]))`,
    'gu',
  ),
}
/** Imperfect tenses that end as a conditional does once accents are folded. */
const accented = /éra(?:it|ient)$/iu
const longest = 60

/**
 * The words before a figure that hedge it, with those that follow them up to the figure or the next mark.
 * @returns undefined where the sentence gives the figure as a fact.
 */
export function hedgeOf(text: string, language: Language, figure: Range): Range | undefined {
  const before = text.slice(0, figure.start)
  const source = foldText(before)
  const found = [...source.folded.matchAll(hedges[language])].flatMap((match) => {
    const range = originalRange(source, match.index, match.index + match[0].trimEnd().length)
    const words = before.slice(range.start, range.end)
    const isMonth = words === 'May'
    return isMonth || accented.test(words) ? [] : [{ ...range, text: words, kind: 'allegation' as const }]
  })
  const hedge = found.filter((candidate) => governsAfter(before, candidate)).at(-1)
  if (hedge === undefined) return undefined
  const rest = /^[^,;:.()\d\n]*/u.exec(before.slice(hedge.start))?.[0].trimEnd() ?? hedge.text
  const words = rest.length <= longest ? rest : rest.slice(0, rest.lastIndexOf(' ', longest))
  return { start: hedge.start, end: hedge.start + Math.max(words.length, hedge.text.length) }
}
