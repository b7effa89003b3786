import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findMeaningCut } from '../../src/speech/cuts/find-meaning-cut.ts'
import { readSpeech } from '../../src/speech/read-speech.ts'
import type { Language } from '../../src/types.ts'

function cutOf(text: string, part: string, language: Language, isAttributed = false) {
  const start = text.indexOf(part)
  const range = { start, end: start + part.length }
  return findMeaningCut(readSpeech(text, language), range, { isAttributed, keepsQuestion: part.includes('?') })
}

describe('cuts that turn the meaning', () => {
  it.each<[string, string, Language]>([
    ['Nobody in the village drank the water.', 'drank the water', 'en'],
    ['The shop will close if the rent rises.', 'The shop will close', 'en'],
    ['Barring rain, the match starts at three.', 'the match starts at three', 'en'],
    ['Although the roof leaks, the school is safe.', 'the school is safe', 'en'],
    ['The claim that the baker poisoned the dog was withdrawn.', 'the baker poisoned the dog', 'en'],
    ['The baker poisoned the dog, neighbours allege.', 'The baker poisoned the dog', 'en'],
    ['Did the mayor pay for the boat?', 'the mayor pay for the boat', 'en'],
    ['Myth: garlic cures colds.', 'garlic cures colds', 'en'],
    ['“The moon is mine,” joked Ann Kerrow.', 'The moon is mine', 'en'],
    ['The tower was sold to a bank, a sale that a judge later quashed.', 'The tower was sold to a bank', 'en'],
    ['The tower was sold to a bank. That is false.', 'The tower was sold to a bank', 'en'],
    ['Were the dam to fail, the town would drown.', 'the town would drown', 'en'],
    ['Le pont rouvrira lundi, sauf en cas de crue.', 'Le pont rouvrira lundi', 'fr'],
    ['Faute de preuves, le juge a libéré le maire.', 'le juge a libéré le maire', 'fr'],
    ['Le train est à l’heure, mais pas le bus.', 'Le train est à l’heure', 'fr'],
    ['La préfète refuse de fermer le port.', 'fermer le port', 'fr'],
    ['Il est inexact que la banque a fait faillite.', 'la banque a fait faillite', 'fr'],
    ['Seuls deux élus sur neuf soutiennent le maire.', 'deux élus sur neuf soutiennent le maire', 'fr'],
    ['Le médecin n’a soigné personne.', 'a soigné', 'fr'],
  ])('%s | %s', (text, part, language) => {
    expect(cutOf(text, part, language)).toBeDefined()
  })

  it.each<[string, string, Language]>([
    [
      'The first train in 11 years ran through the valley on Saturday.',
      'The first train in 11 years ran through the valley',
      'en',
    ],
    ['“We have nothing to hide,” said Ann Kerrow.', 'We have nothing to hide', 'en'],
    ['Max Dunn called it “a monument to waste”.', 'a monument to waste', 'en'],
    ['The bridge, which is of oak, was built in 1911. It is not for lorries.', 'was built in 1911', 'en'],
    ['« Nous partons demain », a dit Léa Brun, mais elle est restée.', 'Nous partons demain', 'fr'],
    ['La banque a fermé deux agences en mai.', 'La banque a fermé deux agences', 'fr'],
  ])('leaves alone: %s | %s', (text, part, language) => {
    expect(cutOf(text, part, language)).toBeUndefined()
  })

  it('does not miss the attribution of whoever says whose the words are', () => {
    const text = 'Ann Kerrow said the roof was safe.'
    expect(cutOf(text, 'the roof was safe', 'en')).toBeDefined()
    expect(cutOf(text, 'the roof was safe', 'en', true)).toBeUndefined()
  })

  it('marks words outside the slice and inside the sentence it shows', () => {
    const words = fc.array(
      fc.constantFrom('not', 'the', 'mayor', 'if', 'but', 'said', 'that', '.', ',', '"', 'sauf', 'Ana', 'é', '?'),
      { maxLength: 30 },
    )
    fc.assert(
      fc.property(words, fc.nat(), fc.nat(), fc.constantFrom<Language>('en', 'fr'), (list, from, length, language) => {
        const text = list.join(' ')
        const start = from % (text.length + 1)
        const slice = { start, end: Math.min(text.length, start + (length % 40)) }
        const cut = findMeaningCut(readSpeech(text, language), slice, { isAttributed: false, keepsQuestion: false })
        for (const range of cut?.leftOut ?? []) {
          expect(range.start).toBeGreaterThanOrEqual(cut?.sentence.start ?? 0)
          expect(range.end).toBeLessThanOrEqual(cut?.sentence.end ?? 0)
          expect(range.end <= slice.start || range.start >= slice.end).toBe(true)
        }
      }),
    )
  })
})
