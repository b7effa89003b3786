import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findNamesIn } from '../../src/entities/known-names.ts'
import { findNames } from '../../src/entities/names.ts'
import type { Language } from '../../src/types.ts'

function names(text: string, language: Language): readonly string[] {
  return findNames(text, language).map((name) => name.text)
}

describe('names by their capitals', () => {
  it.each<readonly [string, Language, readonly string[]]>([
    [
      'The Prime Minister, Maria da Silva, met Dr. Adams in Lisbon on Monday.',
      'en',
      ['Maria da Silva', 'Adams', 'Lisbon'],
    ],
    ['Le ministre de la Justice Paul Durand a dit que le GIEC avait raison.', 'fr', ['Paul Durand', 'GIEC']],
    [
      "La Direction générale de l'aviation a répondu à M. Martin.",
      'fr',
      ["Direction générale de l'aviation", 'Martin'],
    ],
    ['French police and Chinese officials met in May.', 'en', []],
    ['Les policiers français ont arrêté Jean-Pierre Dupont en Belgique.', 'fr', ['Jean-Pierre Dupont', 'Belgique']],
    ['Who is the King of Norway?', 'en', ['Norway']],
    ['Speaking in Rome, she thanked the Bank of England.', 'en', ['Rome', 'Bank of England']],
    ['how old is maria da silva', 'en', []],
  ])('finds those of "%s"', (text, language, expected) => {
    expect(names(text, language)).toEqual(expected)
  })

  it('takes the first word of a sentence when it recurs inside one', () => {
    expect(names('Vantaro fell. Later they freed Vantaro again.', 'en')).toEqual(['Vantaro', 'Vantaro'])
    expect(names('Police came. Then they left.', 'en')).toEqual([])
  })

  it('gives slices in order that never overlap, whatever the text', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('Jean', ' ', 'de', "l'", 'UN', '. ', 'Minister', ' of ', '\n- ', 'É', 'China'),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), fc.constantFrom<Language>('en', 'fr'), (pieces, language) => {
        const text = pieces.join('')
        let last = 0
        for (const name of findNames(text, language)) {
          expect(text.slice(name.start, name.end)).toBe(name.text)
          expect(name.start).toBeGreaterThanOrEqual(last)
          last = name.end
        }
      }),
    )
  })
})

describe('known names in a question', () => {
  const known = ['Maria da Silva', 'Prince Group', 'GIEC', 'Agnès Durandeau']

  it.each([
    ['how old is maria da silva', ['Maria da Silva']],
    ['ou est ne agnes durandau', ['Agnès Durandeau']],
    ['le giec et durandeau', ['GIEC', 'Agnès Durandeau']],
    ['what about the gief', []],
    ['prices of a group', []],
  ])('finds those of "%s"', (text, expected) => {
    expect(findNamesIn(text, known).map(({ name }) => name)).toEqual(expected)
  })
})
