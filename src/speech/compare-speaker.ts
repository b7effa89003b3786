/** Whether whom a person names is whom the article gives the words to. "Other" only where the article surely names another. */

import { foldWords } from '../text/fold.ts'
import type { Language } from '../types.ts'
import { namesTheSame, partsOfName } from './name-parts.ts'
import type { ArticleSpeech } from './read-speech.ts'
import { entityByRole, roleWordsOf } from './resolve.ts'
import type { Entity, Speech } from './types.ts'

/** Whom somebody names: all the words of it, and the name among them where there is one. */
export type GivenSpeaker = { readonly words: string; readonly name?: string }

export type SpeakerVerdict = 'right' | 'other' | 'unknown'

/** @param language of the words given: their nouns are read so. */
export function compareSpeaker(
  given: GivenSpeaker,
  language: Language,
  article: ArticleSpeech,
  speech: Speech | undefined,
): SpeakerVerdict {
  const real = speech?.speaker
  if (speech === undefined || real === undefined) return 'unknown'
  if (given.name !== undefined) return compareName({ ...given, name: given.name }, article, speech)
  const noun = roleWordsOf(given.words, language)
  const [head] = noun
  if (head === undefined) return 'unknown'
  const realNouns = roleWordsOf(real.words, article.language)
  if (real.entity === undefined) return realNouns.includes(head) ? 'right' : 'unknown'
  const meant = entityByRole(given.words, article.registry, language)
  if (meant === 'several') return real.entity.roles.has(head) ? 'right' : 'unknown'
  if (meant !== undefined) {
    if (meant === real.entity || belongsTo(real.entity, meant)) return 'right'
    // "The bank" of its chairman, and "the chairman" of the bank.
    if (real.entity.roles.has(head) && noun.length === 1 && meant.roles.size > 0)
      return speech.isSure ? 'other' : 'unknown'
    return speech.isSure ? 'other' : 'unknown'
  }
  if (real.entity.roles.has(head) || realNouns.includes(head)) return 'right'
  // "Le préfet", whom the article speaks of and never names, is not the delegate whom it names and calls so.
  const isElsewhere = foldWords(article.text).some(({ word }) => word === head)
  return isElsewhere && real.entity.roles.size > 0 && speech.isSure ? 'other' : 'unknown'
}

function compareName(
  given: GivenSpeaker & { readonly name: string },
  article: ArticleSpeech,
  speech: Speech,
): SpeakerVerdict {
  const real = speech.speaker
  if (real === undefined) return 'unknown'
  const parts = partsOfName(given.name)
  if (real.entity !== undefined) {
    if (namesTheSame(parts, partsOfName(real.entity.name))) return 'right'
    const meant = article.registry.entityNamed(given.name)
    // "Pikko" of Pikko's founder: whoever speaks for a body.
    if (meant !== undefined && belongsTo(real.entity, meant)) return 'right'
    if (meant !== undefined && belongsTo(meant, real.entity)) return 'unknown'
    if (namesWithin(given.name, real.words) && meant === undefined) return 'right'
    return speech.isSure ? 'other' : 'unknown'
  }
  if (namesWithin(given.name, real.words) && article.registry.entityNamed(given.name)?.kind !== 'person') return 'right'
  // "A customer, who asked not to be named": nobody whom the article names elsewhere.
  const isNamed = article.registry.entityNamed(given.name) !== undefined
  const isNameless = /^(?:an?|one|une?|another|un autre)\s/iu.test(real.words)
  if (speech.within !== undefined && isNamed) return 'other'
  return isNamed && isNameless && speech.isSure ? 'other' : 'unknown'
}

/** Whether somebody is called by a body's name: "the bank's chairman" of the bank. */
function belongsTo(person: Entity, body: Entity): boolean {
  if (body.kind === 'person' && body.roles.size > 0 && / /u.test(body.name)) return false
  const words = partsOfName(body.name).words
  return words.length > 0 && words.every((word) => person.roles.has(word))
}

/** The name is a part of how the article calls them: "Amnesty" of "Amnesty's researchers". */
function namesWithin(name: string, words: string): boolean {
  const inside = partsOfName(words).words
  return partsOfName(name).words.every((word) => inside.includes(word))
}
