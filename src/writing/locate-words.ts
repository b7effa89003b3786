/** The words a claim says it relies on, found in the passage cited, with the whole sentences around them. */
import { readUnits } from '../reading/quotable.ts'
import type { Passage, Range } from '../types.ts'
import { checkQuote } from '../verify/locks/quote-lock.ts'
import { blankAddresses } from '../verify/pasted/pasted-text.ts'
import { tokenize } from '../verify/tokens.ts'
import type { ClaimFailure } from './types.ts'

export type LocatedWords = {
  readonly passage: Passage
  /** The exact words, in the passage's text. */
  readonly slice: Range
  /** The quotable sentences that the words are a part of, in order; ranges in the passage's text. */
  readonly sentences: readonly Range[]
}

/** A word or two can be found anywhere and carry nothing. */
const fewestWords = 3
/** UTF-16 units; what is longer is not looked for. */
const longestCited = 2_000

export function locateWords(words: string, passage: Passage): LocatedWords | ClaimFailure {
  const fail = (why: string): ClaimFailure => ({ lock: 'quote', words, why })
  if (words.length > longestCited) return { ...fail('too many words are relied on'), words: '' }
  if (tokenize(words).filter(({ kind }) => kind !== 'mark').length < fewestWords)
    return fail(`fewer than ${fewestWords} words are relied on`)
  const { slice, failures } = checkQuote(words, { text: passage.text, language: passage.language })
  if (slice === undefined) return failures[0] ?? fail('it does not stand so in the passage')
  const sentences = readUnits(passage).filter(({ start, end }) => start < slice.end && slice.start < end)
  if (sentences.length === 0) return fail('it is no part of a sentence')
  return { passage, slice, sentences: sentences.map(({ start, end }) => ({ start, end })) }
}

/** A passage as a model is shown it: links are never sent. Offsets stay. */
export function withoutLinks(text: string): string {
  return blankAddresses(text).replace(
    /\b(?:www\.|[a-z\d-]+(?:\.[a-z\d-]+)*\.(?:com|org|net|info|io|me|ly)\/)\S*/giu,
    (found) => ' '.repeat(found.length),
  )
}
