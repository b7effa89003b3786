/** What the units around a figure say of it, read once for all figures of a table. */
import type { Unit } from '../../reading/quotable.ts'
import { createUnitSpeech } from '../../speech/unit-speech.ts'
import type { Range } from '../../types.ts'
import type { Attached } from '../types.ts'
import { createSurroundings } from './around.ts'
import { createHeadingReader } from './heading-period.ts'
import { createListReader, type ListReader } from './lists.ts'
import { createPeriodReader, type FigurePeriod } from './period-of.ts'
import { createSpeakerReader } from './speaker-of.ts'

export type Reader = {
  readonly lists: ListReader
  speakerOf(unit: Unit, figure: Range): Attached | undefined
  periodOf(unit: Unit, figure: Range): FigurePeriod
}

/**
 * @param units whole articles in reading order.
 * @param texts the texts of articles by `articleOf`, as far as they are at hand.
 */
export function createReader(units: readonly Unit[], texts: ReadonlyMap<string, string> = new Map()): Reader {
  const around = createSurroundings(units, texts)
  const lists = createListReader(units)
  const speechOf = createUnitSpeech(units)
  return {
    lists,
    speakerOf: createSpeakerReader(around, lists, speechOf),
    periodOf: createPeriodReader(around, lists, speechOf, createHeadingReader(units, texts)),
  }
}
