import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ExpectedType, expectedAnswer, findExpected } from '../../src/entities/expected.ts'
import type { Language } from '../../src/types.ts'

const examples: readonly (readonly [string, Language, ExpectedType])[] = [
  ['How many ships sank?', 'en', 'number'],
  ['combein de navires', 'fr', 'number'],
  ['how mnay ships', 'en', 'number'],
  ['How much does it cost?', 'en', 'money'],
  ['combien coute un billet', 'fr', 'money'],
  ['Who founded the museum?', 'en', 'person'],
  ['Which minister resigned?', 'en', 'person'],
  ['qui dirige la banque', 'fr', 'person'],
  ['Who is Ada Lovelace?', 'en', 'definition'],
  ["qu'est-ce que le GIEC", 'fr', 'definition'],
  ['What does NATO stand for?', 'en', 'definition'],
  ['ou est ne le peintre', 'fr', 'place'],
  ['From which airport did it leave?', 'en', 'place'],
  ['wich country', 'en', 'country'],
  ['De quels pays venaient-ils ?', 'fr', 'country'],
  ['wen did it start', 'en', 'date'],
  ['Quel jour a-t-il fermé ?', 'fr', 'date'],
  ['How long did it last?', 'en', 'duration'],
  ['quel age a-t-il', 'fr', 'age'],
  ['pourquoi ce retard', 'fr', 'reason'],
  ['Comment est-il arrivé ?', 'fr', 'manner'],
  ['What did the mayor say?', 'en', 'quote'],
  ['Citez les mots exacts du maire', 'fr', 'quote'],
  ['Which company built it?', 'en', 'organisation'],
  ['Which roads were closed?', 'en', 'list'],
  ['Is the bridge open?', 'en', 'yes-no'],
  ['Le pont a-t-il rouvert ?', 'fr', 'yes-no'],
  ['Quels sont tous les chiffres du chômage ?', 'fr', 'several-figures'],
  ['photosynthesis', 'en', 'other'],
]

describe('what a question asks for', () => {
  it.each(examples)('reads "%s"', (question, language, type) => {
    expect(expectedAnswer(question, language).type).toBe(type)
  })

  it('says where the noun counted stands', () => {
    const counted = (question: string, language: Language): string => {
      const range = expectedAnswer(question, language).counted
      return range === undefined ? '' : question.slice(range.start, range.end)
    }
    expect(counted('How many fishing boats were lost?', 'en')).toBe('fishing boats')
    expect(counted("Combien d'étrangers sont partis ?", 'fr')).toBe('étrangers')
    expect(counted('Combien sont partis ?', 'fr')).toBe('')
  })
})

describe('the words that could answer', () => {
  const sentence = 'On March 3, 2021, Ada Brown of Acme Group paid $5 million for 12 boats in Lisbon after 3 days.'
  const marked = (type: ExpectedType): readonly string[] =>
    findExpected(sentence, 'en', { type }).map(({ start, end }) => sentence.slice(start, end))

  it('finds those of each type', () => {
    expect(marked('date')).toEqual(['March 3, 2021'])
    expect(marked('money')).toEqual(['$5 million'])
    expect(marked('number')).toEqual(['$5 million', '12 boats', '3 days'])
    expect(marked('duration')).toEqual(['3 days'])
    expect(marked('place')).toContain('Lisbon')
    expect(marked('reason')).toEqual([])
  })

  it('stays within the text, in order, whatever the text', () => {
    const types: readonly ExpectedType[] = [
      'number',
      'money',
      'person',
      'place',
      'date',
      'quote',
      'organisation',
      'age',
    ]
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom(...types), (text, type) => {
        let last = 0
        for (const { start, end } of findExpected(text, 'fr', { type })) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeLessThanOrEqual(text.length)
          last = end
        }
      }),
      { numRuns: 50 },
    )
  })
})
