/** Who says what in an article: the one account that verification, attributions, figures and locks ask. */
import { splitSentences } from '../text/sentences.ts'
import type { Language, Range } from '../types.ts'
import { createAntecedents } from './antecedents.ts'
import { isSayingVerb } from './closed-words.ts'
import { type Registry, readEntities } from './entities.ts'
import { hedgeOf } from './hedge-of.ts'
import { readIncise } from './incise.ts'
import { type LeadIn, readBefore, subjectOfSentence } from './lead-in.ts'
import { type NamesAt, type NounPhrase, namesAt } from './noun-phrase.ts'
import { leadInsOf } from './quotation-lead-ins.ts'
import { findQuotations, maskQuotations, paragraphsOf } from './quotations.ts'
import { readReportedParts } from './reported.ts'
import { isInside } from './resolve.ts'
import { tokensOf } from './tokens.ts'
import type { Speaker, Speech } from './types.ts'

export type ArticleSpeech = {
  readonly text: string
  readonly language: Language
  /** The text with its quotations masked; offsets stay. */
  readonly masked: string
  readonly registry: Registry
  readonly nameAt: NamesAt
  /** The sentences with quotations masked, so that none ends inside one. */
  readonly sentences: readonly Range[]
  /** In the order in which they begin; nested ones behind what they stand in. */
  readonly speeches: readonly Speech[]
  /** The speech that a range is most surely a part of; undefined where it is nobody's. */
  speechAt(range: Range): Speech | undefined
  /** Whom a mention at a position means. */
  meaningOf(phrase: NounPhrase, position: number): Speaker
}

/**
 * Reads a whole article, or a pasted text as if it were one. All offsets lie inside `text` (UTF-16). Never throws.
 * @param text marks of the source and what is not article blanked, if they should not count.
 */
export function readSpeech(text: string, language: Language): ArticleSpeech {
  const paragraphs = paragraphsOf(text)
  const quotations = findQuotations(text, paragraphs)
  const masked = maskQuotations(text, quotations)
  const registry = readEntities(text, masked, language)
  const nameAt = namesAt(registry.names)
  const sentences = splitSentences(masked, language)
  const paragraphOf = (position: number) => paragraphs.findLastIndex(({ start }) => start <= position)
  const place = { masked, sentences, quotations, nameAt, paragraphOf }
  const found = leadInsOf(place)
  const antecedents = createAntecedents({ text, masked, sentences, registry, nameAt, language })
  const { speakerOf } = antecedents
  const exact = quotations.flatMap((quotation, at): readonly Speech[] => {
    const incise = found[at] === undefined ? readIncise(text, quotation.inner) : undefined
    const lead = found[at] ?? (incise && { ...incise, isSure: true })
    const speaker = lead === undefined ? undefined : speakerOf(lead.phrase, quotation.start)
    const hedge = lead === undefined ? undefined : hedgeOf(besideMention(text, lead))
    const says =
      incise !== undefined ||
      (lead !== undefined &&
        tokensOf(masked, lead.leadIn).some(({ folded }) => isSayingVerb(folded) || folded.includes('-t-')))
    const isSpoken = says || isLong(text.slice(quotation.inner.start, quotation.inner.end))
    if (!isSpoken) return []
    const outer: Speech = {
      range: quotation.inner,
      form: 'exact',
      isSure: lead?.isSure === true && speaker?.isGuess !== true,
      ...(lead !== undefined && { leadIn: lead.leadIn }),
      ...(speaker !== undefined && { speaker }),
      ...(hedge !== undefined && { hedge }),
    }
    return [
      outer,
      ...quotation.nested.map((inner) => nestedSpeech(text, inner, outer, { nameAt, speakerOf, language })),
    ]
  })
  const reported = sentences
    .flatMap((sentence) => readReportedParts(masked, sentence, nameAt).map((said) => ({ sentence, said })))
    .flatMap(({ sentence, said }): readonly Speech[] => {
      if (!isInOwnWords(masked.slice(said.range.start, said.range.end))) return []
      const isQuoting = quotations.some(
        ({ start, end }, at) => found[at] !== undefined && start >= sentence.start && end <= sentence.end,
      )
      if (isQuoting && said.range.start === sentence.start) return []
      const speaker = speakerOf(said.phrase, sentence.start)
      const hedge = hedgeOf(besideMention(text, said))
      return [
        {
          range: said.range,
          form: 'reported',
          leadIn: said.leadIn,
          speaker,
          isSure: speaker.isGuess !== true,
          ...(hedge !== undefined && { hedge }),
        },
      ]
    })
  const said = [...exact, ...reported]
  const continued = continuedSpeeches(said, { masked, sentences, nameAt, paragraphOf, registry })
  const speeches = [...said, ...continued].sort(
    (left, right) => left.range.start - right.range.start || right.range.end - left.range.end,
  )
  return {
    text,
    language,
    masked,
    registry,
    nameAt,
    sentences,
    speeches,
    speechAt: (range) => pickSpeech(speeches, range),
    meaningOf: (phrase, position) => speakerOf(phrase, position),
  }
}

/** The lead-in without whom it names: "Lind's accuser" accuses nobody here. */
function besideMention(text: string, { leadIn, phrase }: LeadIn): string {
  const { start, end } = phrase.range
  return `${text.slice(leadIn.start, Math.max(leadIn.start, start))} ${text.slice(Math.min(end, leadIn.end), leadIn.end)}`
}

/** Whether two words or more stand outside quotation marks. */
function isInOwnWords(masked: string): boolean {
  return (masked.match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !/^x+$/iu.test(word)).length > 1
}

/** Two words or more in quotation marks may be somebody's; one is a title or irony. */
function isLong(words: string): boolean {
  return /\p{L}[^\p{L}]+\p{L}/u.test(words)
}

/** So many sentences in a row may go on from words that are somebody's. */
const longestChain = 2

/**
 * Sentences of which nothing says whose they are, right behind reported speech in one paragraph: likely theirs. Not where
 * the sentence is about somebody by name.
 */
function continuedSpeeches(
  said: readonly Speech[],
  { masked, sentences, nameAt, paragraphOf, registry }: ContinuedParts,
): readonly Speech[] {
  const found: Speech[] = []
  for (const [at, sentence] of sentences.entries()) {
    const isSaid = (range: Range) =>
      said.some((speech) => speech.range.start < range.end && range.start < speech.range.end)
    if (isSaid(sentence)) continue
    const subject = subjectOfSentence(masked, sentence, nameAt)
    const about = subject?.head === undefined ? undefined : registry.entityAt(subject.head.start)
    if (about !== undefined && about.kind === 'person') continue
    for (let back = at - 1; back >= Math.max(0, at - longestChain); back -= 1) {
      const before = sentences[back]
      if (before === undefined || paragraphOf(before.start) !== paragraphOf(sentence.start)) break
      const speech = said.findLast(
        ({ range, form }) => form === 'reported' && range.start < before.end && before.start < range.end,
      )
      if (speech === undefined && isSaid(before)) break
      if (speech?.speaker === undefined) continue
      found.push({ range: sentence, form: 'reported', speaker: speech.speaker, isSure: false })
      break
    }
  }
  return found
}

type ContinuedParts = Pick<ArticleSpeech, 'masked' | 'sentences' | 'nameAt' | 'registry'> & {
  readonly paragraphOf: (position: number) => number
}

type NestedParts = {
  readonly nameAt: NamesAt
  readonly speakerOf: (phrase: NounPhrase, position: number, isInside?: boolean) => Speaker
  readonly language: Language
}

/** "The minister told me: 'You will never be prosecuted'": the minister's, as the one who quotes him says. */
function nestedSpeech(text: string, inner: Range, outer: Speech, { nameAt, speakerOf }: NestedParts): Speech {
  const range = { start: inner.start + 1, end: inner.end - 1 }
  const before = text.slice(outer.range.start, inner.start)
  const from = outer.range.start + (/[.!?…]\s+(?=[^.!?…]*$)/u.exec(before)?.index ?? -1) + 1
  const lead = readBefore(text, { start: from, end: inner.start }, nameAt)
  const isSelf = lead?.phrase.pronoun !== undefined && /^(?:i|je|j'|we|nous)$/u.test(lead.phrase.pronoun)
  const speaker = lead === undefined ? undefined : isSelf ? outer.speaker : speakerOf(lead.phrase, inner.start, true)
  return {
    range,
    form: 'exact',
    isSure: lead !== undefined && speaker?.isGuess !== true,
    within: outer,
    ...(lead !== undefined && { leadIn: lead.leadIn }),
    ...(speaker !== undefined && { speaker }),
  }
}

/** The smallest that holds the range; else the one that shares most of it, if that is half of either. */
function pickSpeech(speeches: readonly Speech[], range: Range): Speech | undefined {
  const slack = 2
  const holding = speeches.filter((speech) =>
    isInside(range, { start: speech.range.start - slack, end: speech.range.end + slack }),
  )
  const smallest = holding.reduce<Speech | undefined>(
    (best, speech) => (best === undefined || lengthOf(speech.range) <= lengthOf(best.range) ? speech : best),
    undefined,
  )
  if (smallest !== undefined) return smallest
  let best: Speech | undefined
  let most = 0
  for (const speech of speeches) {
    if (speech.within !== undefined) continue
    const shared = Math.min(speech.range.end, range.end) - Math.max(speech.range.start, range.start)
    const isHalf = shared * 2 >= Math.min(lengthOf(range), lengthOf(speech.range))
    if (isHalf && shared > most) {
      best = speech
      most = shared
    }
  }
  return best
}

function lengthOf({ start, end }: Range): number {
  return end - start
}
