import { beforeAll, describe, expect, it } from 'vitest'
import { createVerifyCorpus, type VerifyCorpus } from '../../src/verify/search/corpus.ts'
import { describeVerification } from '../../src/verify/verification-texts.ts'
import { verifyText } from '../../src/verify/verify-text.ts'
import { makeVerifiable } from './corpora.ts'

const english = `The harbour master, Ana Lopes, said that the port of Velmar had lost 10,444 tons of grain in two years.
"We closed the north gate on a cold morning," she added.
Tom Brand, who leads the union, answered that nobody had asked the dock workers.
The town was founded by fishermen. It has two schools. Its market is open on Sundays. Its bridge was built of oak.
"Nobody should load a ship in the dark", said Tom Brand.
The union's secretary, Eva Roth, stated:
"Survivors describe being deceived and left on the quay for days."
The figures of the coast guard were made public on Monday by the ministry of fisheries.`
const french = `Le maire a declare que la ville avait ete privee de son theatre. Les habitants etaient tres decus par le president.
La prefecture a saisi 36 476 telephones et 1 200 ordinateurs dans le port. Le president du comite a annonce une reunion apres les elections.`

describe('what is said beside the verdict', () => {
  let corpus: VerifyCorpus
  beforeAll(() => {
    corpus = createVerifyCorpus([makeVerifiable(english, 'en', 'harbour'), makeVerifiable(french, 'fr', 'ville')])
  })
  const check = (text: string) => verifyText(text, corpus)
  const headingOf = (text: string) => describeVerification(check(text), 'en').heading

  it.each([
    ['Tom Brand said: "the port of Velmar had lost 10,444 tons of grain in two years"', 'Tom Brand', 'Ana Lopes'],
    ['“We closed the north gate on a cold morning,” said Tom Brand', 'Tom Brand', 'Ana Lopes'],
    ['Ana Lopes said: “Nobody should load a ship in the dark”', 'Ana Lopes', 'Tom Brand'],
    [
      'According to Ana Lopes, “survivors describe being deceived and left on the quay for days”',
      'Ana Lopes',
      'Eva Roth',
    ],
  ])('names the real speaker in the heading: %j', (text, given, real) => {
    const { verdict, notes, speakers } = check(text)
    expect(verdict).toBe('verbatim')
    expect(notes).toContain('other-speaker')
    expect(speakers?.given).toBe(given)
    expect(speakers?.real).toContain(real)
    expect(headingOf(text)).toMatch(new RegExp(`it gives them to .*${real}.*, not to ${given}`))
  })

  it.each([
    'Ana Lopes said: "the port of Velmar had lost 10,444 tons of grain in two years"',
    'The harbour master said: "the port of Velmar had lost 10,444 tons of grain"',
    '“We closed the north gate on a cold morning,” said Ana Lopes',
    'Brand: “Nobody should load a ship in the dark”',
    'Tom Brand: "nobody had asked the dock workers"',
  ])('says nothing of the speaker where the article does not speak against it: %j', (text) => {
    expect(check(text).notes).not.toContain('other-speaker')
    expect(headingOf(text)).toMatch(/^Verbatim/)
  })

  it('says that the article gives the words to nobody, whoever is said to have said them', () => {
    const { verdict, notes, speakers } = check('Ana Lopes said: “Its bridge was built of oak.”')
    expect([verdict, notes, speakers]).toEqual(['verbatim', ['no-speaker'], { given: 'Ana Lopes' }])
  })

  it('says whose the words are when the article never names whoever is given', () => {
    const text = 'Jean Moulin: “Nobody should load a ship in the dark”'
    expect(check(text)).toMatchObject({ verdict: 'verbatim', speakers: { given: 'Jean Moulin', real: 'Tom Brand' } })
    expect(headingOf(text)).toBe(
      'The words are in an article, but it never names Jean Moulin: it gives them to Tom Brand.',
    )
  })

  it('says where the parts stand that an ellipsis joins from afar, and who says them', () => {
    const far = '“had lost 10,444 tons of grain […] Nobody should load a ship in the dark”'
    const { verdict, notes, parts } = check(far)
    expect(verdict).toBe('stitched')
    expect(notes).toContain('part-speakers')
    expect(parts?.paragraphs).toHaveLength(2)
    expect(parts?.sentencesLeftOut).toBeGreaterThan(3)
    expect(headingOf(far)).toMatch(
      /^Stitched together: the ellipsis joins .*paragraphs \d and \d, \d sentences between/,
    )
    expect(describeVerification(check(far), 'fr').notes.join(' ')).toContain('Ana Lopes et Tom Brand')
  })

  it('says that an ellipsis leaves out a whole sentence', () => {
    const near = 'The town was founded by fishermen. […] Its market is open on Sundays.'
    expect(check(near).verdict).toBe('stitched')
    const named = 'The town was founded by fishermen. […] The town has a bridge.'
    expect(check(named).verdict).not.toBe('verbatim')
    const whole = 'The quay of Velmar was built by monks. It is of oak. The quay of Velmar has two lamps.'
    const { article, passages } = makeVerifiable(whole, 'en', 'quay')
    const quay = createVerifyCorpus([{ article, passages }])
    const found = verifyText('The quay of Velmar was built by monks. […] The quay of Velmar has two lamps.', quay)
    expect(found).toMatchObject({ verdict: 'verbatim', notes: ['parts'] })
  })

  it('says nothing of an ellipsis within a sentence', () => {
    expect(check('the port of Velmar […] tons of grain in two years').notes).toEqual(['cut-off'])
    expect(headingOf('the port of Velmar […] tons of grain in two years')).toMatch(/^Verbatim: /)
  })

  // A regression: accents that the article does not write were called verbatim.
  it('calls accents that the article does not write altered, in one line', () => {
    const { verdict, notes, matches } = check('La préfecture a saisi 36 476 téléphones')
    expect([verdict, notes]).toEqual(['altered', ['accents']])
    expect(matches[0]?.differences.map(({ given }) => given)).toEqual(['préfecture', 'téléphones'])
    expect(check('La prefecture a saisi 36 476 telephones')).toMatchObject({ verdict: 'verbatim', notes: [] })
    expect(check('Le maire dit : « La préfecture a saisi 36 476 téléphones »').notes).toContain('accents')
  })

  it.each([
    ['"36,476 telephones"', '36,476', '36 476'],
    ['a saisi 36,476 telephones et 1 200 ordinateurs', '36,476', '36 476'],
    ['36,476 phones', '36,476 phones', '36 476 telephones'],
  ])('shows the nearest words for a figure in another writing or language: %j', (text, given, original) => {
    const { verdict, matches } = check(text)
    expect(verdict).toBe('altered')
    expect(matches[0]?.differences).toContainEqual(expect.objectContaining({ given, original }))
  })

  it('says of a translation that only its figures are the article’s', () => {
    const text = 'The prefecture seized 36,476 phones and 1,200 computers at the port'
    const { verdict, notes, matches } = check(text)
    expect([verdict, notes]).toEqual(['not-found', ['figures-only']])
    expect(matches[0]?.quote).toContain('36 476')
    expect(check('1,950 phones')).toMatchObject({ verdict: 'not-found', matches: [] })
  })
})
