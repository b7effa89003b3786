/** What a question asks figures of: the thing counted, the topic around it, and the words that only ask for a table. */
import type { Question } from '../question/question.ts'

/** Columns of the coverage (positions in `question.content`). */
export type Topic = {
  /** The noun counted ("foreigners" in "how many foreigners"); empty when the question names none. */
  readonly counted: readonly number[]
  /** What the figures are about. */
  readonly about: readonly number[]
  /** Columns of words that name a measure ("rate", "montant"): they count less, since sentences often leave them out. */
  readonly measures: readonly number[]
  /** `money` or `percent` when only such figures answer, `time` for durations and ages. */
  readonly kind?: 'money' | 'percent' | 'time'
  /** The noun counted stands for people of any sort: citizens and nationalities are counted with it. */
  readonly people: boolean
}

/** Words that ask for figures, sources or a development and that no sentence with a figure needs to hold. */
const askingWords: ReadonlySet<string> = new Set(
  'figure figures number numbers count counts total totals statistic statistics stats data quantity quantities value values estimate estimates estimated toll tolls balance source sources article articles mention mentions mentioned speak talk talks everything anything know known report reports according different various every each all several first final last latest initial exact exactly evolve evolved evolution change changed changes changing over time times month months day days year years country countries region regions list table tell give show say said well chiffre chiffres nombre nombres donnee donnees statistique statistiques quantite quantites valeur valeurs estimation estimations bilan bilans differents differentes divers diverses chaque tous toutes plusieurs evolue evoluer evolution change changer fil temps mois jour jours an annee annees pays region regions selon dernier derniers derniere premier premiere final liste tableau parlent parle evoquent evoque citent tout sait savons donne donnez dis disent'.split(
    ' ',
  ),
)
const peopleWords =
  /^(?:people|persons?|individuals?|foreigners?|nationals?|citizens?|migrants?|immigrants?|personnes?|gens|individus?|etrang(?:er|ers|ere|eres)|ressortissante?s?|citoyen(?:ne)?s?|migrante?s?|suspects?)$/
const sumWords = /^(?:amounts?|sums?|montants?|sommes?|costs?|couts?|prices?|prix)$/
const shareWords = /^(?:rates?|percentages?|percent|share|proportion|taux|pourcentages?|part|proportion)$/

export function readTopic(question: Question): Topic {
  const { content, expected } = question
  const columns = [...content.keys()]
  const inCounted = (column: number): boolean => {
    const word = content[column]
    const range = expected.counted
    return word !== undefined && range !== undefined && word.start >= range.start && word.end <= range.end
  }
  const isAsking = (column: number): boolean => askingWords.has(content[column]?.word ?? '')
  const isShare = (column: number): boolean => shareWords.test(content[column]?.word ?? '')
  const isSum = (column: number): boolean => sumWords.test(content[column]?.word ?? '')
  const isDateOrNumber = (column: number): boolean => {
    const word = content[column]
    return [...question.dates, ...question.numbers].some(
      ({ start, end }) => word !== undefined && word.start >= start && word.end <= end,
    )
  }
  const counted = columns.filter(
    (column) => inCounted(column) && !isAsking(column) && !isShare(column) && !isSum(column),
  )
  const rest = columns.filter((column) => !counted.includes(column) && !isDateOrNumber(column))
  const telling = rest.filter((column) => !isAsking(column))
  const about = telling.length === 0 && counted.length === 0 ? rest : telling
  const kind = kindOf(question, columns.some(isShare), counted.length === 0 && columns.some(isSum))
  const measures = columns.filter((column) => isShare(column) || isSum(column))
  const people = counted.some((column) => peopleWords.test(content[column]?.word ?? ''))
  return { counted, about, measures, people, ...(kind !== undefined && { kind }) }
}

function kindOf({ expected }: Question, asksShare: boolean, asksSum: boolean): Topic['kind'] {
  if (expected.type === 'money') return 'money'
  if (expected.type === 'duration' || expected.type === 'age') return 'time'
  if (asksShare) return 'percent'
  return asksSum ? 'money' : undefined
}

/** Whether a folded noun means people of any sort. */
export function meansPeople(folded: string): boolean {
  return peopleWords.test(folded)
}
