/** What a question asks of those it names: the words that are no name, place, date or number, nor the kind of answer. */
import type { Question } from '../../question/question.ts'
import type { Range } from '../../types.ts'
import { type Coverage, shareCovered } from '../missing/coverage.ts'

/** Words that only say what kind of answer is wanted: "which company", "what year", "en quelle ville". */
const kindsOfAnswer: ReadonlySet<string> = new Set(
  `who whom name names company companies firm person people year date day month time hour moment number amount sum money cash figure country countries nation nationality place places city town village total much many often
  entreprise entreprises societe personne personnes gens nom noms annee date jour mois heure moment nombre montant somme argent chiffre pays nation nationalite lieu endroit ville village total combien quantite
  true vrai word words exact mot mots exacts propos reason reasons raison raisons cause motif`
    .trim()
    .split(/\s+/),
)
const heaviest = 2

export type Relation = {
  /** Weighted share of the words found, 0 to 1; 1 when the question has none but names and kinds. */
  readonly share: number
  /** The less well found of the two that matter most. */
  readonly weakest: number
}

/** The columns of the words in question; empty for "Who is Anna Lund?". */
export function relationColumns(question: Question): readonly number[] {
  const taken: readonly Range[] = [...question.names, ...question.places, ...question.dates, ...question.numbers]
  return [...question.content.keys()].filter((column) => {
    const word = question.content[column]
    if (word === undefined || word.inName || kindsOfAnswer.has(word.word)) return false
    return !taken.some(({ start, end }) => word.start >= start && word.end <= end)
  })
}

/** How well a row of likenesses covers the words of the relation. */
export function readRelation(
  columns: readonly number[],
  row: readonly number[],
  weights: Coverage['weights'],
): Relation {
  if (columns.length === 0) return { share: 1, weakest: 1 }
  const values = columns.map((column) => row[column] ?? 0)
  const own = columns.map((column) => weights[column] ?? 0)
  const [...order] = own.keys()
  const heavy = order.sort((left, right) => (own[right] ?? 0) - (own[left] ?? 0)).slice(0, heaviest)
  return { share: shareCovered(values, own), weakest: Math.min(1, ...heavy.map((position) => values[position] ?? 0)) }
}
