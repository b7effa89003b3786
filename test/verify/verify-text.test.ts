import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { createVerifyCorpus, type VerifyCorpus } from '../../src/verify/search/corpus.ts'
import { tokenize } from '../../src/verify/tokens.ts'
import type { Verdict } from '../../src/verify/types.ts'
import { verifyText } from '../../src/verify/verify-text.ts'
import { makeVerifiable } from './corpora.ts'

const english = `The harbour master, Ana Lopes, said that the port of Velmar had lost 10,444 tons of grain in two years.
The port is not a haven for smugglers. "We closed the north gate on March 3, 2024," she added.
According to the coast guard, more than 1,200 crates were stolen by suspected members of the Red Anchor group.

The losses include:
- Velmar: 270 crates, including 45 of tea
- Port Ash: 312 crates of copper wire

Dock workers have asked for new lamps along the quay since the spring. "Nobody should load a ship in the dark", said Tom Brand.`
const french = `Le maire de Lormont, Paul Dubreuil, a déclaré que la ville n'avait pas vendu le théâtre. « Nous garderons
cette salle pour les habitants », a-t-il précisé. Le budget atteint 48,6 millions d'euros en 2025, soit 12 % de plus.
Un vice-président a été tué dans l'accident de mardi, selon la préfecture.`

describe('verifying a pasted text', () => {
  let corpus: VerifyCorpus
  beforeAll(() => {
    corpus = createVerifyCorpus([makeVerifiable(english, 'en', 'harbour'), makeVerifiable(french, 'fr', 'lormont')])
  })
  const verdictOf = (text: string) => verifyText(text, corpus).verdict

  it.each([
    'The port is not a haven for smugglers.',
    'the port is not a haven for smugglers',
    'Is it true that he said "not a haven for smugglers"?',
    'Ana Lopes said: the port is not a haven for smugglers',
    '“We closed the north gate on March 3, 2024,” she added.',
    '> “We closed the north gate on March 3, 2024” — The Velmar Post https://example.org/a-port',
    '«\u202fNous garderons cette salle pour les habitants\u202f»',
    'D’après le maire, « nous garderons cette salle pour les habitants »',
    'Selon Paul Dubreuil : nous garderons cette salle pour les habitants',
    'Nous garderons cette salle pour les habitants, a-t-il précisé.',
    'Nous garderons, a-t-il dit, cette salle pour les habitants',
    '"[N]ous garderons cette salle pour les habitants',
    'nous gar-\nderons cette salle pour les habi\u00adtants',
    'Le maire de Lormont […] a déclaré que la ville n’avait pas vendu le théâtre',
    'Velmar: 270 crates, including 45 of tea',
    '"not a haven for smugglers" and "asked for new lamps along the quay"',
    'Un vice-président a été tué'.normalize('NFD'),
    '« Nobody should load a ship in the dark »',
  ])('calls %j verbatim', (text) => {
    const { verdict, matches } = verifyText(text, corpus)
    expect(verdict).toBe('verbatim')
    for (const { differences } of matches) expect(differences).toEqual([])
  })

  it.each<[string, Verdict, string, string]>([
    ['The port is a haven for smugglers.', 'altered', '', 'not'],
    ['the port of Velmar had lost 10,445 tons of grain', 'altered', '10,445', '10,444'],
    ['the port of Velmar had lost 444 tons of grain', 'altered', '444', '10,444'],
    ['The harbour master, Eva Lopes, said that the port had lost grain', 'altered', 'Eva', 'Ana'],
    ['Dock workers have demanded new lamps along the quay', 'altered', 'demanded', 'asked for'],
    ['Un vice-président a été tue dans l’accident', 'altered', 'tue', 'tué'],
    ['Un président a été tué dans l’accident de mardi', 'altered', 'président', 'vice-président'],
    ['Le budget atteint 48,6', 'altered', '', "millions d'euros"],
    ['Ashport: 270 crates, including 45 of tea', 'altered', 'Ashport', 'Velmar'],
    ['Paul Dubreuil, a déclaré que « la ville avait vendu le théâtre »', 'altered', '', 'pas'],
    ['« Nous garderons cette salle pour les habitants », a-t-il démenti', 'altered', 'démenti', 'précisé'],
    ['The port is […] a haven for smugglers', 'altered', '', 'not'],
  ])('calls %j %s and says that %j stands for %j', (text, verdict, given, original) => {
    const found = verifyText(text, corpus)
    expect(found.verdict).toBe(verdict)
    expect(found.matches.flatMap(({ differences }) => differences)).toContainEqual(
      expect.objectContaining({ given, original }),
    )
  })

  it.each([
    '270 Velmar: crates, including 45 of tea',
    '“Nobody should load a ship in the dark” (3.7) and Tom Brand (3.4)',
    'The town council has clearly said that the : Nobody should load a ship in the dark',
  ])('does not take a figure moved or half a sentence for a lead-in or a source: %j', (text) => {
    expect(verdictOf(text)).not.toBe('verbatim')
  })

  it.each([
    'The port is not a haven for smugglers. Dock workers have asked for new lamps',
    'more than 1,200 crates were stolen … the port is not a haven for smugglers',
    'The port is not a haven ... We closed the north gate',
    'Nous garderons cette salle pour les habitants, dock workers have asked for new lamps along the quay',
  ])('calls %j stitched', (text) => {
    const { verdict, matches } = verifyText(text, corpus)
    expect(verdict).toBe('stitched')
    expect(matches.length).toBeGreaterThan(1)
  })

  it.each([
    'Ask not what your country can do for you, ask what you can do for your country.',
    'It is not the same as what we have said that they were in the two of them.',
    'La culture est ce qui reste quand on a tout oublié, disait le vieux professeur.',
    'The minister said that the government would not accept any new conditions this year.',
    '',
    '"" «»',
    '…',
  ])('finds nothing for %j', (text) => {
    expect(verifyText(text, corpus)).toMatchObject({ verdict: 'not-found', matches: [] })
  })

  it('says of a word or two that they prove nothing', () => {
    for (const text of ['the port', '"Ana Lopes"', 'that the']) {
      expect(verifyText(text, corpus)).toMatchObject({ verdict: 'not-found', notes: ['too-short'], matches: [] })
    }
  })

  it('shows the whole sentence when a quote leaves out a negation or "more than"', () => {
    const { notes, matches } = verifyText('“a haven for smugglers”', corpus)
    expect(notes).toEqual(['cut-off'])
    expect(matches[0]).toMatchObject({ cutOff: ['not'], sentence: { quote: 'The port is not a haven for smugglers.' } })
    expect(verifyText('1,200 crates were stolen', corpus).matches[0]?.cutOff).toContain('more than')
  })

  it('gives several quotes the worst verdict and all matches', () => {
    const { verdict, matches, notes } = verifyText(
      '“not a haven for smugglers” and “asked for no lamps along the quay”',
      corpus,
    )
    expect(verdict).toBe('altered')
    expect(matches).toHaveLength(2)
    expect(notes).toContain('several')
    expect(verdictOf('“not a haven for smugglers” and “the moon is made of green cheese”')).toBe('not-found')
  })

  it('notes when the article knows nobody of the name that is given', () => {
    expect(verifyText('Jean Moulin: “The port is not a haven for smugglers”', corpus).notes).toContain('speaker')
    expect(verifyText('Ana Lopes: “The port is not a haven for smugglers”', corpus).notes).not.toContain('speaker')
  })

  it('gives slices of the article and of the pasted text, and never throws, whatever is pasted', () => {
    const words = tokenize(english + french).map(({ exact }) => exact)
    const piece = fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...words) },
      fc.constantFrom('"', '«', '»', '“', '”', '…', '[…]', ':', ',', '—', '\n', '(', ')', '\u00ad', "'"),
      fc.string({ unit: 'grapheme', maxLength: 4 }),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        for (const match of verifyText(pieces.join(' '), corpus).matches) {
          const text = match.article.id === 'harbour' ? english : french
          expect(text.slice(match.start, match.end)).toBe(match.quote)
          expect(match.passageId).toMatch(/^(?:harbour|lormont)@[0-9a-f]{8}\.\d+$/)
          for (const { at, original } of match.differences) {
            expect(text.slice(at.start, at.end).trim()).toBe(original)
          }
        }
      }),
      { numRuns: 300 },
    )
  })

  it('calls several sentences in a row of an article verbatim', () => {
    const sentences = english.split(/(?<=\.["”]?)\s+(?=\p{Lu}|["“])/u)
    for (let at = 0; at + 1 < 3; at += 1) expect(verdictOf(sentences.slice(at, at + 2).join(' '))).toBe('verbatim')
  })
})
