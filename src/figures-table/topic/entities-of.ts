/** The numbers, dates and places of a unit, each read once. */
import { findPlaces, type PlaceMention } from '../../entities/places.ts'
import { type DateMention, findDates } from '../../figures/dates.ts'
import { findNumbers, type NumberMention } from '../../figures/numbers.ts'
import type { Language } from '../../types.ts'

export type Entities = {
  readonly numbers: readonly NumberMention[]
  readonly dates: readonly DateMention[]
  readonly places: readonly PlaceMention[]
}

type Readable = { readonly text: string; readonly language: Language }

const remembered = new WeakMap<Readable, Entities>()

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
