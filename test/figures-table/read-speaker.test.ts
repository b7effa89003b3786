import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readSpeaker } from '../../src/figures-table/read-speaker.ts'
import type { Language } from '../../src/types.ts'

function speakerOf(text: string, language: Language): string | undefined {
  const attribution = readSpeaker(text, language)
  return attribution.kind === 'named' ? text.slice(attribution.speaker.start, attribution.speaker.end) : undefined
}

describe('who says what a sentence says', () => {
  it.each<[string, Language, string]>([
    ['The mayor, Ana Ruiz, has confirmed that over the past two years 300 houses burnt.', 'en', 'The mayor, Ana Ruiz'],
    ['Speaking at a seminar on May 8, Ana Ruiz noted that 300 houses burnt.', 'en', 'Ana Ruiz'],
    ['According to the health ministry, 40 people fell ill.', 'en', 'the health ministry'],
    ['“We lost 40 cows,” said Paul Adeyemi, who heads the union.', 'en', 'Paul Adeyemi'],
    [
      'OSLO, May 3 - Norsk Kraft (NK), the largest utility, said on Monday that 40 dams leak.',
      'en',
      'Norsk Kraft (NK)',
    ],
    ['Selon le ministère de la Santé, 40 personnes sont malades.', 'fr', 'le ministère de la Santé'],
    ['Selon M. Paul Adeyemi, 40 personnes sont malades.', 'fr', 'M. Paul Adeyemi'],
    ["M. Paul Adeyemi - président de l'Union - a déclaré que 40 vaches sont mortes.", 'fr', 'M. Paul Adeyemi'],
    [
      'La direction générale des Eaux du ministère a annoncé que 40 puits sont secs.',
      'fr',
      'La direction générale des Eaux du ministère',
    ],
    [
      'Le bilan est passé à 23 morts, a annoncé dimanche 14 septembre la ministre Ana Ruiz.',
      'fr',
      'la ministre Ana Ruiz',
    ],
    ['« Il reste 40 lits », a résumé Mme Ruiz.', 'fr', 'Mme Ruiz'],
  ])('%s', (text, language, speaker) => {
    expect(speakerOf(text, language)).toBe(speaker)
  })

  it.each<[string, Language]>([
    ['Heavy rain killed 14 people in the valley.', 'en'],
    ['Le nombre de cas varie selon la saison.', 'fr'],
    ['Les forces ont saisi 40 ordinateurs.', 'fr'],
  ])('names nobody for: %s', (text, language) => {
    expect(readSpeaker(text, language)).toEqual({ kind: 'none' })
  })

  it('leaves a pronoun to the sentence before', () => {
    expect(readSpeaker('He said that 40 wells are dry.', 'en').kind).toBe('pronoun')
    expect(readSpeaker('« Il reste 40 lits », a-t-elle précisé.', 'fr').kind).toBe('pronoun')
  })

  it('never points outside the text, whatever it holds', () => {
    const words = fc.constantFrom(
      'said',
      'selon',
      'X',
      'Ana',
      'a',
      'déclaré',
      ',',
      '-',
      '(',
      ')',
      '“',
      'May',
      '3',
      'ﬁ',
      '½',
    )
    fc.assert(
      fc.property(fc.array(words, { maxLength: 20 }), (list) => {
        const text = list.join(' ')
        const attribution = readSpeaker(text, 'en')
        if (attribution.kind !== 'named') return true
        const { start, end } = attribution.speaker
        return start >= 0 && start < end && end <= text.length
      }),
    )
  })
})
