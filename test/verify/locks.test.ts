import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Language } from '../../src/types.ts'
import { checkFigures } from '../../src/verify/locks/figure-lock.ts'
import { checkHedges } from '../../src/verify/locks/hedge-lock.ts'
import { widenSlice } from '../../src/verify/locks/hedges.ts'
import { checkClaim } from '../../src/verify/locks/locks.ts'
import { checkNames } from '../../src/verify/locks/name-lock.ts'
import { checkQuote } from '../../src/verify/locks/quote-lock.ts'
import { readCollections, readSeeds } from './corpora.ts'
import { sentencesOf } from './variants.ts'

const en = (text: string) => ({ text, language: 'en' as Language })
const fr = (text: string) => ({ text, language: 'fr' as Language })
const spaces = [' ', '\u00a0', '\u202f', '\u2009', '  ', '\n']

describe('the quote lock', () => {
  const article = fr(
    "Les forces de l'ordre ont saisi 10 444 ordinateurs et 48,6 milliards de wons. Un homme a été tué hier.",
  )

  it('finds a slice whatever its spaces, apostrophes, quotation marks and Unicode form', () => {
    for (const quote of [
      'les forces de l’ordre ont saisi 10\u202f444 ordinateurs',
      '« 10\u00a0444 ordinateurs »',
      'Un homme a été tué hier.'.normalize('NFD'),
      'or\u00addre ont saisi',
    ]) {
      expect(checkQuote(quote, article).failures, quote).toEqual([])
    }
  })

  it.each([
    ['444 ordinateurs', 'a number cut short'],
    ['ont saisi 10 445 ordinateurs', 'another digit'],
    ['Un homme a été tue hier', 'an accent dropped'],
    ['Un homme a ete tué hier', 'an accent dropped'],
    ['Un Homme a été tué', 'a capital within'],
    ['et 48,6', 'the scale cut off'],
    ['milliards de wons', 'the number cut off'],
    ['dinateurs et 48,6 milliards de wons', 'a word cut short'],
    ['', 'nothing'],
  ])('refuses "%s": %s', (quote) => {
    expect(checkQuote(quote, article).failures).toMatchObject([{ lock: 'quote' }])
  })

  it('forgives accents that the article does not have, and only then', () => {
    const bare = fr('Le president a ete elu hier et la reunion etait tres longue.')
    expect(checkQuote('le président a été élu hier', bare).failures).toEqual([])
    expect(checkQuote('le président a été élu hier', fr('Le president a été elu hier.')).failures).toHaveLength(1)
  })

  it('gives a slice that is the quote, for any stretch of words of any text', () => {
    const word = fc.constantFrom(
      'Le',
      'tué',
      'maïs',
      "l'État",
      '10 444',
      '48,6',
      'vice-Premier',
      'né',
      'œuvre',
      '"oui"',
      'U.S.',
      '5 %',
      'été,',
    )
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 4, maxLength: 30 }),
        fc.nat(),
        fc.nat(),
        fc.array(fc.constantFrom(...spaces), { minLength: 30, maxLength: 30 }),
        (words, first, second, between) => {
          const text = `${words.join(' ')}.`
          const from = Math.min(first % words.length, second % words.length)
          const to = Math.max(first % words.length, second % words.length) + 1
          const quote = words
            .slice(from, to)
            .map((part, at) => part + (between[at] ?? ' '))
            .join('')
          const { slice, failures } = checkQuote(quote.normalize('NFD'), { text, language: 'fr' })
          if (slice === undefined) return /\d/.test(text) && failures.length > 0
          const plain = (value: string) => value.normalize('NFC').replace(/[\s".,]/g, '')
          return plain(text.slice(slice.start, slice.end)).toLowerCase() === plain(quote).toLowerCase()
        },
      ),
      { numRuns: 300 },
    )
  })
})

describe('the figure lock', () => {
  it.each([
    [en('They seized 10,444 computers.'), fr('Ils ont saisi 10 444 ordinateurs.')],
    [en('It cost 48.6 billion won.'), fr('Cela a coûté 48,6 milliards de wons.')],
    [en('On February 8, 2026, thirty people left.'), fr('Le 8 février 2026, 30 personnes sont parties.')],
    [fr('Plus de 15 000 étrangers'), en('over 15,000 foreigners')],
    [en('about 5% of them'), fr('environ 5 % d’entre eux')],
  ])('lets a figure pass in the other language: %o', (claim, cited) => {
    expect(checkFigures(claim, cited)).toEqual([])
  })

  it.each([
    [en('444 computers'), fr('10 444 ordinateurs')],
    [en('48.6 million won'), fr('48,6 milliards de wons')],
    [en('5 people'), fr('5 % des gens')],
    [en('on February 9'), fr('le 8 février')],
    [en('in 2025'), fr('en 2026')],
    [en('on 8 February 2026'), fr('le 8 février')],
  ])('refuses another figure: %o', (claim, cited) => {
    expect(checkFigures(claim, cited)).toMatchObject([{ lock: 'figure' }])
  })

  it.each([
    [en('15,000 foreigners'), en('more than 15,000 foreigners')],
    [en('more than 15,000 foreigners'), en('15,000 foreigners')],
    [fr('moins de 50 dollars'), en('more than 50 dollars')],
  ])('refuses a "more than" dropped, added or turned round: %o', (claim, cited) => {
    expect(checkFigures(claim, cited)).toMatchObject([{ lock: 'hedge' }])
  })

  it('tells any two different numbers apart, and no number from itself in another writing', () => {
    const written = (value: number, separator: string) => String(value).replace(/\B(?=(\d{3})+$)/g, separator)
    fc.assert(
      fc.property(
        fc.integer({ min: 10_000, max: 99_999_999 }),
        fc.integer({ min: 10_000, max: 99_999_999 }),
        (one, other) => {
          const cited = fr(`Ils ont compté ${written(one, '\u202f')} voix.`)
          const failures = checkFigures(en(`They counted ${written(other, ',')} votes.`), cited)
          return (
            (failures.length === 0) === (one === other) &&
            checkFigures(en(`${written(one, ',')} votes`), cited).length === 0
          )
        },
      ),
    )
  })
})

describe('the name lock', () => {
  it.each([
    [en('Hun Manet spoke in Cambodia.'), fr('Hun Manet a parlé au Cambodge.')],
    [en('Putin met Zelenskyy.'), fr('Poutine a rencontré Zelensky.')],
    [en('The Ministry of Interior said so.'), fr("Le ministère de l'Intérieur l'a dit.")],
    [en('The United Nations and NATO agreed.'), fr("Les Nations unies et l'OTAN sont d'accord.")],
    [fr('Le Cambodge a répondu.'), en('Cambodian authorities answered.')],
  ])('lets a name pass in the other language: %o', (claim, cited) => {
    expect(checkNames(claim, cited)).toEqual([])
  })

  it.each([
    [en('Sok Veasna spoke in Phnom Penh.'), en('Sar Sokha spoke in Phnom Penh.')],
    [en('Thailand answered.'), fr('Le Cambodge a répondu.')],
    [fr('Selon Amnesty International, ils sont partis.'), fr('Selon Human Rights Watch, ils sont partis.')],
  ])('refuses another name: %o', (claim, cited) => {
    expect(checkNames(claim, cited).map(({ lock }) => lock)).toContain('name')
  })
})

describe('the hedge lock', () => {
  it.each([
    [en('Cambodia is a haven.'), en('Cambodia is not a haven.')],
    [en('Cambodia is not a haven.'), en('Cambodia is a haven.')],
    [en('They are criminals.'), fr('Ils sont soupçonnés d’être des criminels.')],
    [fr('Il a volé la banque.'), en('He allegedly robbed the bank.')],
    [en('Forty people died.'), fr('Quarante personnes sont mortes, selon la police.')],
    [en('It does not say that they never paid.'), en('It says that they never paid.')],
  ])('refuses what was denied, alleged or only reported as plain: %o', (claim, cited) => {
    expect(checkHedges(claim, cited)).toMatchObject([{ lock: 'hedge' }])
  })

  it('lets hedges pass that are kept in the other language', () => {
    expect(checkHedges(en('They are suspected of fraud.'), fr("Ils sont accusés d'escroquerie."))).toEqual([])
    expect(checkHedges(en('The police say that 40 died.'), fr('Selon la police, 40 sont morts.'))).toEqual([])
    expect(checkHedges(fr("Ce n'est pas un refuge."), en('It is not a haven.'))).toEqual([])
  })

  it('widens a slice that starts after a negation, a hedge or "more than"', () => {
    const text = 'It rained. Cambodia is not a haven for them. Police expelled more than 15,000 people on Monday.'
    const at = (part: string) => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length })
    const haven = widenSlice(text, at('a haven for them'), 'en')
    expect(haven.cutOff).toEqual(['not'])
    expect(text.slice(haven.sentence.start, haven.sentence.end)).toBe('Cambodia is not a haven for them.')
    expect(widenSlice(text, at('15,000 people'), 'en').cutOff).toEqual(['more than'])
    expect(widenSlice(text, at('Police expelled'), 'en').cutOff).toEqual([])
    const suspected = 'Ils sont soupçonnés d’avoir volé la banque.'
    expect(widenSlice(suspected, { start: 25, end: 42 }, 'fr').cutOff).toEqual(['soupçonnés'])
  })
})

describe('all locks together', () => {
  let sentences: ReturnType<typeof sentencesOf>
  beforeAll(async () => {
    const collections = sentencesOf(readCollections()).filter((_, at) => at % 3 === 0)
    sentences = [...sentencesOf(await readSeeds()), ...collections]
  })

  it('let true sentences of the seeds and the collections pass as a claim about itself', () => {
    const refused = sentences.filter(
      (sentence) =>
        checkClaim({ claim: sentence, cited: sentence, verbatim: false }).length > 0 ||
        checkClaim({ claim: sentence, cited: sentence, verbatim: true }).length > 0,
    )
    expect(refused).toEqual([])
  })

  it('hold quoted words of a claim to the article, letter by letter', () => {
    const cited = en('He said that the road was closed for repairs.')
    const claim = (text: string) => checkClaim({ claim: en(text), cited, verbatim: false })
    expect(claim('He said “the road was closed”.')).toEqual([])
    expect(claim('He said “the road is closed”.')).toMatchObject([{ lock: 'quote' }])
  })

  it('never throw, whatever the texts hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), (claim, cited) => {
        checkClaim({ claim: fr(claim), cited: en(cited), verbatim: claim.length % 2 === 0 })
      }),
    )
  })
})
