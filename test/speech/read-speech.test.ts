import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readSpeech } from '../../src/speech/read-speech.ts'
import type { Language } from '../../src/types.ts'

function speakerOf(text: string, part: string, language: Language): string | undefined {
  const start = text.indexOf(part)
  const speech = readSpeech(text, language).speechAt({ start, end: start + part.length })
  return speech?.speaker?.entity?.name ?? speech?.speaker?.words
}

describe('who speaks in an article', () => {
  it.each<[string, string, string | undefined, Language]>([
    ['For the director, Ann Kerrow, “the roof can wait”.', 'the roof', 'Ann Kerrow', 'en'],
    ['Rosa Quint sees it differently: “We were never asked.”', 'We were', 'Rosa Quint', 'en'],
    ['Her rival Max Dunn calls it “a waste of paint”.', 'a waste', 'Max Dunn', 'en'],
    ['“Nobody told us,” said the baker, Ines Roy. “We read it in the paper.”', 'We read', 'Ines Roy', 'en'],
    ['The plan was called “a gift to thieves” by Carla Moss.', 'a gift', 'Carla Moss', 'en'],
    ['“The key was lost,” Ana Lopes, the harbour master, told the inquiry.', 'The key', 'Ana Lopes', 'en'],
    ['Asked about the fire, Joan Pell shrugged: “Old wood burns.”', 'Old wood', 'Joan Pell', 'en'],
    ['The nurse Eva Roth and the cook Sam Dill met. Roth grinned: “He burns soup.”', 'He burns', 'Eva Roth', 'en'],
    ['Tom Brand left early. The slogan “Fish for all today” hung over the door.', 'Fish for', undefined, 'en'],
    ['À en croire le notaire, Luc Morel, « la maison était vide ».', 'la maison', 'Luc Morel', 'fr'],
    ['« La porte était ouverte », lâche Léa Brun, gardienne depuis dix ans.', 'La porte', 'Léa Brun', 'fr'],
    ['Le maire, Yves Kern, ne cède pas. « Nous irons au bout », martèle-t-il.', 'Nous irons', 'Yves Kern', 'fr'],
    ['La mairie a fermé le pont, selon la préfète, Nora Vial.', 'La mairie', 'Nora Vial', 'fr'],
    ['Pour un euro, « le pain du jour » est offert.', 'le pain du jour', undefined, 'fr'],
  ])('%s', (text, part, speaker, language) => {
    expect(speakerOf(text, part, language)).toBe(speaker)
  })

  // Read from each comma to the end of the sentence, an article made of commas took minutes.
  it('finds who speaks at the end of a sentence of fifty thousand commas', () => {
    const list = 'nets, '.repeat(50_000)
    expect(speakerOf(`The sheds held ${list}and oil, said Ann Kerrow.`, 'The sheds', 'en')).toBe('Ann Kerrow')
  })

  it('gives a quotation within a quotation to whom the outer one names', () => {
    const text = "“The minister told me: 'You will never be tried,'” Carl Voss told the inquiry. “I laughed.”"
    expect(speakerOf(text, 'You will never', 'en')).toBe('The minister')
    expect(speakerOf(text, 'I laughed', 'en')).toBe('Carl Voss')
  })

  it('follows a quotation over paragraphs to the one who ends it', () => {
    const text = '“The boats went out at four.\n\n“They did not come back,” said Tom Brand.'
    expect(speakerOf(text, 'The boats', 'en')).toBe('Tom Brand')
  })

  it('does not take the nearest name for the speaker of "a man"', () => {
    const text = 'Ana Lopes opened the bridge. A man of 80 remembered the old one. “We jumped from it,” he said.'
    expect(speakerOf(text, 'We jumped', 'en')).not.toBe('Ana Lopes')
  })

  it('keeps all offsets inside the text and its order, whatever it holds', () => {
    const piece = fc.constantFrom(
      '"',
      '“',
      '”',
      '« ',
      ' »',
      ' said ',
      'Ana Lopes',
      ', ',
      '. ',
      '\n',
      '— ',
      'a-t-il dit',
      'that ',
      'selon ',
      'é',
      '💥',
      "'",
      'he ',
      ' : ',
      'the mayor',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.constantFrom<Language>('en', 'fr'), (pieces, language) => {
        const text = pieces.join('')
        for (const { range, leadIn, speaker } of readSpeech(text, language).speeches) {
          for (const { start, end } of [range, leadIn, speaker?.mention, speaker?.entity?.fullest].filter(
            (found) => found !== undefined,
          )) {
            expect(start).toBeGreaterThanOrEqual(0)
            expect(end).toBeGreaterThanOrEqual(start)
            expect(end).toBeLessThanOrEqual(text.length)
          }
        }
      }),
    )
  })
})
