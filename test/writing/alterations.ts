/**
 * Makes a true claim false in one place. What is altered is found by plain patterns of its own, not by the readers that
 * the locks use, so that what those do not see is altered too.
 */
import { isStopWord } from '../../src/text/stop-words.ts'
import type { TrueClaim } from './true-claims.ts'

export type AlterationKind = 'figure' | 'name' | 'date' | 'negation' | 'hedge' | 'citation' | 'language'

export type AlteredClaim = TrueClaim & {
  readonly altered: AlterationKind
  readonly how: string
  /** What is asked for and cited, where that is altered. */
  readonly asked?: 'other language'
}

const months = {
  en: 'January February March April May June July August September October November December'.split(' '),
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' '),
}
const weekdays = {
  en: 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' '),
  fr: 'lundi mardi mercredi jeudi vendredi samedi dimanche'.split(' '),
}
const numberWords = {
  en: 'two three four five six seven eight nine ten eleven twelve thirteen fifteen twenty thirty forty fifty sixty'.split(
    ' ',
  ),
  fr: 'deux trois quatre cinq six sept huit neuf dix onze douze treize quinze vingt trente quarante cinquante soixante'.split(
    ' ',
  ),
}
const digits = /(?<![\p{L}\p{N}])\d+(?:[   .,]\d{3})*(?:[.,]\d+)?(?![\p{N}])/gu
const capitalised =
  /(?<=[\p{Ll},’'«“"] ?)(?<![\p{L}])\p{Lu}[\p{L}’'-]*\p{Ll}(?: (?:(?:de|du|of|the|al|el|van|von) )?\p{Lu}[\p{L}’'-]+)*/gu

/** @param others names of other articles, to put in the place of a claim's. */
export function alterationsOf(claim: TrueClaim, others: readonly string[]): readonly AlteredClaim[] {
  return [
    ...figures(claim),
    ...names(claim, others),
    ...dates(claim),
    ...negations(claim),
    ...hedges(claim),
    ...citations(claim),
    { ...claim, altered: 'language', how: 'asked in the other language', asked: 'other language' },
  ]
}

/** Two of them, each in the place of the other. */
function exchanged(
  claim: TrueClaim,
  altered: AlterationKind,
  found: readonly { readonly text: string; readonly index: number }[],
): readonly AlteredClaim[] {
  return found.flatMap((first, at): readonly AlteredClaim[] => {
    const second = found[at + 1]
    if (second === undefined || first.text.includes(second.text) || second.text.includes(first.text)) return []
    const { text } = claim
    const between = text.slice(first.index + first.text.length, second.index)
    // "2025 July 14" is the same day.
    if (altered === 'figure' && /^\s?\p{L}+\s?$/u.test(between) && /^\d{1,2}$/.test(first.text)) return []
    // "the minister, Anna Weber, of Brazil", "Japan and Korea": put round they may say the same.
    if (/^(?:,|-)? ?(?:(?:and|or|et|ou) )?(?:(?:the|in|le|la|les|du|de|des|en|au) |[dl]['’])*$/.test(between)) return []
    const swapped =
      text.slice(0, first.index) + second.text + between + first.text + text.slice(second.index + second.text.length)
    return [{ ...claim, text: swapped, altered, how: `exchanged: ${first.text} and ${second.text}` }]
  })
}

function replaced(
  claim: TrueClaim,
  altered: AlterationKind,
  how: string,
  start: number,
  length: number,
  by: string,
): readonly AlteredClaim[] {
  const text = claim.text.slice(0, start) + by + claim.text.slice(start + length)
  return text === claim.text
    ? []
    : [{ ...claim, text, altered, how: `${how}: ${claim.text.slice(start, start + length)} → ${by}` }]
}

function figures(claim: TrueClaim): readonly AlteredClaim[] {
  const found = [...claim.text.matchAll(digits)]
  const another = found.map(([text]) => text)
  const inDigits = found.flatMap(({ 0: text, index }, at) => {
    const bump = text.replace(/\d/, (digit) => (digit === '9' ? '1' : String(Number(digit) + 1)))
    const cut = text.replace(/[   .,]\d{3}$/, '')
    const longer = /^\d{1,3}$/.test(text) ? `${text}0` : text
    const neighbour = another[(at + 1) % another.length] ?? text
    return [
      ...replaced(claim, 'figure', 'one more', index, text.length, bump),
      ...replaced(claim, 'figure', 'cut short', index, text.length, cut),
      ...replaced(claim, 'figure', 'ten times', index, text.length, longer),
      ...replaced(claim, 'figure', 'another of the sentence', index, text.length, neighbour),
    ]
  })
  const words = numberWords[claim.language]
  const inWords = words.flatMap((word, at) => {
    const match = new RegExp(`(?<![\\p{L}-])${word}(?![\\p{L}-])`, 'u').exec(claim.text)
    if (match === null) return []
    return replaced(claim, 'figure', 'in words', match.index, word.length, words[(at + 1) % words.length] ?? word)
  })
  const scales = claim.language === 'en' ? ['million', 'billion', 'thousand'] : ['millions', 'milliards', 'millions']
  const scaled = scales.flatMap((scale, at) => {
    const match = new RegExp(`(?<=\\d )${scale}(?!\\p{L})`, 'u').exec(claim.text)
    return match === null
      ? []
      : replaced(claim, 'figure', 'scale', match.index, scale.length, scales[(at + 1) % 3] ?? scale)
  })
  const places = found.map(({ 0: text, index }) => ({ text, index }))
  return [...inDigits, ...inWords, ...scaled, ...exchanged(claim, 'figure', places)]
}

const calendar = new Set([...months.en, ...weekdays.en, ...months.en.map((month) => month.slice(0, 3)), 'Sept'])

export function namesIn(text: string): readonly { readonly text: string; readonly index: number }[] {
  return (
    [...text.matchAll(capitalised)]
      .map(({ 0: found, index }) => ({ text: found, index }))
      .filter(({ text: found }) => !found.split(' ').some((word) => calendar.has(word)) && !isFunctionWord(found))
      // "Union européenne": only the first word of the name has a capital.
      .filter(({ text: found, index }) => !/^ (?:européenne|unies?|arabes)/u.test(text.slice(index + found.length)))
  )
}

/** The first word of a quotation within the sentence. */
function isFunctionWord(found: string): boolean {
  const word = found.toLowerCase().replace(/^.['’]/, '')
  return isStopWord(word, 'en') || isStopWord(word, 'fr') || /^.['’]/.test(found)
}

function names(claim: TrueClaim, others: readonly string[]): readonly AlteredClaim[] {
  const found = namesIn(claim.text)
  const single = found.flatMap(({ text, index }, at) => {
    const words = text.toLowerCase().split(' ')
    const foreign = others[(index * 7 + claim.text.length) % others.length] ?? 'Olaf Brandt'
    const isOther = !foreign
      .toLowerCase()
      .split(' ')
      // "Cambodian" in the place of "Cambodge" says nothing else.
      .some((word) => claim.words.toLowerCase().includes(word.slice(0, 5)) || words.includes(word))
    const neighbour = found[(at + 1) % found.length]?.text ?? text
    const within = text.includes(neighbour) || neighbour.includes(text)
    const last = text.lastIndexOf(' ')
    return [
      ...(isOther ? replaced(claim, 'name', 'of another article', index, text.length, foreign) : []),
      ...(within ? [] : replaced(claim, 'name', 'another of the sentence', index, text.length, neighbour)),
      ...(last > 0 && isOther
        ? replaced(
            claim,
            'name',
            'last word',
            index + last + 1,
            text.length - last - 1,
            foreign.split(' ').at(-1) ?? '',
          )
        : []),
    ]
  })
  return [...single, ...exchanged(claim, 'name', found)]
}

function dates(claim: TrueClaim): readonly AlteredClaim[] {
  const next = (list: readonly string[], how: string) =>
    list.flatMap((word, at) => {
      const match = new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'u').exec(claim.text)
      if (match === null || (word === 'May' && !/May (?:\d|20)|\d May/.test(claim.text))) return []
      return replaced(claim, 'date', how, match.index, word.length, list[(at + 1) % list.length] ?? word)
    })
  const years = [...claim.text.matchAll(/(?<![\p{N}.,\u00a0 ])(?:(?<=\p{L}) )?((?:19|20)\d\d)(?![\p{N}])/gu)]
  return [
    ...next(months[claim.language], 'month'),
    ...next(weekdays[claim.language], 'weekday'),
    ...years.flatMap((match) => {
      const year = match[1] ?? ''
      return replaced(claim, 'date', 'year', match.index + match[0].length - 4, 4, String(Number(year) - 1))
    }),
  ]
}

const affirmative = {
  en: [
    [/\b(was|were|is|are|has|have|had|will|can|could|would|did)\b(?! not)/, '$1 not'],
    [/\b(was|were|is|are) not\b/, '$1'],
    [/\b(?:has|have|had) not\b/, 'had'],
    [/\bdid not\b/, 'did'],
    [/\bnot /, ''],
    [/\bnever /, ''],
    [/\bno (?=\p{Ll})/u, 'a '],
    [/\bwithout\b/, 'with'],
  ],
  fr: [
    [/(?<!\p{L})(est|sont|était|étaient|sera|avait|avaient)(?!\p{L})/u, 'n’$1 pas'],
    [/(?<!\p{L})(a|ont) (été|annoncé|déclaré|saisi|arrêté)(?!\p{L})/u, 'n’$1 pas $2'],
    [/(?<!\p{L})n[e’'] ?(\p{L}+) (?:pas|jamais|plus)(?!\p{L})/u, '$1'],
    [/(?<!\p{L})sans(?!\p{L})/u, 'avec'],
  ],
} as const

function negations(claim: TrueClaim): readonly AlteredClaim[] {
  return substituted(claim, 'negation', affirmative[claim.language])
}

const unhedged = {
  en: [
    [/\b(?:alleged|suspected|purported) /, ''],
    [/\ballegedly /, ''],
    [/\breportedly /, ''],
    [/\b(?:more than|over|nearly|about|around|at least|almost) (?=[\d$€£])/, ''],
    [/(?<!(?:than|over|least|about|around|nearly|most) )(?<= )(?=\d[\d,]* \p{Ll})/u, 'more than '],
    [/\b(?:may|might|could) (?:have )?(?=\p{Ll})/u, ''],
  ],
  fr: [
    [/ (?:présumée?s?|soupçonnée?s?)(?!\p{L})/u, ''],
    [/(?<!\p{L})(?:aurait|auraient) (?=\p{Ll}+é)/u, 'a '],
    [/(?<!\p{L})(?:plus de|près de|environ|au moins|quelque) (?=\d)/u, ''],
    [
      /(?<!(?:[Pp]lus|[Mm]oins|[Pp]rès|autour) de )(?<=(?:^| )(?:les|de|et|a|ont) )(?=\d[\d\s]* (?!h |janv|févr|mars|avril|mai|juin|juil|août|sept|octo|nove|déce)\p{Ll})/u,
      'plus de ',
    ],
    [/(?<!\p{L})(?:pourrait|pourraient)(?!\p{L})/u, 'va'],
  ],
} as const

function hedges(claim: TrueClaim): readonly AlteredClaim[] {
  // "According to" at the beginning is ours: it hedges in the place of what is dropped.
  return claim.kind === 'reported' ? [] : substituted(claim, 'hedge', unhedged[claim.language])
}

function substituted(
  claim: TrueClaim,
  altered: AlterationKind,
  rules: readonly (readonly [RegExp, string])[],
): readonly AlteredClaim[] {
  return rules.flatMap(([pattern, by]) => {
    const text = claim.text.replace(pattern, by)
    return text === claim.text ? [] : [{ ...claim, text, altered, how: `${pattern.source} → ${by}` }]
  })
}

function citations(claim: TrueClaim): readonly AlteredClaim[] {
  const count = claim.evidence.length
  const words = claim.words.split(' ')
  const middle = words.findIndex((word, at) => at >= words.length / 2 && /^\p{L}+$/u.test(word))
  const without = [...words.slice(0, middle), ...words.slice(middle + 1)].join(' ')
  const altered = 'citation' as const
  return [
    { ...claim, passage: count + 1, altered, how: 'beyond the last' },
    { ...claim, passage: 0, altered, how: 'before the first' },
    ...(count > 1 ? [{ ...claim, passage: (claim.passage % count) + 1, altered, how: 'another passage' }] : []),
    { ...claim, words: without, altered, how: 'words left out' },
    { ...claim, words: claim.text.toUpperCase(), altered, how: 'in capitals' },
    { ...claim, words: words.toReversed().join(' '), altered, how: 'in another order' },
  ]
}
