import type { Range } from '../types.ts'
import { pronouns } from './closed-words.ts'
import type { Speech } from './types.ts'

/**
 * Where the article writes whose words these are: as its words of attribution do, or in full where these are a pronoun.
 * Undefined where no words attribute them, or a pronoun could be two's.
 */
export function namedBy({ leadIn, speaker }: Speech): Range | undefined {
  if (speaker === undefined || leadIn === undefined) return undefined
  if (speaker.nameless !== undefined) return speaker.nameless
  // "A-t-elle dit", "he said".
  const isPronoun = pronouns.has(speaker.words.toLowerCase().split(/[\s-]/u).at(-1) ?? '')
  if (isPronoun) return speaker.isGuess === true ? undefined : speaker.entity?.fullest
  return speaker.mention
}
