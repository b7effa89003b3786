/** More ways to alter a quote, and to paste a true one, than test/verify/variants.ts: those that a reviewer thought of. */
import { findNames } from '../../src/entities/names.ts'
import type { Sentence, Variant } from './variants.ts'

const bare = (text: string) => text.replace(/^[“«"\s]+|[”»"\s]+$/gu, '').replace(/[.!?;]$/, '')
const pick = <T>(items: readonly T[], random: () => number): T | undefined => items[Math.floor(random() * items.length)]

const lookAlikes: Readonly<Record<string, string>> = {
  a: 'а',
  e: 'е',
  o: 'о',
  p: 'р',
  c: 'с',
  x: 'х',
  i: 'і',
  H: 'Н',
  T: 'Т',
  M: 'М',
  I: 'l',
  l: 'I',
  0: 'O',
  1: 'l',
  5: '5\u0301',
  3: '３',
}
const months = {
  en: 'January February March April May June July August September October November December'.split(' '),
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' '),
}
const units: readonly (readonly [RegExp, string])[] = [
  [/\bmillions?\b/u, 'billion'],
  [/\bmilliards?\b/u, 'millions'],
  [/\bbillion\b/u, 'million'],
  [/\bdollars?\b/u, 'euros'],
  [/\beuros?\b/u, 'dollars'],
  [/\bwons\b/u, 'yens'],
  [/\$/u, '€'],
  [/€/u, '$'],
  [/\bUSD\b/u, 'EUR'],
  [/(?<=\d)\s?%/u, ' ‰'],
  [/\bkilometres?\b/u, 'miles'],
  [/\bkilomètres?/u, 'mètres'],
  [/\bmetres?\b/u, 'feet'],
  [/\btonnes?\b/u, 'kilos'],
  [/\byears?\b/u, 'months'],
  [/\bans\b/u, 'mois'],
  [/\bmois\b/u, 'semaines'],
  [/\bhours?\b/u, 'days'],
  [/\bjours\b/u, 'heures'],
  [/\bpercent\b/u, 'points'],
  [/\bper cent\b/u, 'points'],
]
const dropped = {
  en: [
    / not(?= )/u,
    /(?<=\s)never /u,
    /(?<=\s)no (?=\p{Ll})/u,
    /(?<=\s)without /u,
    /(?<=\s)former /u,
    /(?<=\s)alleged(?:ly)? /u,
    /(?<=\s)suspected /u,
    /(?<=\s)reportedly /u,
    /(?<=\s)at least /u,
    /(?<=\s)more than /u,
    /(?<=\s)about /u,
    /(?<=\s)nearly /u,
    /(?<=\s)up to /u,
    /(?<=\s)only /u,
    /(?<=\s)deputy /iu,
    /(?<=\s)some /u,
    /n't\b/u,
    /(?<=\s)almost /u,
    /(?<=\s)estimated /u,
  ],
  fr: [
    /(?<= )ne (?=[^.]* pas)/u,
    / pas(?= )/u,
    /(?<=\s)sans /u,
    /(?<=\s)anciens? /u,
    / présumée?s?/u,
    / soupçonnée?s?/u,
    /(?<=\s)au moins /u,
    /(?<=\s)plus de /u,
    /(?<=\s)environ /u,
    /(?<=\s)près de /u,
    /vice-/u,
    /(?<=\s)seulement /u,
    / ne (?=[^.]* que)/u,
    /(?<=\s)quelque /u,
    /(?<=\s)jusqu'à /u,
  ],
}
const tenses = {
  en: [
    [/\bwill\b/u, 'would'],
    [/\bwould\b/u, 'will'],
    [/\bcan\b/u, 'could'],
    [/\bcould\b/u, 'can'],
    [/\bmay\b/u, 'will'],
    [/\bmust\b/u, 'may'],
    [/\bshould\b/u, 'must'],
    [/\bhad\b/u, 'has'],
    [/\bhave\b/u, 'had'],
    [/\bare\b/u, 'were'],
    [/\bwas\b/u, 'will be'],
    [/\bbeen\b/u, 'being'],
    [/(?<=\p{L}{3})ed\b/u, 'es'],
    [/(?<=\p{L}{3})ing\b/u, 'ed'],
  ],
  fr: [
    [/\bsera\b/u, 'serait'],
    [/\bpourrait\b/u, 'pourra'],
    [/\bdoit\b/u, 'peut'],
    [/\bpeut\b/u, 'doit'],
    [/(?<=\p{L}{2})ait\b/u, 'a'],
    [/(?<=\p{L}{2})ent\b/u, 'aient'],
    [/\bavaient\b/u, 'ont'],
    [/\bavait\b/u, 'a'],
    [/(?<=\p{L}{3})é(?!\p{L})/u, 'er'],
    [/\bsont\b/u, 'seront'],
    [/\bont\b/u, 'avaient'],
  ],
} as const

/** None of these is real. */
export function moreAltered(
  { text, language, unaccented }: Sentence,
  others: readonly Sentence[],
  random: () => number,
): readonly Variant[] {
  const core = bare(text)
  const made: Variant[] = []
  const add = (kind: string, altered: string | undefined) => {
    if (altered !== undefined && altered.normalize('NFC') !== core.normalize('NFC'))
      made.push({ kind, text: altered, sentence: text })
  }
  const cut = (start: number, end: number, by: string) => core.slice(0, start) + by + core.slice(end)
  const names = findNames(core, language)
  const [one, other] = names
  if (one && other && one.text !== other.text)
    add(
      'names exchanged',
      core.slice(0, one.start) + other.text + core.slice(one.end, other.start) + one.text + core.slice(other.end),
    )
  const numbers = [...core.matchAll(/(?<![\p{L}\p{N}.,-])\d[\d.,\u00a0\u202f ]*(?![\p{L}\p{N}-])/gu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].trimEnd().replace(/[.,]$/, '').length,
  }))
  const number = pick(numbers, random)
  if (number) {
    const digits = core.slice(number.start, number.end)
    const rest = cut(number.start, number.end, '').replace(/ {2}/g, ' ')
    const words = rest.split(' ')
    const at = Math.floor(random() * words.length)
    const moved = [...words.slice(0, at), digits, ...words.slice(at)].join(' ')
    if (moved.replace(/\s+/g, '') !== core.replace(/\s+/g, '')) add('number moved', moved)
    if (number.start > 3 && number.end < core.length - 3) add('number dropped', rest)
    add('digit doubled', cut(number.start, number.end, digits + (digits.at(-1) ?? '')))
    if (/^\d+$/.test(digits))
      add(
        'digits parted',
        digits.length > 1 && !/^\d{1,3}$/.test(digits) ? undefined : cut(number.start, number.end, `${digits}.5`),
      )
    if (digits.length > 2) add('cut inside a figure', core.slice(number.start + 1))
    if (digits.length > 2) add('cut inside a figure', core.slice(0, number.end - 1))
    if (/[  ]\d{3}$/.test(digits)) add('cut inside a figure', core.slice(0, number.end - 4))
    if (/^\d{1,3}[  ,]\d{3}/.test(digits))
      add('cut inside a figure', core.slice(number.start + digits.search(/[  ,]/) + 1))
    if (/\d[  ]\d{3}/.test(digits)) add('grouping', cut(number.start, number.end, digits.replace(/[  ](?=\d{3})/, '.')))
    add(
      'zero-width digit',
      cut(
        number.start,
        number.end,
        `${digits.slice(0, 1)}\u200b${(digits.at(1) ?? '0') === '9' ? '1' : '9'}${digits.slice(2)}`,
      ),
    )
    add('scale added', cut(number.end, number.end, language === 'en' ? ' million' : ' millions de'))
  }
  for (const [pattern, by] of units) if (pattern.test(core)) add('unit', core.replace(pattern, by))
  for (const pattern of dropped[language])
    if (pattern.test(core))
      add(`dropped ${pattern.source}`, core.replace(pattern, pattern.source.startsWith(' ') ? '' : ''))
  for (const [pattern, by] of tenses[language]) if (pattern.test(core)) add('tense', core.replace(pattern, by))
  for (const [at, month] of months[language].entries()) {
    const match = new RegExp(`(?<!\\p{L})${month}(?!\\p{L})`, 'u').exec(core)
    if (match) add('month', cut(match.index, match.index + month.length, months[language][(at + 5) % 12] ?? ''))
  }
  const letters = [...core.matchAll(/[aeopcxiHTMIl01]/g)]
  const letter = pick(letters, random)
  if (letter) add('look-alike', cut(letter.index, letter.index + 1, lookAlikes[letter[0]] ?? ''))
  const word = pick([...core.matchAll(/(?<![\p{L}'’-])\p{Ll}{4,}(?![\p{L}'’-])/gu)], random)
  if (word) {
    const written = word[0]
    add(
      'plural or singular',
      cut(word.index, word.index + written.length, written.endsWith('s') ? written.slice(0, -1) : `${written}s`),
    )
    add(
      'letters exchanged',
      written[1] === written[2] ? undefined : cut(word.index + 1, word.index + 3, `${written[2]}${written[1]}`),
    )
    add('word doubled', cut(word.index, word.index, `${written} `))
    add('word parted', cut(word.index + 2, word.index + 2, ' '))
    add('hyphened', cut(word.index + 2, word.index + 2, '-'))
    add('invisible and a letter', cut(word.index + 2, word.index + 2, '\u200bs'))
    add('combining mark', unaccented ? undefined : cut(word.index + 1, word.index + 1, '\u0308'))
    add('capitals within', cut(word.index, word.index + written.length, written.toUpperCase()))
  }
  const joint = pick([...core.matchAll(/(?<=\p{Ll}{3})[ -](?=\p{Ll}{3})/gu)], random)
  if (joint) {
    add('words joined', cut(joint.index, joint.index + 1, ''))
    add('space and hyphen', cut(joint.index, joint.index + 1, joint[0] === ' ' ? '-' : ' '))
  }
  if (language === 'fr' && !unaccented) {
    for (const [from, to] of [
      ['é', 'è'],
      ['è', 'é'],
      ['à', 'a'],
      ['ê', 'e'],
      ['ç', 'c'],
      ['ù', 'u'],
      ['ô', 'o'],
    ] as const)
      if (core.includes(from)) add('accent', core.replace(from, to))
  }
  const stranger = pick(
    others.filter((candidate) => candidate.language === language && candidate.text !== text),
    random,
  )
  if (stranger) {
    const tail = bare(stranger.text).split(' ').slice(-5).join(' ')
    const head = bare(stranger.text).split(' ').slice(0, 5).join(' ')
    if (!/[“”«»":]|said|says|told|déclar|selon|according|affirm|précis|ajout|dit/iu.test(tail + head)) {
      add('other tail', `${core} ${tail}`)
      add('other head', `${head} ${core.charAt(0).toLowerCase()}${core.slice(1)}`)
    }
  }
  const marks = core.match(/\?|!/u)
  if (!marks) add('question', undefined)
  return made
}

/** All of these are real. */
export function moreTrue({ text, language }: Sentence, random: () => number): readonly Variant[] {
  const core = bare(text)
  const fr = language === 'fr'
  const make = (kind: string, variant: string): Variant => ({ kind, text: variant, sentence: text })
  const words = core.split(' ')
  const made = [
    make('non-breaking hyphens', core.replace(/(?<=\p{L})-(?=\p{L})/gu, '\u2011')),
    make('zero-width', core.replace(/(?<=\p{L}{3})(?=\p{L}{3})/u, '\u200b').replace(/ /, '\u200b ')),
    make('byte-order mark', `\ufeff${core}`),
    make('direction marks', `\u200e${core}\u200f`),
    make(
      'narrow column',
      core.replace(/ /g, (space) => (random() < 0.25 ? '\n' : space)),
    ),
    make('hyphenated', hyphenated(core, random)),
    make('quote prefix', core.replace(/ /g, (space, at: number) => (at % 41 > 36 ? '\n> ' : space)).replace(/^/, '> ')),
    make('bullet', `• ${core}`),
    make('dash', `- ${core}.`),
    make('numbered dash', `– “${core}.”`),
    make('selon', fr ? `Selon Jean Valjean, « ${core} ».` : `According to John Smith, “${core}.”`),
    make('selon plain', fr ? `Selon le ministre : ${core}.` : `As John Smith said: ${core}.`),
    make('said X', fr ? `« ${core} », a déclaré Jean Valjean.` : `“${core},” said John Smith.`),
    make('said X plain', fr ? `${core}, a déclaré Jean Valjean.` : `${core}, said John Smith.`),
    make('X said', fr ? `Jean Valjean a déclaré : « ${core} »` : `John Smith said, “${core}.”`),
    make('X said that', fr ? `Jean Valjean a déclaré que « ${core} »` : `John Smith said that “${core}”`),
    make('source', `“${core}.” (Reuters)`),
    make('source plain', `${core} (AFP).`),
    make('source dash', `“${core}” – John Smith, The Guardian, 3 May 2024`),
    make('nested marks', fr ? `« “${core}” »` : `"'${core}'"`),
    make('unbalanced', `"“${core}`),
    make('unbalanced end', `${core}."»`),
    make('question', fr ? `Est-ce vrai ? « ${core} »` : `Did he really say “${core}”?`),
    make('html', `<p>“${core.replace(/’/g, '&rsquo;').replace(/ /, '&nbsp;')}”</p>`),
    make('markdown', `> *“${core}”*\n> — [The Guardian](https://example.org/2024/05/a-b)`),
    make('bold', core.replace(words[2] ?? '', `**${words[2] ?? ''}**`)),
    make('address', `“${core}” https://example.org/story/10444?x=5`),
    make('ligatures', core.replace(/ffi/g, 'ﬃ').replace(/fi/g, 'ﬁ').replace(/fl/g, 'ﬂ').replace(/ff/g, 'ﬀ')),
    make('tabs', core.replace(/ /g, '\t')),
    make('dots at both ends', `…${core}…`),
    make('brackets', `(${core})`),
    make('crlf', `${core.replace(/ (?=\S+ \S+$)/u, '\r\n')}\r\n`),
  ]
  return made.filter((variant) => variant.text !== core)
}

function hyphenated(text: string, random: () => number): string {
  return text.replace(/(?<=(?<![\p{L}'’-])\p{Ll}{4})(?=\p{Ll}{4})/gu, (found) => (random() < 0.4 ? '-\n' : found))
}
