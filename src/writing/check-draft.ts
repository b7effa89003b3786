/** One claim of a model against all the locks: it passes them all or is dropped with the reasons. */
import type { WordSpace } from '../ports/word-space.ts'
import { detectLanguage } from '../question/language.ts'
import { foldWords } from '../text/fold.ts'
import { blankMarks } from '../text/source-marks.ts'
import type { Evidence, Language } from '../types.ts'
import { checkFigures, type Wording } from '../verify/locks/figure-lock.ts'
import { checkHedges } from '../verify/locks/hedge-lock.ts'
import { checkClaim } from '../verify/locks/locks.ts'
import { checkNames } from '../verify/locks/name-lock.ts'
import { checkBinding } from './binding-lock.ts'
import { checkCapitals } from './capitals-lock.ts'
import { checkCounts } from './count-lock.ts'
import { type ModelClaim, readClaim } from './draft-form.ts'
import { checkMonths, checkPolarity, checkRelativeDates, checkStrayDigits } from './extra-locks.ts'
import { type LocatedWords, locateWords } from './locate-words.ts'
import { checkPlainText, longestClaim } from './plain-text-lock.ts'
import { citedSentences } from './proof/cited-sentences.ts'
import { proveSelection } from './proof/selection-proof.ts'
import { checkSameOrder } from './same-order-lock.ts'
import { checkSupport } from './support-lock.ts'
import type { ClaimFailure, DraftClaim, DroppedClaim } from './types.ts'

export type DraftContext = {
  readonly language: Language
  /** In the order of their numbers, from 1. */
  readonly shown: readonly Evidence[]
  readonly space: WordSpace
}

/** A claim that is dropped leaves the sentences that it cites, where it cites any: they are shown in its place. */
export type CheckedDraft =
  | { readonly claim: DraftClaim }
  | { readonly dropped: DroppedClaim; readonly quote?: DraftClaim }

/** Passages one claim may cite. */
const mostCitations = 8

export async function checkDraft(value: unknown, context: DraftContext): Promise<CheckedDraft> {
  const draft = readClaim(value)
  if (draft === undefined) return drop('', [{ lock: 'form', words: '', why: 'it has another form than asked for' }])
  const { located, failures } = locateAll(draft, context)
  // Before any pattern runs on what a model wrote.
  if (draft.text.length > longestClaim) {
    const why = `it is longer than ${longestClaim} characters`
    return drop(`${draft.text.slice(0, 40)}…`, [{ lock: 'markup', words: '', why }, ...failures], located)
  }
  const text = tidy(draft)
  const atOnce = [...checkPlainText(text, citedTexts(context)), ...failures]
  if (atOnce.length > 0) return drop(text, atOnce, located)
  const spoken = await checkLanguage(text, context)
  if (spoken.length > 0) return drop(text, spoken, located)
  const reasons: ClaimFailure[] = []
  const carrying: LocatedWords[] = []
  for (const group of byPassage(located)) {
    const failed = await checkGroup({ text, language: context.language }, group, context.space)
    if (failed.length === 0) carrying.push(...group)
    else reasons.push(...failed)
  }
  // A passage that does not carry the claim alone is not cited: a claim stitched from two is nobody's.
  if (carrying.length === 0) return drop(text, reasons, located)
  return { claim: toDraftClaim(text, carrying) }
}

function drop(text: string, failures: readonly ClaimFailure[], located: readonly LocatedWords[] = []): CheckedDraft {
  const [group] = byPassage(located)
  const passage = group?.[0]?.passage
  if (group === undefined || passage === undefined) return { dropped: { text, failures } }
  const ranges = sentencesOf(group)
  // The sentences of one passage, as they stand there.
  const quote: DraftClaim = {
    text: ranges.map(({ start, end }) => passage.text.slice(start, end)).join(' '),
    verbatim: ranges.length === 1,
    quotes: ranges.map((range) => ({ passageId: passage.id, ...range })),
  }
  return { dropped: { text, failures }, quote }
}

/** One line, without the marks of its own citations ("[2]"), which are no part of what is said. */
function tidy({ text, citations }: ModelClaim): string {
  const own = new Set(citations.map(({ passage }) => String(passage)))
  return text
    .replace(/\s*\[(\d{1,2}(?:\s*,\s*\d{1,2})*)\]/g, (mark: string, numbers: string) =>
      numbers.split(',').every((number) => own.has(number.trim())) ? '' : mark,
    )
    .replace(/[^\S\u00a0\u202f]+/g, ' ')
    .trim()
}

async function checkLanguage(text: string, { language, space }: DraftContext): Promise<readonly ClaimFailure[]> {
  const words = foldWords(text).map(({ word }) => word)
  if (words.length === 0) return [{ lock: 'form', words: text, why: 'there are no words in it' }]
  const detected = await detectLanguage(text, words, space)
  return detected === language ? [] : [{ lock: 'language', words: text, why: `it is not in the asker's language` }]
}

function locateAll({ citations }: ModelClaim, { shown }: DraftContext) {
  const located: LocatedWords[] = []
  const failures: ClaimFailure[] = []
  if (citations.length === 0) failures.push({ lock: 'citation', words: '', why: 'it cites nothing' })
  for (const { passage: number, words } of citations.slice(0, mostCitations)) {
    const passage = shown[number - 1]?.passage
    if (passage === undefined) {
      failures.push({ lock: 'citation', words: `[${number}]`, why: `no passage ${number} was shown` })
      continue
    }
    const found = locateWords(words, passage)
    if ('lock' in found) failures.push(found)
    else located.push(found)
  }
  return { located, failures }
}

function byPassage(located: readonly LocatedWords[]): readonly (readonly LocatedWords[])[] {
  const groups = new Map<string, LocatedWords[]>()
  for (const item of located) groups.set(item.passage.id, [...(groups.get(item.passage.id) ?? []), item])
  return [...groups.values()]
}

/**
 * A claim that is proven to be the sentences cited, with parts left out or moved, needs no other lock than that on what was
 * relied on. One that is not is dropped; the locks say what of it is wrong: the words relied on carry figures and names; the whole sentences,
 * negations and hedges; the heading only helps to see what it is about.
 */
async function checkGroup(
  claim: Wording,
  group: readonly LocatedWords[],
  space: WordSpace,
): Promise<readonly ClaimFailure[]> {
  const [first] = group
  if (first === undefined) return []
  const { passage } = first
  const { language, context } = passage
  const join = (texts: readonly string[]): Wording => ({ text: texts.join('\n'), language })
  // A figure in a link's address proves nothing.
  const readable = blankMarks(passage.text)
  const words = group.map(({ slice }) => readable.slice(slice.start, slice.end))
  const sentences = join(sentencesOf(group).map(({ start, end }) => readable.slice(start, end)))
  const unproven = proveSelection(claim, citedSentences(readable, language, sentencesOf(group)))
  const relied = join(words)
  // The model must have relied on what it tells, not only on the sentence around it.
  if (unproven.length === 0) return [...checkFigures(claim, relied), ...checkNames(claim, relied)]
  const check = (cited: Wording): readonly ClaimFailure[] => [
    ...checkClaim({ claim, verbatim: false, cited }),
    ...checkStrayDigits(claim, cited),
    ...checkRelativeDates(claim, cited),
    ...checkMonths(claim, cited),
    ...checkCounts(claim, cited),
    ...checkSameOrder(claim, cited),
  ]
  const failures = [...check(relied), ...checkHedges(claim, sentences), ...checkPolarity(claim, sentences)]
  if (failures.length > 0) return failures
  const around = join([...(context === undefined ? [] : [context]), sentences.text])
  return [
    ...(await checkBinding(claim, relied, space)),
    ...(await checkCapitals(claim, relied, space)),
    ...(await checkSupport(claim, around, space)),
    ...unproven,
  ]
}

/** Each sentence once, in reading order. */
function sentencesOf(group: readonly LocatedWords[]) {
  const byStart = new Map(group.flatMap(({ sentences }) => sentences.map((range) => [range.start, range] as const)))
  return [...byStart.values()].sort((left, right) => left.start - right.start)
}

function toDraftClaim(text: string, located: readonly LocatedWords[]): DraftClaim {
  const groups = byPassage(located)
  const quotes = groups.flatMap((group) =>
    sentencesOf(group).flatMap((range) =>
      group[0]?.passage.id === undefined ? [] : [{ passageId: group[0].passage.id, ...range }],
    ),
  )
  const exact = located.some(({ passage, sentences }) =>
    sentences.some(({ start, end }) => passage.text.slice(start, end) === text),
  )
  return { text, verbatim: exact, quotes }
}

function citedTexts({ shown }: DraftContext): string {
  return shown.map(({ passage }) => `${passage.context ?? ''} ${passage.text}`).join(' ')
}
