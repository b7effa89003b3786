/** Whether a question asks for more than one sentence can say: all figures, every article, or several things at once. */
import { findNumbers } from '../figures/numbers.ts'
import type { Question } from '../question/question.ts'
import { fold } from '../text/fold.ts'
import type { Range } from '../types.ts'

/**
 * `figures`: each figure that the corpus gives; `articles`: what each article says of someone or something
 * (`oneEach` when only the articles are asked for); `parts`:
 * several questions in one, with the stretch of the question that each takes up.
 */
export type Several =
  | { readonly kind: 'figures' }
  | { readonly kind: 'articles'; readonly oneEach: boolean }
  | { readonly kind: 'parts'; readonly parts: readonly Range[] }

const figureTypes: ReadonlySet<string> = new Set(['number', 'money', 'duration', 'age', 'several-figures'])
/** "Each year", "for each person" ask for a rate, which is one figure. */
const rate =
  'other|years?|months?|weeks?|days?|hours?|time|persons?|people|households?|famil(?:y|ies)|inhabitants?|officers?|citizens?|workers?|victims?|affected|police|an|annee|mois|semaine|jour|heure|fois|personne|foyer|menage|famille|habitant|agent|policier|citoyen|ouvrier|victime|combien'
const distributive = new RegExp(
  ` (?:(?:each|every|chaque|tous les|toutes les) (?!(?:${rate}) )|(?:all the|all of the|different|various|several|differente?s|plusieurs|divers|diverses|respective|respectivement|respectively) )`,
)
const bySources =
  / (?:according to (?:each|the|different|various|all)|selon (?:les|chaque|l|la|differente?s)|d apres (?:les|chaque)) (?:\S+ )?(?:sources?|articles?|reports?|medias?|rapports?|autorites?|authorities) /
const development =
  / (?:evolve\w*|evolue\w*|evolution|over time|over the (?:months|years|weeks|days)|au fil d\w+(?: \w+)?|first and (?:final|last)|premier et (?:dernier|final)|initial and (?:final|latest)|at first|initially|d abord|au depart|dans un premier temps|successi(?:fs|ves?|f)|(?:selon|suivant|d apres|according to|by) (?:les |the )?(?:jours|dates|days|mois|months|annees|years)|changed?(?: \S+){0,3} (?:over|between|since|from)|developments?|progress(?:ed|ion)|trend|tendance) /
const figureWords =
  / (?:figures?|numbers?|statistics|counts?|totals?|amounts?|sums?|estimates?|tolls?|rates?|prices?|quantit(?:y|ies)|cases|chiffres?|nombres?|statistiques|montants?|sommes?|estimations?|bilans?|taux|prix|quantites?|cas) /
const pluralFigures =
  /^ (?:which|what|quels|quelles)(?: are| were| sont| etaient| ont ete)?(?: the| les)?(?: different| various| differents| differentes| exact| official| officiels)? (?:figures|numbers|statistics|totals|amounts|sums|estimates|tolls|rates|prices|quantities|chiffres|nombres|statistiques|montants|sommes|estimations|bilans|taux|prix|quantites) /
const whichArticles =
  / (?:(?:which|what|how many|quels|combien d|dans quels|in which|list(?: all)?(?: the)?|liste(?: tous)?(?: les)?|all(?: the)?|tous les) (?:articles?|sources|texts|textes|news|reports|papers)|(?:articles?|sources|textes?|texts) (?:that|which|qui)? ?(?:mention\w*|speak\w*|talk\w*|parlent?|evoquent?|citent?|name|discuss)) /
const sayingArticles =
  / (?:que disent|qu en disent|ce que disent|what do|what does) (?:the |les |l )?(?:articles?|sources|textes|texts|corpus|journaux|medias|newspapers|press|presse) /
const everything =
  / (?:everything|all (?:you|we|that is|there is)|what (?:do|does|can|else) \S+ (?:know|tell)|what is (?:known|said|reported)|what else|que sait on|que savons nous|qu est ce qu on sait|que sait \S+|que savez vous|que sais tu|tout (?:sur|ce)|dites? moi tout|parle\w* moi|tell me (?:more )?about|summar\w+|resume\w*) /
const whatDone =
  /^ (?:what (?:has|have|had|did|does|do)|what all has|que (?:fait|dit|font|disent)|qu (?:a|ont|avait)|qu est ce qu (?:a|ont)|quelles (?:actions|mesures|decisions|declarations) (?:a|ont)) /
const doneOrSaid =
  / (?:said|done|ordered|led|announced|declared|promised|claimed|decided|told|dit|fait|ordonne|dirige|annonce|declare|promis|decide|affirme) (?:or|and|ou|et) | (?:what (?:has|have)) (?:\S+ ){1,4}?(?:said|done|ordered|led|announced|declared|promised|claimed|decided|told|dit) /

/** Undefined for a question that one sentence may answer. */
export function readSeveral(question: Question): Several | undefined {
  const text = ` ${fold(question.text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .join(' ')} `
  if (whichArticles.test(text)) return { kind: 'articles', oneEach: true }
  if (sayingArticles.test(text)) return { kind: 'articles', oneEach: false }
  const isFigure = figureTypes.has(question.expected.type) || figureWords.test(text) || /^ (?:how|combien) /.test(text)
  const isSeveral = distributive.test(text) || bySources.test(text) || development.test(text)
  if (question.expected.type === 'several-figures' || (isFigure && isSeveral) || pluralFigures.test(text))
    return { kind: 'figures' }
  const named = question.names.length > 0 || question.places.length > 0
  if (everything.test(text)) return { kind: 'articles', oneEach: false }
  if (named && whatDone.test(text) && doneOrSaid.test(text)) return { kind: 'articles', oneEach: false }
  const parts = splitParts(question)
  if (parts.length > 1) return { kind: 'parts', parts }
  const alternatives = findAlternatives(question)
  return alternatives.length > 1 ? { kind: 'parts', parts: alternatives } : undefined
}

const joint = /[,;?]?\s+(?:and|et|ou bien|as well as|ainsi que|puis|then)\s+|[;?]\s+/giu
const interrogative =
  /^(?:\S+\s+)?(?:how|who|whom|when|where|what|which|why|combien|qui|quand|où|ou|quels?|quelles?|pourquoi|comment)(?!\p{L})/iu

/**
 * "How many men and how many women", "in 2025 and in 2026", "Pailin on the 18th and Svay Rieng on the 19th": stretches
 * that each ask something, or each name another date, place, person or rank.
 */
function splitParts(question: Question): readonly Range[] {
  const { text } = question
  const parts: Range[] = []
  let start = 0
  for (const match of text.matchAll(joint)) {
    const end = match.index
    const next = match.index + match[0].length
    const asksAgain = interrogative.test(text.slice(next))
    const [left, right] = [
      { start, end },
      { start: next, end: text.length },
    ]
    if (!holdsContent(question, left) || !holdsContent(question, right)) continue
    if (asksAgain || pairs(question, left, right)) {
      parts.push(left)
      start = next
    }
  }
  return [...parts, { start, end: text.length }]
}

const openQuestion = /(?<!\p{L})(?:who|whom|what|which|where|why|qui|que|quels?|quelles?|où|pourquoi|qu['’])(?!\p{L})/iu
const alternative =
  /(?<!\p{L})([\p{L}-]+)\s+(?:or|ou)\s+(?:by\s+|par\s+|the\s+|d['’]|l['’]|les?\s+|la\s+|des\s+)?([\p{L}-]+)/giu

/** "Who was arrested or sacked", "rain or explosives, what is blamed": each of both words may have its own answer. */
function findAlternatives({ text, content, expected }: Question): readonly Range[] {
  if (expected.type === 'yes-no' || !openQuestion.test(text)) return []
  const [match] = [...text.matchAll(alternative)]
  if (match === undefined) return []
  const [whole, left = '', right = ''] = match
  const ranges = [
    { start: match.index, end: match.index + left.length },
    { start: match.index + whole.length - right.length, end: match.index + whole.length },
  ]
  return ranges.every((range) => content.some(({ start, end }) => start >= range.start && end <= range.end))
    ? ranges
    : []
}

function holdsContent({ content }: Question, part: Range): boolean {
  return content.some(({ start, end }) => start >= part.start && end <= part.end)
}

const pluralAsked = /^\s*(?:what|which|quels|quelles)\s+(?:\S+\s+)?\p{L}+s\s/iu
const rangeLead = /(?:between|from|entre|du)\s+(?:\S+\s*){1,3}$/iu

/** Both stretches name a date or a rank, or, of several things asked for, a place or a person each. */
function pairs(question: Question, left: Range, right: Range): boolean {
  const { text } = question
  if (rangeLead.test(text.slice(left.start, left.end)) && !interrogative.test(text.slice(right.start))) return false
  const ranks = findNumbers(text, question.language).filter(({ kind }) => kind === 'ordinal')
  const within = (range: Range) => (item: Range) => item.start >= range.start && item.end <= range.end
  const dates = question.dates.filter(({ relative }) => relative !== true)
  const named = pluralAsked.test(text) ? [question.places, question.names] : []
  return [dates, ranks, ...named].some((items) => items.some(within(left)) && items.some(within(right)))
}
