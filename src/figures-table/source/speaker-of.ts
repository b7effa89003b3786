/** Who says a figure, where its own sentence says so or one around it. */
import type { Unit } from '../../reading/quotable.ts'
import type { SpeechOf } from '../../speech/unit-speech.ts'
import type { Range } from '../../types.ts'
import type { Attached } from '../types.ts'
import type { Surroundings } from './around.ts'
import { findFullerMention } from './fuller-mention.ts'
import type { ListReader } from './lists.ts'
import { type Sentence, sentenceOf } from './sentence.ts'

/** How many sentences back "the report" is named in full. */
const fullerReach = 10

/**
 * Whoever says the words around the figure; of an item of a list whoever says the line that introduces it, or the event that
 * it is a part of. Only where words of attribution give them: unknown is a right answer, the nearest name is not.
 * @returns the speaker of a figure, a range of its unit's text.
 */
export function createSpeakerReader(
  around: Surroundings,
  lists: ListReader,
  speechOf: SpeechOf,
): (unit: Unit, figure: Range) => Attached | undefined {
  const sayer = (unit: Unit, range?: Range): Attached | undefined => {
    const said = speechOf(unit, range)
    // Whoever denies a figure does not give it.
    if (said?.named === undefined || said.speech.hedge === 'denied') return undefined
    const { start, end } = said.named
    const text = said.article.text.slice(start, end)
    const own = sentenceOf(unit)
    const isOwn = start >= own.offset && end <= own.offset + own.text.length
    const fuller = findFullerMention(text, around.before(unit, fullerReach))
    return fuller ?? { start, end, text, from: isOwn ? 'sentence' : 'context' }
  }
  return (unit, figure) => {
    const own = sayer(unit, { start: unit.start + figure.start, end: unit.start + figure.end })
    if (own !== undefined || lists.itemsOf(unit).length === 0) return own
    const introduction = around.introductionOf(unit)
    const event = lists.eventOf(unit)
    const spoken = introduction && sayer(unit, from(introduction, unit))
    return inContext(spoken ?? (event && sayer(event)))
  }
}

/** A sentence of the unit's article as a range of the unit's passage. */
function from({ offset, text }: Sentence, { passage }: Unit): Range {
  return { start: offset - passage.start, end: offset - passage.start + text.length }
}

function inContext(speaker: Attached | undefined): Attached | undefined {
  return speaker === undefined ? undefined : { ...speaker, from: 'context' }
}
