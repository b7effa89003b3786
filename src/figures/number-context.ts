import type { Language } from '../types.ts'

/** How surely a number is meant: "more than", "at least", "less than", "at most", "about", "nearly". */
export type Approximation = 'more-than' | 'at-least' | 'less-than' | 'at-most' | 'about' | 'nearly'

const qualifiers: readonly (readonly [Approximation, string])[] = [
  [
    'at-least',
    'no (?:fewer|less) than|not less than|at least|a minimum of|minimum|au moins|pas moins de|au minimum|a partir de',
  ],
  [
    'at-most',
    "no more than|not more than|at most|up to|as many as|as much as|a maximum of|au plus|au maximum|jusqu a|jusqu'a|pas plus de",
  ],
  [
    'more-than',
    "more than|greater than|over|above|upwards of|in excess of|exceeding|plus de|plus d'|davantage que|au-dela de|superieure? a|depassant",
  ],
  ['less-than', "less than|fewer than|under|below|moins de|moins d'|inferieure? a"],
  ['nearly', 'nearly|almost|close to|just under|pres de|presque|pas loin de'],
  [
    'about',
    "about|around|approximately|approx\\.?|roughly|some|circa|an estimated|estimated|environ|d'environ|quelque|autour de|a peu pres|dans les|approximativement|une estimation de|vers",
  ],
]
const before = qualifiers.map(([meaning, source]) => ({
  meaning,
  pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?:${source}) ?(?:a |an |the |les |un |une |total of |d')?$`, 'u'),
}))

/** The qualifier that ends a folded text, and where it begins. */
export function qualifierBefore(
  text: string,
): { readonly meaning: Approximation; readonly length: number } | undefined {
  const tail = text.slice(-36)
  for (const { meaning, pattern } of before) {
    const match = pattern.exec(tail)
    if (match !== null) return { meaning, length: match[0].length }
  }
  return undefined
}

const atLeastAfter =
  /^ ?(?:\+(?!\d)| or more(?!\p{L})| ou plus(?!\p{L})| and (?:more|above)(?!\p{L})| et plus(?!\p{L}))/u

/** `200+`, "200 or more": how many folded characters say so after a number. */
export function atLeastSuffix(after: string): number {
  return atLeastAfter.exec(after)?.[0].length ?? 0
}

const notCounted: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: new Set(
    'a about after against ago all also although an and annually are as at away be because been before being between both but by can could did do does down due during each earlier either ended even every few for from had has have he her here him his how however i if in including into is it its just last later least less like likely made many may might more most much must near no nor not now of off on once only onto or other others our out over own per rather said same she should since so some such than that the their them then there these they this those though through throughout to today together too toward towards under until up upon us very via was we were what when where whether which while who whom whose why will with within without would yesterday yet you your remain remained remains'.split(
      ' ',
    ),
  ),
  fr: new Set(
    'a afin ainsi alors apres au aucun aura aurait aussi autant autour aux avaient avait avant avec c car ce cela celle celui ces cet cette ceux chaque chez comme contre d dans de depuis des donc dont du durant elle elles en encore entre est et etaient etait etant ete etre eu fait furent fut hors ici il ils jusqu l la le les leur leurs lors lorsque lui mais malgre me meme mis moins n ne ni nous on ont ou par parce parmi pas pendant plus plutot pour pourtant pres puis qu quand que quel quelle qui s sa sans sauf se selon sera serait ses si sinon soit son sont sous sur tandis tant tous tout toute toutes tres tu un une vers via voici voila vous y seraient seront pourraient pourrait devraient devrait auraient aurait peuvent peut doivent doit restent reste vont'.split(
      ' ',
    ),
  ),
}
const adjectivesBefore = new Set(
  'autres nouveaux nouvelles premiers premieres derniers dernieres jeunes grands grandes petits petites principaux principales differents differentes vieux vieilles anciens anciennes autre nouveau nouvelle jeune grand grande petit petite longs longues bons bonnes'.split(
    ' ',
  ),
)
const irregularPlurals = new Set(
  'people men women children police staff personnel cattle teeth feet mice geese sheep fish policemen policewomen fishermen chinese vietnamese japanese taiwanese burmese lao portuguese nepalese sudanese lebanese congolese senegalese maltese percent hectares'.split(
    ' ',
  ),
)

/** A word near a number: folded, with the folded characters before it. */
export type NeighbourWord = { readonly folded: string; readonly gap: string }

/** "Sud-Coréens" is one noun. */
function wholeCompound(following: readonly NeighbourWord[], last: number): number {
  return following[last + 1]?.gap === '-' ? wholeCompound(following, last + 1) : last
}

/**
 * The noun counted among the words after a number: `first` and `last` are positions in `following`, both counted in.
 * In English the head is the first plural within four words ("50 scam compounds"); in French the first noun.
 */
export function countedNoun(
  following: readonly NeighbourWord[],
  language: Language,
): { readonly first: number; readonly last: number } | undefined {
  const stop = notCounted[language]
  let first = 0
  const skip = following[0]
  if (skip !== undefined && language === 'fr' && /^(?:de|d|des)$/.test(skip.folded) && /^ $/.test(skip.gap)) first = 1
  if (skip !== undefined && language === 'en' && skip.folded === 'of') first = following[1]?.folded === 'the' ? 2 : 1
  for (let at = first; at < Math.min(following.length, first + 4); at += 1) {
    const word = following[at]
    if (word === undefined || !/^(?: |-|'|- )$/.test(word.gap) || /^\d/.test(word.folded)) break
    if (stop.has(word.folded)) break
    if (language === 'fr') {
      if (adjectivesBefore.has(word.folded) && following[at + 1]?.gap === ' ') continue
      return { first, last: wholeCompound(following, at) }
    }
    const next = following[at + 1]
    const adjective =
      /ese$/.test(word.folded) &&
      next !== undefined &&
      next.gap === ' ' &&
      /[^su]s$/.test(next.folded) &&
      !stop.has(next.folded)
    if (adjective) continue
    if (irregularPlurals.has(word.folded) || /[^su]s$/.test(word.folded) || /(?:ss|us)es$/.test(word.folded))
      return { first, last: wholeCompound(following, at) }
  }
  const only = following[first]
  if (only === undefined || !/^(?: |-|')$/.test(only.gap) || stop.has(only.folded) || /^\d/.test(only.folded))
    return undefined
  if (language === 'en' && /(?:ed|ly|ing)$/.test(only.folded)) return undefined
  return { first, last: wholeCompound(following, first) }
}
