/** A sentence with its place in the article, and stretches of it as slices. */
import type { Unit } from '../../reading/quotable.ts'
import type { Language, Range } from '../../types.ts'
import type { Attached, Slice } from '../types.ts'

/** `offset`: where its text begins in the article's. */
export type Sentence = { readonly text: string; readonly language: Language; readonly offset: number }

export function sentenceOf({ text, language, passage, start }: Unit): Sentence {
  return { text, language, offset: passage.start + start }
}

/** A range of the sentence's text as a slice of the article. */
export function sliceOf({ text, offset }: Sentence, { start, end }: Range): Slice {
  return { start: offset + start, end: offset + end, text: text.slice(start, end) }
}

export function attach(sentence: Sentence, range: Range, from: Attached['from']): Attached {
  return { ...sliceOf(sentence, range), from }
}
