/** Words that turn round or weaken what a sentence says. A quote that leaves them out says something else. */
import { foldText, originalRange } from '../../figures/folded-text.ts'
import { qualifierBefore } from '../../figures/number-context.ts'
import { findNumbers } from '../../figures/numbers.ts'
import { splitSentences } from '../../text/sentences.ts'
import type { Language, Range } from '../../types.ts'
import { endsClause, governsAfter } from './hedge-scope.ts'

export type HedgeKind = 'negation' | 'allegation' | 'attribution' | 'doubt'
export type Hedge = Range & { readonly kind: HedgeKind; readonly text: string }

const edge = '(?<![\\p{L}\\p{N}])'
const close = '(?![\\p{L}\\p{N}])'
const sources: Readonly<Record<Language, Readonly<Record<HedgeKind, string>>>> = {
  en: {
    negation:
      "not|no|never|none|nor|neither|nobody|nothing|without|cannot|\\p{L}+n't|hardly|barely|unlikely|den(?:y|ies|ied|ying)|refus(?:e|es|ed|ing)|fail(?:s|ed|ing)? to",
    allegation:
      'alleg(?:ed|edly|es|e|ing|ation|ations)|suspect(?:ed|s)?|accus(?:ed|es|e|ing|ation|ations)|presumed|presumably|purported(?:ly)?|supposed(?:ly)?|so-called|charged with',
    attribution:
      'according to|reported(?:ly)?|claim(?:s|ed|ing)?|said|says?|told|tells?|stated|estimat(?:ed|es|e)|believed|thought',
    doubt:
      'apparent(?:ly)?|seem(?:s|ed|ingly)?|appear(?:s|ed)?|possibly|perhaps|maybe|may|might|could|would|should|likely|probably|potential(?:ly)?|expected|if|almost|nearly|tried to|attempt(?:ed|s)? to|plan(?:s|ned)? to|whether',
  },
  fr: {
    negation:
      "ne|pas|jamais|aucune?|non|ni|sans|guere|nullement|(?:personne|rien)(?= n(?:e |'))|ni(?:e|ent|ait|aient)|dement(?:i|it|ent)?|refus(?:e|ent|ait)",
    allegation:
      'presume(?:e|s|es|ment)?|soupconn(?:e|ee|es|ees|ent)|suspect(?:e|s|es|ee|ees|ent)?|accus(?:e|ee|es|ees|ent)|pretendu(?:e|s|es|ment)?|soi-disant|allegue(?:e|s|es)?|inculpe(?:e|s|es)?',
    attribution:
      "selon|d'apres|d'apres|a declare|ont declare|a affirme|ont affirme|affirm(?:e|ent|ait)|aurait|auraient|serait|seraient|estim(?:e|ent|ait)|a-t-(?:il|elle|on)",
    doubt:
      'apparemment|semble(?:nt)?|semblait|peut-etre|probable(?:s|ment)?|possible(?:s|ment)?|pourrait|pourraient|devrait|devraient|sans doute|eventuel(?:le|lement|s|les)?|potentiel(?:le|lement|s|les)?|presque|si|envisage(?:nt)?|tente(?:nt)? de',
  },
}
const kinds: readonly HedgeKind[] = ['negation', 'allegation', 'attribution', 'doubt']
const patterns = Object.fromEntries(
  (['en', 'fr'] as const).map((language) => [
    language,
    kinds.map((kind) => ({ kind, pattern: new RegExp(`${edge}(?:${sources[language][kind]})${close}`, 'gu') })),
  ]),
)

/** "in May 2023", "on 5 May": months are written large, and few sentences begin with the verb. */
function isMonth({ start, end, text: written }: Hedge, text: string): boolean {
  if (written !== 'May') return false
  const before = text.slice(Math.max(0, start - 12), start)
  return /^[\s,]*\d/u.test(text.slice(end)) || /[\p{Ll}\d,]["”»)]?\s+$/u.test(before)
}

/** "nearly 7 million", "no fewer than 40" say how exact a figure is: that is the figure lock's to compare. */
function bindsFigure({ start, end, text: written }: Hedge, text: string, language: Language): boolean {
  const word = written.toLowerCase()
  const after = text.slice(end, end + 24)
  if (/^(?:no|not|pas)$/.test(word)) return /^\s+(?:fewer|less|more|moins|plus)\s+(?:than|de|d['’])/iu.test(after)
  if (!/^(?:almost|nearly|presque|estimated)$/.test(word)) return false
  if (/^\s+(?:an? |the |les |une? )?[\d\p{Sc}]/iu.test(after)) return true
  const next = findNumbers(text.slice(start, end + 40), language)[0]
  return next?.approximate !== undefined && next.start <= word.length + 5
}

/** Negations, allegations, attributions and words of doubt of a text, in order. */
export function findHedges(text: string, language: Language): readonly Hedge[] {
  return readHedges(text, language).filter((hedge) => !isMonth(hedge, text) && !bindsFigure(hedge, text, language))
}

function readHedges(text: string, language: Language): readonly Hedge[] {
  const source = foldText(text)
  return (patterns[language] ?? [])
    .flatMap(({ kind, pattern }) =>
      [...source.folded.matchAll(pattern)].map((match) => {
        const range = originalRange(source, match.index, match.index + match[0].length)
        return { ...range, kind, text: text.slice(range.start, range.end) }
      }),
    )
    .sort((left, right) => left.start - right.start)
}

export type WidenedSlice = {
  /** The words cut off that change what the slice says, in order; none when the slice may stand alone. */
  readonly cutOff: readonly string[]
  /** The whole sentences that the slice is a part of. */
  readonly sentence: Range
}

/**
 * The hedge lock on a slice: what its sentences say before or after it that must not be cut off. The slice is given by
 * UTF-16 offsets in `text`; it is to be shown with `sentence` when `cutOff` is not empty.
 */
export function widenSlice(text: string, slice: Range, language: Language): WidenedSlice {
  const touched = splitSentences(text, language).filter(({ start, end }) => start < slice.end && slice.start < end)
  const sentence = { start: touched[0]?.start ?? slice.start, end: touched.at(-1)?.end ?? slice.end }
  const before = text.slice(sentence.start, slice.start)
  const after = text.slice(slice.end, sentence.end)
  const frame = frameOf(before, language)
  const qualifier = /^[\s]*[\d\p{Sc}]/u.test(text.slice(slice.start, slice.start + 3)) ? qualifierOf(before) : undefined
  const cutOff = [
    ...findHedges(before, language)
      .filter((hedge) => governsAfter(before, hedge))
      .map(({ text }) => text),
    ...(frame === undefined ? [] : [frame]),
    ...(qualifier === undefined ? [] : [qualifier]),
    ...findHedges(after, language)
      .filter(({ kind, start }) => kind !== 'doubt' && (kind !== 'negation' || start < 4))
      .filter(({ start }) => !endsClause(after.slice(0, start)))
      .map(({ text }) => text),
  ]
  return { cutOff, sentence }
}

/** What is asked for, planned or forbidden has not happened: "asked the police to | search". */
const frames: Readonly<Record<Language, RegExp>> = {
  en: /(?<!\p{L})(?<frame>asked|asks|ordered|orders|urged|urges|told|instructed|directed|called on|wants?|wanted|hopes?|hoped|promised|promises|threatened|threatens|proposed|proposes|recommended|agreed|intends?|intended|considers?|vowed|pledged|invited|advised|forbade|sought|seeks)(?!\p{L})[^.;:!?]{0,160}? to\s*$/u,
  fr: /(?<!\p{L})(?<!(?:la|une|sa|cette|leur|l') ?)(?<frame>(?:a|ont|avait|avaient|aura)(?: \p{L}+ment| aussi)? (?:demande|ordonne|exhorte|appele|recommande|propose|envisage|menace|promis|accepte|interdit|invite|conseille|suggere)|demande|demandent|ordonne|exhorte|appelle|recommande|propose|envisage|menace|promet|interdit|invite|conseille|demander)(?!\p{L})[^.;:!?]{0,160}?(?: de ne pas| de| d'| a)\s*$/u,
}

function frameOf(before: string, language: Language): string | undefined {
  const source = foldText(before)
  const match = frames[language].exec(source.folded)
  const frame = match?.groups?.['frame']
  if (match === null || frame === undefined) return undefined
  const { start, end } = originalRange(source, match.index, match.index + frame.length)
  return before.slice(start, end)
}

/** "more than " at the end of a text. */
function qualifierOf(given: string): string | undefined {
  const before = `${given.trimEnd()} `
  const source = foldText(before)
  const found = qualifierBefore(source.folded)
  if (found === undefined) return undefined
  const range = originalRange(source, source.folded.length - found.length, source.folded.length)
  return before.slice(range.start, range.end).trim()
}
