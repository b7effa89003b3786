/** What a question asks figures of: the thing counted, the topic around it; words that only ask for a table are neither. */

import { isQuantity, type NumberMention } from '../figures/numbers.ts'
import type { Question } from '../question/question.ts'
import type { Unit } from '../reading/quotable.ts'
import { foldWords } from '../text/fold.ts'
import { entitiesOf } from './topic/entities-of.ts'
import { type FigureKind, isMoneyThing, isPriceWord, kindAlone, kindNamedBy, saysMoney } from './topic/kinds.ts'

/** Columns of the coverage (positions in `question.content`). */
export type Topic = {
  /** The noun counted ("foreigners" in "how many foreigners"); empty when the question names none. */
  readonly counted: readonly number[]
  /** What the figures are about: one list for each part of "arrests and expulsions", never empty; of nothing, all are. */
  readonly abouts: readonly (readonly number[])[]
  /** Columns of words that name a measure ("rate", "montant"): they count less, since sentences often leave them out. */
  readonly measures: readonly number[]
  /** Only such figures answer. */
  readonly kind?: FigureKind
  /** The noun counted stands for people of any sort: citizens and nationalities are counted with it. */
  readonly people: boolean
  /** Amounts that a topic names: only the same ones are meant. */
  readonly numbers: readonly NumberMention[]
}

/** Words that ask for figures, sources or a development and that no sentence with a figure needs to hold. */
const askingWords: ReadonlySet<string> = new Set(
  'figure figures number numbers count counts total totals statistic statistics stats data quantity quantities value values estimate estimates estimated balance source sources article articles corpus mention mentions mentioned speak talk talks everything anything know known report reports according different successive various every each all several first final last latest initial exact exactly evolve evolved evolution change changed changes changing over time times month months day days year years country countries region regions list table tell give given gives show say said well available chiffre chiffres nombre nombres donnee donnees statistique statistiques quantite quantites valeur valeurs estimation estimations differents differentes divers diverses successifs successives chaque tous toutes plusieurs evolue evoluer evolution change changer fil temps mois jour jours an annee annees pays region regions selon dernier derniers derniere premier premiere final liste tableau parlent parle evoquent evoque citent tout sait savons donne donnes donnees donnez dis disent disponibles'.split(
    ' ',
  ),
)
const peopleWords =
  /^(?:people|persons?|individuals?|foreigners?|nationals?|citizens?|migrants?|immigrants?|personnes?|gens|individus?|etrang(?:er|ers|ere|eres)|ressortissante?s?|citoyen(?:ne)?s?|migrante?s?|suspects?)$/
/** Kinds of answer for which a number in the question says what it is about, and not which figure is meant. */
const countingTypes: ReadonlySet<string> = new Set(['number', 'money', 'duration', 'age', 'yes-no', 'several-figures'])

export function readTopic(question: Question): Topic {
  const { content, expected } = question
  const columns = [...content.keys()]
  const wordOf = (column: number): string => content[column]?.word ?? ''
  const isWithin = (column: number, ranges: readonly { readonly start: number; readonly end: number }[]): boolean => {
    const word = content[column]
    return ranges.some(({ start, end }) => word !== undefined && word.start >= start && word.end <= end)
  }
  const amounts = question.numbers.filter(isQuantity)
  const isLeftOut = (column: number): boolean =>
    askingWords.has(wordOf(column)) || isWithin(column, [...question.dates, ...question.numbers])
  const isMeasure = (column: number): boolean => kindNamedBy(wordOf(column)) !== undefined
  const isAmount = columns.some(
    (column) => expected.counted !== undefined && isWithin(column, [expected.counted]) && isMoneyThing(wordOf(column)),
  )
  const counted = columns.filter(
    (column) =>
      !isAmount &&
      expected.counted !== undefined &&
      isWithin(column, [expected.counted]) &&
      !isMeasure(column) &&
      !askingWords.has(wordOf(column)),
  )
  const rest = columns.filter((column) => !counted.includes(column) && !isLeftOut(column))
  const asksMoney = expected.type === 'money' || isAmount
  const words = rest.filter((column) => !isMeasure(column) && !(asksMoney && saysMoney(wordOf(column))))
  // "Money", "argent", "dollars": a kind of figure and no topic.
  const alone = words.length === 1 && counted.length === 0 ? kindAlone(wordOf(words[0] ?? -1)) : undefined
  const prices = words.length === 0 && !asksMoney ? rest.filter((column) => isPriceWord(wordOf(column))) : []
  const about = alone === undefined ? [...words, ...prices] : []
  const kind = asksMoney ? 'money' : (alone ?? kindOf(question, rest.filter(isMeasure).map(wordOf), counted.length))
  return {
    counted,
    abouts: partsOf(question, about),
    measures: rest.filter((column) => isMeasure(column) && !prices.includes(column)),
    people: counted.some((column) => meansPeople(wordOf(column))),
    numbers: countingTypes.has(expected.type) ? [] : amounts,
    ...(kind !== undefined && { kind }),
  }
}

function kindOf({ expected }: Question, measures: readonly string[], counted: number): FigureKind | undefined {
  if (expected.type === 'duration' || expected.type === 'age') return 'time'
  const kinds = measures.map(kindNamedBy)
  if (kinds.includes('percent')) return 'percent'
  if (counted > 0) return undefined
  return kinds.includes('money') ? 'money' : kinds.includes('toll') ? 'toll' : undefined
}

const joint = /(?<!\p{L})(?:and|or|et|ou)(?!\p{L})|[,;&/]/giu

/** "Residence permits and immigrants" asks for the figures of both; in a question "and" may join anything. */
function partsOf(question: Question, about: readonly number[]): readonly (readonly number[])[] {
  const { text, expected } = question
  if (expected.type !== 'other' || /\?\s*$/u.test(text)) return [about]
  const cuts = [...text.matchAll(joint)].map(({ index }) => index)
  const parts = new Map<number, number[]>()
  for (const column of about) {
    const start = question.content[column]?.start ?? 0
    const part = cuts.filter((cut) => cut < start).length
    parts.set(part, [...(parts.get(part) ?? []), column])
  }
  return parts.size === 0 ? [about] : [...parts.values()]
}

/** Whether a topic is about nothing: all figures, all amounts, all of a year. */
export function isBare({ counted, abouts, numbers }: Topic): boolean {
  return counted.length === 0 && numbers.length === 0 && abouts.every(({ length }) => length === 0)
}

/** "200 Vietnamese", "312 citoyens chinois", "45 women". */
export function countsPeople(unit: Unit): boolean {
  const { numbers, places } = entitiesOf(unit)
  return numbers.some(({ kind, unitRange, unit: noun = '', end }) => {
    if (kind !== 'count' && kind !== 'range') return false
    if (foldWords(noun).some(({ word }) => meansPeople(word) || isHuman(word))) return true
    const reach = (unitRange?.end ?? end) + 1
    return places.some(({ as, start }) => as === 'people' && start >= end && start <= reach)
  })
}

const humans =
  /^(?:men|women|children|boys|girls|workers|fishermen|soldiers|officers|victims|survivors|prisoners|detainees|patients|residents|passengers|employees|protesters|dead|hommes|femmes|enfants|garcons|filles|ouvriers|ouvrieres|pecheurs|marins|soldats|victimes|survivants|prisonniers|detenus|patients|habitants|passagers|employes|salaries|manifestants|morts)$/

/** A folded noun for some people: workers, victims, children. */
export function isHuman(folded: string): boolean {
  return humans.test(folded)
}

/** Whether a folded noun means people of any sort. */
export function meansPeople(folded: string): boolean {
  return peopleWords.test(folded)
}
