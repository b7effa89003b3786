/** Quotes whose truth is known because they were made: true variants of sentences, and altered ones. */
import { findNames } from '../../src/entities/names.ts'
import { splitSentences } from '../../src/text/sentences.ts'
import type { Language } from '../../src/types.ts'
import { isSpeech } from '../../src/verify/attribution.ts'
import { isUnaccented } from '../../src/verify/locks/accents.ts'
import { findHedges } from '../../src/verify/locks/hedges.ts'
import type { VerifiableArticle } from '../../src/verify/types.ts'

export type Variant = { readonly kind: string; readonly text: string; readonly sentence: string }
export type Sentence = { readonly text: string; readonly language: Language; readonly unaccented: boolean }

/** A small generator of pseudo-random numbers (mulberry32), so that every run tests the same. */
export function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

export function sentencesOf(articles: readonly VerifiableArticle[]): readonly Sentence[] {
  return articles.flatMap(({ article, passages }) =>
    passages.flatMap((passage) =>
      splitSentences(passage.text, article.language)
        .map(({ start, end }) => passage.text.slice(start, end).replace(/^[-•]\s+/, ''))
        .filter((text) => text.split(/\s+/).length >= 8)
        .map((text) => ({
          text,
          language: article.language,
          unaccented: isUnaccented(article.text, article.language),
        })),
    ),
  )
}

const bare = (text: string) => text.replace(/^[“«"\s]+|[”»"\s]+$/gu, '').replace(/[.!?;]$/, '')

/** All of these are real. */
export function trueVariants({ text, language }: Sentence, random: () => number): readonly Variant[] {
  const core = bare(text)
  const make = (kind: string, variant: string) => ({ kind, text: variant, sentence: text })
  const words = core.split(/(?<=\s)/)
  const part = partOf(words, random)
  const halves = twoParts(words, language)
  const spaces = core.replace(/ /g, () => [' ', ' ', '\u202f', '  ', '\n', '\u00a0'][Math.floor(random() * 6)] ?? ' ')
  const flipped = flipFirst(core)
  const fr = language === 'fr'
  return [
    make('exact', text),
    make('curly marks', `“${core}”`),
    make('angle marks', `« ${core} »`),
    make('straight marks', `"${core}."`),
    make('unbalanced open', `« ${core}`),
    make('unbalanced close', `${core}”`),
    make('single marks', `‘${core.replaceAll('’', "'")}’`),
    make('other inner marks', core.replaceAll(/["“”]/g, "'").replaceAll("'", '’')),
    make('spaces', spaces),
    make('decomposed', text.normalize('NFD')),
    make('soft hyphens', core.replace(/(\p{L}{4})(\p{L}{3})/gu, '$1\u00ad$2')),
    make('first letter', flipped),
    make('lead-in', fr ? `Sar Sokha a déclaré : ${core}` : `Sar Sokha said: ${core}`),
    make('quoted lead-in', fr ? `D'après le ministre, « ${flipped} »` : `According to the minister, “${flipped}”`),
    make('selon', fr ? `Selon Jean Dupont : « ${core} »` : `Is this quote real? "${core}"`),
    make('trailing', fr ? `« ${core} », a-t-il déclaré.` : `“${core},” he said on Monday.`),
    make('source', `“${core}” — Le Monde`),
    make('unquoted trailing', fr ? `${core}, a-t-il déclaré` : `${core}, he said`),
    make('markdown', `> **${core}**`),
    ...(part === undefined
      ? []
      : [
          make('part', part),
          make('part, marks', `«\u202f${part}\u202f»`),
          make('part, ellipses', `[…] ${part} […]`),
          make('part, upper', `${flipFirst(part)}.`),
        ]),
    ...(halves === undefined
      ? []
      : [
          make('ellipsis', halves.join(' […] ')),
          make('dots', `"${halves.join('... ')}"`),
          make('round', `« ${halves.join(' (...) ')} »`),
        ]),
  ]
}

function flipFirst(text: string): string {
  const first = text.charAt(0)
  return (first === first.toUpperCase() ? first.toLowerCase() : first.toUpperCase()) + text.slice(1)
}

const figure =
  /\d|^(?:[a-z]*(?:illion|illiard)s?|mille|cents?|hundred|thousand|dollars?|euros?|un|une|one|two|deux|trois|three|quatre|dix|cinq|first|pour|percent|per|half|à|to|et|and|sur|of|de)\b|[%$€£]/i
const bound = (word: string | undefined) => word === undefined || !figure.test(word.trim())

/** Six words or more from the middle, not cutting a figure. */
function partOf(words: readonly string[], random: () => number): string | undefined {
  for (let trial = 0; trial < 12; trial += 1) {
    const from = Math.floor(random() * (words.length - 5))
    const to = from + 5 + Math.floor(random() * (words.length - from - 4))
    const edges = [words[from - 1], words[from], words[to - 1], words[to]]
    if (edges.every(bound) && /^\p{L}/u.test(words[from] ?? '')) return words.slice(from, to).join('').trim()
  }
  return undefined
}

function twoParts(words: readonly string[], language: Language): readonly [string, string] | undefined {
  if (words.length < 14) return undefined
  const first = words.slice(0, 5)
  const second = words.slice(9)
  if (![words[4], words[5], words[8], words[9]].every(bound)) return undefined
  // What is left out may be neither a negation or a hedge, nor who says or does it, nor the beginning of a clause.
  const omitted = words.slice(5, 9).join('')
  if (
    findHedges(omitted, language).length > 0 ||
    /\p{Lu}/u.test(omitted) ||
    /[;:,]/.test(omitted) ||
    /^\W/.test(second[0] ?? '')
  )
    return undefined
  if (
    /(?<!\p{L})(?:that|which|who|whom|whose|where|while|if|when|unless|because|although|que|qu['’]|qui|dont|si|quand|lorsqu|puisqu|alors|tandis|parce)/iu.test(
      omitted,
    )
  )
    return undefined
  return [first.join('').trim(), second.join('').trim()]
}

const verbs: Readonly<Record<Language, readonly (readonly [RegExp, string])[]>> = {
  en: [
    [/\bhas\b/, 'had'],
    [/\bhave\b/, 'may have'],
    [/\bwas\b/, 'is'],
    [/\bwere\b/, 'are'],
    [/\bis\b/, 'was'],
    [/\bsaid\b/, 'denied'],
    [/\barrested\b/, 'released'],
    [/\bexpelled\b/, 'welcomed'],
    [/\b(\p{L}{3,})ed\b/u, '$1ing'],
  ],
  fr: [
    [/(?<!\p{L})a été(?!\p{L})/u, 'aurait été'],
    [/(?<!\p{L})ont(?!\p{L})/u, 'auraient'],
    [/(?<!\p{L})sont(?!\p{L})/u, 'étaient'],
    [/(?<!\p{L})est(?!\p{L})/u, 'était'],
    [/(?<!\p{L})était(?!\p{L})/u, 'est'],
    [/(?<!\p{L})a (?=\p{L}+é\b)/u, 'avait '],
    [/déclaré/u, 'nié'],
    [/(?<!\p{L})a(?!\p{L})/u, 'avait'],
  ],
}

/** None of these is real. */
export function alteredVariants(
  sentence: Sentence,
  others: readonly Sentence[],
  names: readonly string[],
  random: () => number,
  dress = true,
): readonly Variant[] {
  const core = bare(sentence.text)
  const { language } = sentence
  const made: Variant[] = []
  const pick = <T>(items: readonly T[]): T | undefined => items[Math.floor(random() * items.length)]
  const add = (kind: string, text: string | undefined) => {
    if (text !== undefined && text !== core) made.push({ kind, text, sentence: sentence.text })
  }
  const numbers = [...core.matchAll(/(?<![\p{L}\d])\d[\d   .,]*\d|(?<![\p{L}\d])\d/gu)]
  const number = pick(numbers)
  const replaceAt = (match: RegExpMatchArray, by: string) =>
    core.slice(0, match.index) + by + core.slice((match.index ?? 0) + match[0].length)
  if (number !== undefined) {
    const digits = number[0]
    const at = Math.floor(random() * digits.length)
    const changed = [...digits].map((digit, position) => {
      const turned = /\d/.test(digit) && (position === at || (!/\d/.test(digits[at] ?? '') && position === 0))
      return turned ? String((Number(digit) + 1 + Math.floor(random() * 8)) % 10) : digit
    })
    add('digit changed', replaceAt(number, changed.join('')))
    if (digits.length > 1) add('number cut', replaceAt(number, digits.replace(/^\d+?[^\d]?(?=\d)/, '')))
    const other = pick(
      others
        .flatMap(({ text }) => text.match(/(?<![\p{L}\d])[1-9]\d[\d ]*\d/gu) ?? [])
        .filter((found) => found !== digits),
    )
    if (other !== undefined) add('number swapped', replaceAt(number, other))
    if (numbers.length > 1) {
      const [first, second] = numbers
      if (first !== undefined && second !== undefined && first[0] !== second[0]) {
        const swapped = replaceAt(second, first[0])
        add(
          'numbers exchanged',
          swapped.slice(0, first.index) + second[0] + swapped.slice((first.index ?? 0) + first[0].length),
        )
      }
    }
  }
  const name = pick(findNames(core, language))
  if (name !== undefined) {
    const other = pick(names.filter((candidate) => candidate !== name.text))
    if (other !== undefined) add('name swapped', core.slice(0, name.start) + other + core.slice(name.end))
  }
  const negation = language === 'en' ? / not |n't\b| never | no / : / ne | pas(?= )| n['’](?=\p{L})| jamais /u
  if (negation.test(core)) add('negation removed', core.replace(negation, ' '))
  if (language === 'en')
    add('negation added', core.replace(/\b(is|are|was|were|has|have|will|can|could|would)\b(?= )/, '$1 not'))
  else
    add(
      'negation added',
      core.replace(/(?<=\s)(est|sont|a|ont|était|avait|etait|sera|doit|peut)(?=\s)/u, (verb) =>
        /^[aeé]/.test(verb) ? `n'${verb} pas` : `ne ${verb} pas`,
      ),
    )
  if (!sentence.unaccented && language === 'fr') {
    const accented = [...core.matchAll(/[éèêàùçôî]/gu)]
    const found = pick(accented)
    if (found !== undefined) {
      add('accent dropped', replaceAt(found, found[0].normalize('NFD').charAt(0)))
      add('accent changed', replaceAt(found, found[0] === 'é' ? 'è' : 'é'))
    }
    const plain = pick([...core.matchAll(/(?<=\p{L})[ea](?=\p{L})/gu)])
    if (plain !== undefined) add('accent added', replaceAt(plain, plain[0] === 'e' ? 'é' : 'à'))
  }
  const verb = verbs[language].find(([pattern]) => pattern.test(core))
  if (verb !== undefined) add('verb changed', core.replace(verb[0], verb[1]))
  const words = core.split(' ')
  const inner = 1 + Math.floor(random() * (words.length - 3))
  const isWord = (word: string | undefined) => /^\p{L}{2,}$/u.test(word ?? '')
  if (isWord(words[inner])) add('word dropped', words.filter((_, at) => at !== inner).join(' '))
  const extra =
    language === 'en'
      ? ['reportedly', 'illegal', 'foreign', 'only', 'all']
      : ['illégalement', 'seulement', 'tous', 'étrangers', 'peut-être']
  add('word added', [...words.slice(0, inner), pick(extra), ...words.slice(inner)].join(' '))
  if (isWord(words[inner]) && isWord(words[inner + 1]) && words[inner] !== words[inner + 1]) {
    add(
      'words exchanged',
      [...words.slice(0, inner), words[inner + 1], words[inner], ...words.slice(inner + 2)].join(' '),
    )
  }
  // With quotation marks inside, a true quote and its attribution would come out.
  if (words.length > 11 && !/[«“"”»]/.test(core)) {
    const turn = words.length >> 1
    add('halves exchanged', [...words.slice(turn), ...words.slice(0, turn)].join(' '))
  }
  const other = pick(others.filter(({ text, language: own }) => own === language && text !== sentence.text))
  if (other !== undefined) {
    const otherWords = bare(other.text).split(' ')
    const half = otherWords.slice(otherWords.length >> 1)
    if (words.length > 9 && otherWords.length > 9 && !isSpeech(half.slice(0, 3).join(' '))) {
      add('two places', [...words.slice(0, words.length >> 1), ...half].join(' '))
    }
  }
  return dress ? made.map((variant) => ({ ...variant, text: dressed(variant.text, language, random) })) : made
}

/** Half of them as people paste them: in quotation marks, with a lead-in or an attribution. */
function dressed(text: string, language: Language, random: () => number): string {
  const fr = language === 'fr'
  const dresses = [
    `“${text}”`,
    `« ${text} »`,
    `"${text}`,
    fr ? `Sar Sokha a déclaré : ${text}` : `Sar Sokha said: ${text}`,
    fr ? `« ${text} », a-t-il ajouté` : `“${text},” the minister said`,
    `${text} — Le Monde`,
  ]
  return random() < 0.5 ? text : (dresses[Math.floor(random() * dresses.length)] ?? text)
}
