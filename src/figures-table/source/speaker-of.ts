/** Who says a figure, where its own sentence says so or one around it. */
import type { Unit } from '../../reading/quotable.ts'
import type { UnitSpeech } from '../../verify/speech/unit-speech.ts'
import { readSpeaker } from '../read-speaker.ts'
import type { Attached } from '../types.ts'
import type { Surroundings } from './around.ts'
import { findFullerMention } from './fuller-mention.ts'
import type { ListReader } from './lists.ts'
import { attach, type Sentence, sentenceOf } from './sentence.ts'

/** How many sentences back a speaker is looked up. */
const reach = 3
/** How many sentences back "the report" is named in full. */
const fullerReach = 10

/**
 * `named`: in the sentence itself, else "he said": whom the pronoun stands for. An item of a list has the speaker of the line that
 * introduces it, or of the event that it is a part of; another sentence that does not say whose words it is, the speaker of
 * those before it in the same passage. What another sentence gives is marked so.
 */
export function createSpeakerReader(
  around: Surroundings,
  lists: ListReader,
  speechOf: (unit: Unit) => UnitSpeech | undefined,
): (unit: Unit) => Attached | undefined {
  const remembered = new Map<Unit, Attached | undefined>()
  const read = (unit: Unit): Attached | undefined => {
    const own = readSpeaker(unit.text, unit.language)
    if (own.kind === 'named') {
      const sentence = sentenceOf(unit)
      return (
        findFullerMention(unit.text.slice(own.speaker.start, own.speaker.end), around.before(unit, fullerReach)) ??
        attach(sentence, own.speaker, 'sentence')
      )
    }
    const introduction = around.introductionOf(unit)
    const event = lists.eventOf(unit)
    if (own.kind === 'none' && lists.itemsOf(unit).length > 0)
      return speakerIn(introduction) ?? speakerIn(event && sentenceOf(event))
    // "He said", or a quotation that another sentence gives to somebody.
    const speech = speechOf(unit)
    if (speech?.by === 'before' || speech?.by === 'own')
      return attach(sentenceOf(speech.unit), speech.range, speech.unit === unit ? 'sentence' : 'context')
    if (own.kind === 'pronoun') return undefined
    return around
      .before(unit, reach)
      .filter(({ passage }) => passage.id === unit.passage.id)
      .map((other) => speakerIn(sentenceOf(other)))
      .find((speaker) => speaker !== undefined)
  }
  return (unit) => {
    if (!remembered.has(unit)) remembered.set(unit, read(unit))
    return remembered.get(unit)
  }
}

function speakerIn(sentence: Sentence | undefined): Attached | undefined {
  if (sentence === undefined) return undefined
  const attribution = readSpeaker(sentence.text, sentence.language)
  return attribution.kind === 'named' ? attach(sentence, attribution.speaker, 'context') : undefined
}
