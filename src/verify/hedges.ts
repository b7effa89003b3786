/** Words that turn round or weaken what a sentence says. A quote that leaves them out says something else. */
import { foldText, originalRange } from '../figures/folded-text.ts'
import { qualifierBefore } from '../figures/number-context.ts'
import { splitSentences } from '../text/sentences.ts'
import type { Language, Range } from '../types.ts'

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
      'apparent(?:ly)?|seem(?:s|ed|ingly)?|appear(?:s|ed)?|possibly|perhaps|maybe|may|might|could|would|should|likely|probably|potential(?:ly)?|expected|if|almost|nearly|tried to|attempt(?:ed|s)? to|plan(?:s|ned)? to',
  },
  fr: {
    negation:
      "ne|n'(?=\\p{L})|pas|jamais|aucune?|non|ni|sans|guere|nullement|ni(?:e|ent|ait|aient)|dement(?:i|it|ent)?|refus(?:e|ent|ait)",
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

/** Negations, allegations, attributions and words of doubt of a text, in order. */
export function findHedges(text: string, language: Language): readonly Hedge[] {
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
  const qualifier = /^[\s]*[\d\p{Sc}]/u.test(text.slice(slice.start, slice.start + 3)) ? qualifierOf(before) : undefined
  const cutOff = [
    ...findHedges(before, language).map(({ text }) => text),
    ...(qualifier === undefined ? [] : [qualifier]),
    ...findHedges(after, language)
      .filter(({ kind, start }) => kind !== 'doubt' && (kind !== 'negation' || start < 4))
      .map(({ text }) => text),
  ]
  return { cutOff, sentence }
}

/** "more than " at the end of a text. */
function qualifierOf(before: string): string | undefined {
  const source = foldText(before)
  const found = qualifierBefore(source.folded)
  if (found === undefined) return undefined
  const range = originalRange(source, source.folded.length - found.length, source.folded.length)
  return before.slice(range.start, range.end).trim()
}
