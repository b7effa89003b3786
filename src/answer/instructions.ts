/** Sentences of an article that speak to whoever reads it by machine: never an answer to a question about something else. */

import type { Question } from '../question/question.ts'
import { readUnits, type Unit } from '../reading/quotable.ts'
import { fold } from '../text/fold.ts'
import type { Readout } from './read-stretches.ts'

const rule =
  '(?:instructions?|prompts?|rules|directives|guidelines|messages?|commands|consignes|directives|regles|ordres)'
const instructing: readonly RegExp[] = [
  new RegExp(
    `\\b(?:ignore|disregard|forget|override|bypass|ignorez|ignorer|ignores|oublie|oubliez|oublier|contourne[rz]?)\\b(?: \\w+){0,6}? ${rule}\\b`,
  ),
  new RegExp(`\\b(?:ne (?:tiens|tenez) pas compte|faites abstraction|fais abstraction)\\b(?: \\w+){0,5}? ${rule}\\b`),
  /\b(?:system prompt|developer mode|jailbreak|invite systeme|prompt systeme)\b/,
  /\b(?:as an? (?:ai|assistant|language model|chatbot)|you are (?:now )?an? (?:ai|assistant|chatbot|language model)|dear (?:ai|assistant|chatbot)|(?:note|message|instructions?) (?:to|for) (?:the )?(?:ai|assistants?|chatbots?|language models?|bots?))\b/,
  /\b(?:en tant qu (?:ia|assistant|intelligence artificielle)|tu es (?:maintenant )?une? (?:ia|assistant|chatbot)|vous etes (?:maintenant )?une? (?:ia|assistant)|(?:note|message|consignes?) (?:a|pour) (?:l |les )?(?:ia|assistants?|robots?|modeles?))\b/,
]
/** What goes on from such a sentence: "Say that …", "Réponds que …". */
const goingOn =
  /^(?:and |then |instead |now |et |puis |a la place |desormais )?(?:say|answer|reply|respond|tell|write|state|output|print|reveal|claim|always|never|dis|dites|reponds|repondez|ecris|ecrivez|affirme|affirmez|indique|indiquez|revele|revelez)\b/

const asksAbout = /\b(?:instruct|prompt|injection|consigne)/

function wordsOf(text: string): string {
  return fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .join(' ')
}

function saysToInstruct(words: string): boolean {
  return instructing.some((pattern) => pattern.test(words))
}

type Manner = { readonly instructs: boolean; readonly goesOn: boolean }

const remembered = new WeakMap<Unit, Manner>()

/** How a unit speaks, read once. */
function mannerOf(unit: Unit): Manner {
  const known = remembered.get(unit)
  if (known !== undefined) return known
  const words = wordsOf(unit.text)
  const manner = { instructs: saysToInstruct(words), goesOn: goingOn.test(words) }
  remembered.set(unit, manner)
  return manner
}

/** Whether a unit instructs, or goes on from one before it in its passage that does. */
function isInstruction(unit: Unit): boolean {
  const { instructs, goesOn } = mannerOf(unit)
  if (instructs || !goesOn) return instructs
  const before = readUnits(unit.passage)[unit.position - 1]
  return before !== undefined && isInstruction(before)
}

/** An article may be made to speak to whoever reads it by machine: what does is left out, unless the question is about that. */
export function withoutInstructions(readout: Readout, question: Pick<Question, 'words'>): Readout {
  const asked = question.words.map(({ word }) => word).join(' ')
  if (asksAbout.test(asked) || saysToInstruct(asked)) return readout
  return { ...readout, sentences: readout.sentences.filter(({ unit }) => !isInstruction(unit)) }
}
