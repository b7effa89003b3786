/** The numbers, dates, places and names of a unit, and what could answer a kind of question, each read once. */
import { type ExpectedAnswer, findExpected } from '../../entities/expected.ts'
import { findPlaces, type PlaceMention } from '../../entities/places.ts'
import { type DateMention, findDates } from '../../figures/dates.ts'
import { findNumbers, type NumberMention } from '../../figures/numbers.ts'
import type { Language, Range } from '../../types.ts'

export type Entities = {
  readonly numbers: readonly NumberMention[]
  readonly dates: readonly DateMention[]
  readonly places: readonly PlaceMention[]
}

type Readable = { readonly text: string; readonly language: Language }

const remembered = new WeakMap<Readable, Entities>()
const rememberedExpected = new WeakMap<Readable, Map<ExpectedAnswer['type'], readonly Range[]>>()

export function entitiesOf(unit: Readable): Entities {
  const known = remembered.get(unit)
  if (known !== undefined) return known
  const entities = createEntities(unit)
  remembered.set(unit, entities)
  return entities
}

/** Each kind is read when it is first asked for. */
function createEntities({ text, language }: Readable): Entities {
  let numbers: Entities['numbers'] | undefined
  let dates: Entities['dates'] | undefined
  let places: Entities['places'] | undefined
  return {
    get numbers() {
      numbers ??= findNumbers(text, language)
      return numbers
    },
    get dates() {
      dates ??= findDates(text, language)
      return dates
    },
    get places() {
      places ??= findPlaces(text, language)
      return places
    },
  }
}

/** The words of a unit that could answer a question of this kind. */
export function expectedIn(unit: Readable, expected: ExpectedAnswer): readonly Range[] {
  const byType = rememberedExpected.get(unit) ?? new Map<ExpectedAnswer['type'], readonly Range[]>()
  rememberedExpected.set(unit, byType)
  const known = byType.get(expected.type)
  if (known !== undefined) return known
  const found = findExpected(unit.text, unit.language, expected)
  byType.set(expected.type, found)
  return found
}
