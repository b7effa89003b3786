/** All that a sentence may be told as: parts left out or moved, one after another, within bounds. */
import type { Wording } from '../../verify/locks/figure-lock.ts'
import { isWithin, keysOf, type Telling } from './keys.ts'
import { withoutPart } from './leave-out.ts'
import { withPartMoved } from './move.ts'

/**
 * `standsFor`: whom its first word, a pronoun, surely means, as they are called in the other words cited. `isQuoteOnly`:
 * its speaker, or what takes it back, stands beside it, so that it may be shown and not told. `isNext`: nothing stands
 * between it and the cited sentence before it.
 */
export type CitedSentence = Wording & {
  readonly standsFor?: readonly string[]
  readonly isQuoteOnly?: true
  readonly isNext?: true
}

/** UTF-16 units; a longer sentence is told whole or not at all. */
const longestSentence = 800
const mostCommas = 24
/** Parts left out one after another, and texts made so of one sentence. */
const mostSteps = 3
const mostTexts = 150

/** Whether the words are the sentence, or what is left of it when plain parts of it are left out or moved. */
export function isToldBy(words: Telling, sentence: CitedSentence): boolean {
  const { language } = sentence
  if (sentence.isQuoteOnly) return false
  const told = words.join(' ')
  const isTold = (telling: Telling) => telling.join(' ') === told
  const starts = [sentence.text, ...withNames(sentence)]
  if (starts.some((text) => isTold(keysOf(text, language)))) return true
  if (sentence.text.length > longestSentence || sentence.text.split(',').length > mostCommas) return false
  const known = new Set<string>()
  let texts = starts.filter((text) => isWithin(words, keysOf(text, language)))
  for (let step = 0; step <= mostSteps && texts.length > 0; step += 1) {
    const next: string[] = []
    for (const text of texts) {
      if (known.has(text) || known.size >= mostTexts) continue
      known.add(text)
      if (isTold(keysOf(text, language)) || withPartMoved(text, language).some(isTold)) return true
      next.push(...withoutPart(text, language).filter((shorter) => isWithin(words, keysOf(shorter, language))))
    }
    texts = next
  }
  return false
}

/** "She asked for help" as "Lena Aldous asked for help". */
function withNames({ text, standsFor = [] }: CitedSentence): readonly string[] {
  const first = /^\p{L}+/u.exec(text)?.[0] ?? ''
  return standsFor.map((name) => `${name}${text.slice(first.length)}`)
}
