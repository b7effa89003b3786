/** What a question asks about that the evidence does not speak of: a property, an office, a relation, the answer itself. */
import { mentionsProperty } from '../../entities/properties.ts'
import type { Question } from '../../question/question.ts'
import { fold } from '../../text/fold.ts'
import { isNew } from '../units/is-new.ts'
import { relationColumns } from '../units/relation.ts'
import type { Unit } from '../units/units.ts'
import { givesReason } from './causes.ts'
import type { Coverage } from './coverage.ts'
import { expectedIn } from './entities-of.ts'
import type { Missing, MissingKind } from './missing-kinds.ts'

/** What is owned, run or built counts as spoken of from this likeness. */
const objectFrom = 0.4

export function missingProperties(
  question: Question,
  all: readonly Unit[],
  passage: readonly Unit[],
): readonly Missing[] {
  const speaks = (units: readonly Unit[], property: Property) =>
    units.some((unit) => speaksOf(unit, property) || (property.key === 'age' && expectedIn(unit, anAge).length > 0))
  const isOfSomething = question.names.length + question.places.length > 0
  return question.properties
    .filter((property) => property.kind !== 'relation' && !speaks(passage, property))
    .map((property) => ({
      // The age of somebody named is asked for itself; "the price" alone may be told in other words, a speed may not.
      kind: kindOfMissing(property, question, isOfSomething),
      text: property.key,
      nowhere: !speaks(all, property),
    }))
}

function asksWho({ expected: { type } }: Question): boolean {
  return type === 'person' || type === 'definition' || type === 'name'
}

/** The prime minister of another country. */
export function officeElsewhere(question: Question, elsewhere: readonly Missing[]): readonly Missing[] {
  const office = question.properties.find(({ kind }) => kind === 'office')
  if (office === undefined || elsewhere.length === 0 || !asksWho(question)) return []
  return [{ kind: 'office', text: office.key, nowhere: false }]
}

function kindOfMissing(property: Property, question: Question, isOfSomething: boolean): MissingKind {
  if (property.kind === 'property') return isOfSomething || measured.has(property.key) ? 'property' : 'object'
  // "Who is the governor?" asks for whoever holds the office; another's name would mislead.
  if (property.kind === 'office' && asksWho(question)) return 'office'
  // "How many died?" is not answered by how many were aboard.
  return property.kind === 'event' && question.expected.type === 'number' ? 'event' : 'object'
}

/** What one does to another must be spoken of in the sentence, in one beside it, or in its heading. */
export function missingRelations(
  question: Question,
  { units: all }: Coverage,
  unit: Unit,
  passage: readonly Unit[],
): readonly Missing[] {
  const near = passage.filter(({ position }) => Math.abs(position - unit.position) <= 1)
  return question.properties
    .filter((property) => property.kind === 'relation' && !near.some((other) => speaksOf(other, property)))
    .map((property) => ({
      kind: 'relation',
      text: property.key,
      nowhere: !all.some((other) => speaksOf(other, property)),
    }))
}

/** Words of asking that name no thing. */
const askedFor: ReadonlySet<string> = new Set('old age long tall far often vieux vieille grand grande'.split(' '))

/** "Who runs the mill?": where nobody speaks of a mill, whoever runs another thing is no answer. */
export function missingObjects(question: Question, coverage: Coverage, row: number): readonly Missing[] {
  const relations = question.properties.filter(({ kind }) => kind === 'relation')
  if (relations.length === 0) return []
  const passage = coverage.passage[row] ?? []
  const columns = relationColumns(question).filter((column) => {
    const word = coverage.words[column]?.word ?? ''
    return !question.properties.some((property) => mentionsProperty(word, property)) && !askedFor.has(word)
  })
  return columns
    .filter((column) => (passage[column] ?? 0) < objectFrom)
    .map((column) => ({
      kind: 'relation',
      text: coverage.words[column]?.word ?? '',
      nowhere: (coverage.anywhere[column] ?? 0) < objectFrom,
    }))
}

type Property = Question['properties'][number]

const anAge = { type: 'age' } as const
/** Told by words of their own only. */
const measured: ReadonlySet<string> = new Set(
  'speed height weight depth temperature age phone email website colour religion salary weather'.split(' '),
)

function speaksOf(unit: Unit, property: Property): boolean {
  return mentionsProperty(`${unit.context?.text ?? ''} ${unit.text}`, property)
}

/** Words of the question that no sentence comes near: with two of them, and half of all, it is about something else. */
const spokenOfFrom = 0.5
const fewestUnspoken = 2

export function missingWords(question: Question, { words, anywhere }: Coverage): readonly Missing[] {
  const asked = relationColumns(question)
  const unspoken = asked.filter((column) => (anywhere[column] ?? 0) < spokenOfFrom)
  if (unspoken.length < fewestUnspoken || unspoken.length < words.length / 2) return []
  return [{ kind: 'relation', text: unspoken.map((column) => words[column]?.word ?? '').join(' '), nowhere: true }]
}

/** Kinds of answer that are told by words of their own, and nowhere without them. */
const telling: ReadonlySet<string> = new Set(['number', 'money', 'age', 'time', 'date', 'duration', 'name'])
const noneOfIt =
  /(?<!\p{L})(?:no|none|nobody|nothing|neither|never|zero|free|all|every|each|several|many|few|aucune?|personne|rien|nul|nulle|jamais|zéro|gratuit\p{L}*|sans|toutes?|tous|chaque|plusieurs|doubl\p{L}+|halv\p{L}+|half|moitié|twice|once|hundreds|thousands|millions|billions|centaines|milliers|milliards)(?!\p{L})/iu

export function missingAnswer(question: Question, quoted: Unit): readonly Missing[] {
  const { type } = question.expected
  if (!telling.has(type)) return []
  const isTold = expectedIn(quoted, question.expected).some(({ start, end }) =>
    isNew(quoted.text.slice(start, end), question),
  )
  const isNone = type !== 'name' && type !== 'age' && type !== 'date' && type !== 'time' && noneOfIt.test(quoted.text)
  return isTold || isNone ? [] : [{ kind: 'answer', text: type, nowhere: false }]
}

/** A why is not answered by what only tells that it happened. */
export function missingReason(question: Question, quoted: Unit): readonly Missing[] {
  if (question.expected.type !== 'reason' || givesReason(fold(quoted.text), quoted.language)) return []
  return [{ kind: 'reason', text: question.text, nowhere: false }]
}

const superlative =
  /(?<!\p{L})(?:best|worst|biggest|largest|tallest|longest|highest|deepest|oldest|youngest|richest|poorest|fastest|slowest|smallest|cheapest|strongest|greatest|hottest|coldest|busiest|heaviest|most (?:beautiful|expensive|famous|popular|powerful|dangerous|important)|meilleure?s?|pires?|(?:le|la|les) plus (?!tard|tot|de |d'|souvent|possible)\p{L}+)(?!\p{L})/u
const extreme =
  /(?<!\p{L})(?:best|worst|most|least|record|first|only|top|peak|maximum|minimum|\p{L}{3,}est|meilleure?s?|pires?|(?:le|la|les|du|des|au|aux) (?:plus|moins)|premiere?s?|seule?s?|maximale?|minimale?|principale?s?)(?!\p{L})|%|per ?cent|pour cent/u

/** "The longest river": a river that is not said to be the longest is no answer. */
export function missingSuperlative(question: Question, quoted: Unit): readonly Missing[] {
  const asked = superlative.exec(fold(question.text))?.[0]
  if (asked === undefined || extreme.test(fold(quoted.text))) return []
  return [{ kind: 'relation', text: asked, nowhere: false }]
}

/** A question of these kinds is about nothing but the one whom it names unless a word beside the name is spoken of. */
const aboutMoreThanNames: ReadonlySet<string> = new Set('yes-no date time name other reason manner'.split(' '))

/** "Is Anna Lund corrupt?" is not answered by whatever else is said of her. */
export function missingPredicate(question: Question, { surroundings }: Coverage, row: number): readonly Missing[] {
  const columns = relationColumns(question)
  const isNamed = question.names.length + question.places.length > 0
  if (columns.length === 0 || !isNamed || !aboutMoreThanNames.has(question.expected.type)) return []
  const found = surroundings[row] ?? []
  if (columns.some((column) => (found[column] ?? 0) >= spokenOfFrom)) return []
  return [
    { kind: 'relation', text: columns.map((column) => question.content[column]?.word ?? '').join(' '), nowhere: false },
  ]
}
