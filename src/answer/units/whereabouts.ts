/** "Where does she live?", "Where was he arrested?": a place somewhere in a sentence about a person is no answer. */
import { foldString } from '../../figures/folded-text.ts'
import { sameNumber } from '../../figures/numbers.ts'
import type { Question } from '../../question/question.ts'
import { fold } from '../../text/fold.ts'
import type { Range } from '../../types.ts'
import type { Coverage } from '../missing/coverage.ts'
import { entitiesOf, expectedIn } from '../missing/entities-of.ts'
import type { Missing } from '../missing/missing-kinds.ts'
import { isNew } from './is-new.ts'
import type { RankedUnit } from './rank-units.ts'
import type { Unit } from './units.ts'

type Whereabouts = { readonly key: string; readonly ask: RegExp; readonly said: RegExp }

const where =
  '^ (?:\\S+ ){0,2}?(?:where|(?<! d )ou|(?:which|what) (?:city|town|village|country|place|province|district)|quel(?:le)? (?:ville|pays|village|lieu|endroit|province|quartier))'
const some = '(?:(?!who |whom |that |which |qui |que |and |et )\\S+ ){0,10}?'

/** key; the verb as it is asked, in French and English; the words that say it. Folded. */
const rows: readonly (readonly [key: string, asked: string, said: string])[] = [
  [
    'home',
    'live|lives|lived|living|reside|resides|resided|residing|home|vit|vivent|vivait|vivaient|vecu|habite|habitent|habitait|habitaient|reside|resident|residait|residaient|loge|logent|domicilie[es]*',
    "live[sd]?|living|resid(?:es?|ed|ing|ents?|ence)|inhabitants?|home|house|flat|apartment|villa|moved|settled|grew up|vi(?:t|vent|vait|vaient)|vecu|habit(?:ent?|e|ait|aient|ants?|antes?)|resid(?:ent?|e|ait|aient|ants?|antes?|ence)|loge(?:nt|ait|aient)?|domicil(?:e|ie|iee|ies|iees)|maison|appartement|demenage\\p{L}*|installe[es]*|s'est etablie?",
  ],
  [
    'arrest',
    'arrested|arrest|detained|detain|apprehended|captured|caught|seized by|taken into custody|picked up|arrete[es]*|interpelle[es]*|apprehende[es]*|capture[es]*|attrape[es]*',
    'arrest(?:ed|s|ing)?|detain(?:ed|s|ing)?|apprehended|captured|caught|custody|picked up|held|rounded up|arrete(?:r|nt|e|s|es)?|arrestations?|interpell\\p{L}+|apprehende\\p{L}*|capture[es]*|attrape[es]*|cueillie?s?|garde a vue|detenue?s?',
  ],
  [
    'birth',
    'born|birthplace|ne|nee|nes|nees|naquit|naitre',
    "born|birth|birthplace|native of|natif|native|nee?s?|naissance|naquit|originaires? (?:de|du|des|d')",
  ],
  [
    'burial',
    'buried|bury|interred|inhume[es]*|enterre[es]*|repose',
    'buried|burial|interred|laid to rest|grave|tomb|cemetery|inhum\\p{L}+|enterr\\p{L}+|tombe|cimetiere|repose',
  ],
]

const table: readonly Whereabouts[] = rows.map(([key, asked, said]) => ({
  key,
  ask: new RegExp(`${where} ${some}(?:${asked}) `, 'u'),
  said: new RegExp(`(?<!\\p{L})(?:${said})(?!\\p{L})`, 'gu'),
}))

/** The words that say it: what is asked; undefined for a question that does not ask where one of these was. */
function whereaboutsOf({ text }: Question): Whereabouts | undefined {
  const words = ` ${fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .join(' ')} `
  // "Where do the people arrested there come from?" asks for something else.
  if (/ come from |(?:viennent|vient|venaient|venait) /.test(words)) return undefined
  return table.find(({ ask }) => ask.test(words))
}

/** UTF-16 units between the words that say it and the place, on either side. */
const reach = { after: 130, before: 80 }
/** A place so near the beginning of a sentence is where all that it tells took place. */
const opening = 45
const locative =
  /(?<!\p{L})(?:in|at|near|outside|inside|around|on|below|above|behind|beside|aboard|to|from|of|a|au|aux|en|dans|sur|sous|chez|pres|devant|derriere|de|du|des|d'|l')(?:\s|(?<=')|$)(?:[\p{L}\p{N}'’-]+\s+|l['’]|d['’]){0,7}$/u
const placeNoun =
  /(?<!\p{L})(?:home|house|villa|flat|apartment|hotel|airport|station|port|harbou?r|farm|office|building|street|square|camp|compound|prison|jail|hospital|school|church|mosque|cemetery|border|checkpoint|dam|river|lake|sea|village|town|city|district|suburbs?|countryside|island|domicile|maison|appartement|aeroport|gare|ferme|bureau|immeuble|rue|place|hopital|ecole|eglise|mosquee|cimetiere|frontiere|barrage|riviere|fleuve|lac|mer|ville|quartier|banlieue|campagne|ile|caveau)(?!\p{L})/gu
/** The stops of "6 a.m." end nothing. */
const clauseBreak =
  /[;!?]\s|(?<!\p{L}\.\p{L})\.\s|\s[-–—]\s|(?<!\p{L})(?:before|after|avant|apres|while|tandis)(?!\p{L})/u
const label = /^[\s\-•*–]*\p{Lu}[^:.;]{1,60}:\s/u

/** Whether a quote says where: the place stands beside the words that say it, and not in the question. */
function saysWhere(quote: Unit, asked: Whereabouts, question: Question): boolean {
  const folded = foldEven(quote.text)
  const said = [...folded.matchAll(asked.said)].map(({ index, 0: words }) => ({
    start: index,
    end: index + words.length,
  }))
  const places: readonly Range[] = [
    ...expectedIn(quote, { type: 'place' }),
    ...[...folded.matchAll(placeNoun)].map(({ index, 0: words }) => ({ start: index, end: index + words.length })),
  ].filter(({ start, end }) => isNew(quote.text.slice(start, end), question))
  // An item of a list: "Lessa: 210 men, 12 women".
  if (asked.key === 'arrest' && quote.context !== undefined && label.test(quote.text)) return true
  return said.some((words) => places.some((place) => stands(folded, words, place)))
}

function stands(folded: string, said: Range, place: Range): boolean {
  if (place.start >= said.end) {
    const between = folded.slice(said.end, place.start)
    return between.length <= reach.after && !clauseBreak.test(between) && isLocative(folded, said.end, place)
  }
  if (place.end > said.start) return false
  const between = folded.slice(place.end, said.start)
  const sentence = Math.max(...[...folded.slice(0, place.start).matchAll(/[.!?]\s+/g)].map(({ index }) => index + 2), 0)
  if (!isLocative(folded, sentence, place) || /[;.!?]\s|\s[-–—]\s/u.test(between)) return false
  const opens = place.start - sentence <= opening && !/[,:]/.test(folded.slice(sentence, place.start))
  return between.length <= reach.before && (opens || !/[,:]/.test(between))
}

function isLocative(folded: string, from: number, place: Range): boolean {
  return locative.test(folded.slice(from, place.start))
}

function foldEven(text: string): string {
  const folded = foldString(text)
  return folded.length === text.length ? folded : text.toLowerCase()
}

/** What asks where is answered by a quote that says where. */
export function missingWhereabouts(question: Question, quoted: Unit): readonly Missing[] {
  const asked = whereaboutsOf(question)
  if (asked === undefined || saysWhere(quoted, asked, question)) return []
  return [{ kind: 'where', text: asked.key, nowhere: false }]
}

/** How far below the best (log-odds) a sentence that says where may rank to be quoted instead. */
const reachOfBest = 6
const namedFrom = 0.8

/** The best sentence that says where, of whom the question names, goes before one that ranks higher and does not. */
export function preferWhereabouts(
  question: Question,
  coverage: Coverage,
  ranked: readonly RankedUnit[],
): readonly RankedUnit[] {
  const asked = whereaboutsOf(question)
  const [best] = ranked
  if (asked === undefined || best === undefined || saysWhere(best.unit, asked, question)) return ranked
  const names = [...coverage.words.keys()].filter((column) => coverage.words[column]?.inName === true)
  const better = ranked.find(
    ({ unit, row, score }) =>
      score >= best.score - reachOfBest &&
      names.every((column) => (coverage.own[row]?.[column] ?? 0) >= namedFrom) &&
      question.numbers.every((number) => entitiesOf(unit).numbers.some((other) => sameNumber(number, other))) &&
      saysWhere(unit, asked, question),
  )
  return better === undefined ? ranked : [{ ...better, score: best.score }, ...ranked.filter((item) => item !== better)]
}
