/**
 * Who says a sentence by its article: by its own words, by those of the quotation that it is a part of, by the one whom
 * "he said" stands for, or, where no word says so, by the sentence that it goes on from. Where two are possible, nobody.
 */
import { findNames } from '../../entities/names.ts'
import { readSpeaker } from '../../figures-table/read-speaker.ts'
import type { Language, Range } from '../../types.ts'
import { type Candidate, familyNamesOf, findCandidates, readSubject } from './candidates.ts'
import { continues } from './continuing.ts'
import { findFullSpeaker } from './full-speakers.ts'
import { readParagraph, type SentenceInParagraph } from './paragraphs.ts'

/** Sentences of one article, in reading order. `paragraph`: a number that those of one paragraph share. */
export type SpokenSentence = { readonly text: string; readonly language: Language; readonly paragraph: number }

/**
 * `sentence` and the UTF-16 `range` in its text: where the speaker is named. `by`: `own` words of the sentence or of its
 * quotation name them; `before`: they stand for somebody named before; `continued`: no word says so, but it adds to what
 * they say just before; `around`: it only follows what they say, and may be the reporter's.
 */
export type Speech = {
  readonly sentence: number
  readonly range: Range
  readonly speaker: string
  readonly by: 'own' | 'before' | 'continued' | 'around'
}

/** How many sentences back "he said" is looked up, quotations not counted. */
const reach = 3
/** So many sentences in a row may go on from words that are somebody's. */
const longestChain = 2

/** Reads sentences as they are asked for, and remembers their paragraphs. */
export function createSpeechReader(sentences: readonly SpokenSentence[]): (at: number) => Speech | undefined {
  const paragraphs = new Map<number, readonly SentenceInParagraph[]>()
  const paragraphOf = (at: number): readonly SentenceInParagraph[] => {
    const number = sentences[at]?.paragraph ?? -1
    const known = paragraphs.get(number)
    if (known !== undefined) return known
    const read = readParagraph(sentences, number)
    paragraphs.set(number, read)
    return read
  }
  const placed = (at: number) => paragraphOf(at).find(({ sentence }) => sentence === at)
  const languageOf = (at: number): Language => sentences[at]?.language ?? 'en'
  const textOf = (at: number): string => sentences[at]?.text ?? ''
  const outsideOf = (at: number): string => placed(at)?.outside ?? ''
  const speechAt = (sentence: number, range: Range, by: Speech['by']): Speech => ({
    sentence,
    range,
    speaker: textOf(sentence).slice(range.start, range.end),
    by,
  })

  let familyNames: ReadonlySet<string> | undefined
  const isFamilyName = (folded: string) => {
    familyNames ??= new Set(sentences.flatMap(({ text, language }) => familyNamesOf(text, language)))
    return familyNames.has(folded)
  }
  const isAttributed = (at: number) => readSpeaker(outsideOf(at), languageOf(at)).kind !== 'none'

  /** By the words of the sentence itself, those within its quotations apart. */
  const own = (at: number, before: number): Speech | undefined => {
    const attribution = readSpeaker(outsideOf(at), languageOf(at))
    if (attribution.kind === 'pronoun') return antecedent(at, attribution.pronoun, before)
    if (attribution.kind === 'none') return undefined
    const named = speechAt(at, attribution.speaker, 'own')
    const full = findFullSpeaker(named.speaker, sentences.slice(0, at))
    return full === undefined ? named : speechAt(full.sentence, full.range, 'before')
  }

  /** @param before the search begins in the sentence before this one: that of the quotation's beginning. */
  const antecedent = (at: number, pronoun: string, before: number): Speech | undefined => {
    if (/^(?:who|qui)$/.test(pronoun)) {
      const text = outsideOf(at)
      const who = /,\s+(?:who|qui)(?!\p{L})/iu.exec(text)
      const name = findNames(text, languageOf(at)).findLast(({ end }) => who !== null && end <= who.index)
      return name === undefined ? undefined : speechAt(at, name, 'own')
    }
    let left = reach
    let body: Speech | undefined
    for (let back = before - 1; back >= 0 && left > 0; back -= 1) {
      const outside = outsideOf(back)
      if (!/\p{L}/u.test(outside)) continue
      const speaks = readSpeaker(outside, languageOf(back))
      // "He added" again: whoever it was then.
      if (speaks.kind === 'pronoun' && speaks.pronoun === pronoun) continue
      left -= 1
      const fitting = findCandidates(outside, languageOf(back), isFamilyName).filter((candidate) =>
        agrees(pronoun, candidate),
      )
      const person = fitting.find(({ kind }) => kind === 'person')
      if (person !== undefined) return body === undefined ? speechAt(back, person, 'before') : undefined
      const [first] = fitting
      if (first !== undefined && body === undefined) body = speechAt(back, first, 'before')
    }
    return body
  }

  /** By what stands around the quotation that the sentence is a part of. */
  const quoted = (at: number): Speech | undefined => {
    const group = paragraphOf(at).filter(
      ({ quotation }) => quotation !== undefined && quotation === placed(at)?.quotation,
    )
    const first = group[0]?.sentence ?? at
    const last = group.at(-1)?.sentence ?? at
    for (const part of [last, first, ...group.map(({ sentence }) => sentence)]) {
      if (isAttributed(part)) return own(part, first)
    }
    if (first === 0) return undefined
    const introduces = /:["“«\s]*$/u.test(textOf(first - 1))
    const isBeside = sentences[first - 1]?.paragraph === sentences[at]?.paragraph
    const before = placed(first - 1)?.quotation === undefined ? own(first - 1, first - 1) : quoted(first - 1)
    if (before === undefined) return undefined
    return introduces || isBeside ? { ...before, by: 'before' } : { ...before, by: 'around' }
  }

  /** Words that nothing gives to anybody, right behind words that are somebody's, in one paragraph. */
  const carried = (at: number): Speech | undefined => {
    let isContinued = true
    for (let back = at - 1; back >= Math.max(0, at - longestChain); back -= 1) {
      if (sentences[back]?.paragraph !== sentences[at]?.paragraph) return undefined
      if (readSubject(textOf(back + 1), languageOf(back + 1)) !== undefined) return undefined
      if (placed(back)?.quotation !== undefined) return undefined
      isContinued &&= continues(textOf(back + 1), languageOf(back + 1))
      if (!isAttributed(back)) continue
      const found = own(back, back)
      return found && { ...found, by: isContinued ? 'continued' : 'around' }
    }
    return undefined
  }

  return (at) => {
    if (placed(at) === undefined) return undefined
    if (placed(at)?.quotation !== undefined) return quoted(at)
    return isAttributed(at) ? own(at, at) : carried(at)
  }
}

function agrees(pronoun: string, { kind, gender }: Candidate): boolean {
  if (/^(?:he|she)$/.test(pronoun) && kind === 'body') return false
  if (/^(?:he|il)$/.test(pronoun)) return gender !== 'feminine'
  if (/^(?:she|elle)$/.test(pronoun)) return gender !== 'masculine'
  return kind === 'body'
}
