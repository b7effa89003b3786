import { describe, expect, it } from 'vitest'
import { findProperties, mentionsProperty } from '../../src/entities/properties.ts'

function keys(question: string): readonly string[] {
  return findProperties(question, 'en').map(({ key }) => key)
}

describe('what property a question asks about', () => {
  it.each([
    ['How old is she?', 'age'],
    ['quel age a le maire', 'age'],
    ['ou est ne le president', 'birth'],
    ['Who is his wife?', 'spouse'],
    ['Quel est le numéro de téléphone du bureau ?', 'phone'],
    ['combien coute un billet', 'price'],
    ['taux de chomage', 'unemployment'],
    ['How many died?', 'deaths'],
    ['Combien de blessés ?', 'injured'],
    ['Qui est le ministre de la Santé ?', 'health-minister'],
    ['Who succeeded him? who was his predecessor', 'predecessor'],
    ['Combien d’armes ?', 'weapons'],
    ['opening hours of the museum', 'opening-hours'],
    ['quel temps fera-t-il demain', 'weather'],
  ])('reads "%s" as %s', (question, key) => {
    expect(keys(question)).toContain(key)
  })

  it('matches whole words only', () => {
    const age = findProperties('How old is he?', 'en')[0]
    expect(age && mentionsProperty('Une agence de voyage a engagé du personnel.', age)).toBe(false)
    expect(age && mentionsProperty('Elle est âgée de 40 ans.', age)).toBe(true)
    expect(keys('Which agency seized the goods?')).toEqual([])
  })

  it('finds evidence in the other language', () => {
    const [wife] = findProperties('Who is his wife?', 'en')
    expect(wife && mentionsProperty('Il a épousé Anne ; son épouse est médecin.', wife)).toBe(true)
    expect(wife && mentionsProperty('Il a été arrêté.', wife)).toBe(false)
  })

  it('keeps the portfolio and drops the general office beside it', () => {
    expect(keys('Who is the minister of health?')).toEqual(['health-minister'])
  })
})
