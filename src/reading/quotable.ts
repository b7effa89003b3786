/** The smallest things that can be quoted: the sentences of a passage, with what is needed to understand them. */
import { LRUCache } from 'lru-cache'
import { type FoldedWord, foldWords } from '../text/fold.ts'
import { splitSentences } from '../text/sentences.ts'
import type { Language, Passage, Range } from '../types.ts'

/** A quotable sentence. `start` and `end` are offsets in the passage's text. */
export type Unit = Range & {
  readonly passage: Passage
  /** Position in its passage, from 0. */
  readonly position: number
  readonly text: string
  readonly language: Language
  readonly words: readonly FoldedWord[]
  /** The different folded words of the sentence. */
  readonly vocabulary: readonly string[]
  /** The different folded words of what stands before it: the line that introduces a list, or the sentence before. */
  readonly surroundings: readonly string[]
  /** The heading or the line that introduces a list; the same object for all units of a passage. */
  readonly context?: { readonly text: string; readonly language: Language }
}

/** About 10 kB each; a question looks at 150. */
const rememberedPassages = 2_000
const remembered = new LRUCache<string, readonly Unit[]>({ max: rememberedPassages })

/** The units of a passage, in reading order. A line that ends in ":" is one unit with what it introduces. */
export function readUnits(passage: Passage): readonly Unit[] {
  const known = remembered.get(passage.id)
  if (known !== undefined) return known
  const units = makeUnits(passage)
  remembered.set(passage.id, units)
  return units
}

function makeUnits(passage: Passage): readonly Unit[] {
  const context = passage.context === undefined ? undefined : { text: passage.context, language: passage.language }
  const contextWords = context === undefined ? [] : vocabularyOf(foldWords(context.text))
  const ranges = joinIntroductions(passage.text, splitSentences(passage.text, passage.language))
  const units: Unit[] = []
  for (const { start, end } of ranges) {
    const text = passage.text.slice(start, end)
    const words = foldWords(text)
    if (words.length === 0) continue
    const before = units.at(-1)
    const vocabularyBefore = before?.vocabulary ?? []
    // The same list where it can be: it is compared with the question only once then.
    const surroundings =
      contextWords.length === 0 ? vocabularyBefore : [...new Set([...contextWords, ...vocabularyBefore])]
    units.push({
      passage,
      position: units.length,
      start,
      end,
      text,
      language: passage.language,
      words,
      vocabulary: vocabularyOf(words),
      surroundings,
      ...(context && { context }),
    })
  }
  return units
}

function vocabularyOf(words: readonly FoldedWord[]): readonly string[] {
  return [...new Set(words.map(({ word }) => word))]
}

/** "Amnesty's Secretary General stated:" says nothing without the quotation that follows. */
function joinIntroductions(text: string, ranges: readonly Range[]): readonly Range[] {
  const joined: Range[] = []
  let open: Range | undefined
  for (const range of ranges) {
    const start = open?.start ?? range.start
    const introduces = text.slice(range.start, range.end).trimEnd().endsWith(':')
    if (introduces) open = { start, end: range.end }
    else {
      joined.push({ start, end: range.end })
      open = undefined
    }
  }
  if (open !== undefined) joined.push(open)
  return joined
}
