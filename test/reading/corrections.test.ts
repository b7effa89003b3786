import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findCorrections } from '../../src/reading/corrections.ts'
import type { Language } from '../../src/types.ts'

const body = 'The mill of Darrow closed on Friday. Its owner said that 40 workers had lost their jobs.'
const notesOf = (text: string, language: Language = 'en') => findCorrections({ text, language })
const within = (note: string) => `${body}\n\n${note}\n\nThe union will meet on Monday.\n`

describe('the notes of an article on its own mistakes', () => {
  it.each([
    'Correction: an earlier version said that 400 workers had lost their jobs. The right number is 40.',
    'CORRECTION — The owner is Jan Moss, not Jon Moss.',
    'Correction (4 March 2026): the mill closed on Friday, not on Thursday.',
    'Correction, March 4, 2026: The mill is in Darrow.',
    '**Correction:** the mill has 40 workers.',
    'Clarification: the union was asked and did not answer.',
    'Erratum: the mill closed on Friday.',
    'Editor’s note: This article was corrected to give the right number of workers.',
    'This article was retracted on 5 March because its author had invented a witness.',
    'This story has been updated to correct the name of the owner.',
    'An earlier version of this article misstated the number of workers.',
    'We have since corrected this story.',
    'Retraction: the claims about the owner were false.',
    'Rectificatif : le moulin emploie 40 ouvriers et non 400.',
    'Rectificatif du 4 mars : le moulin a fermé vendredi.',
    'Correction : une version précédente disait que le moulin avait fermé jeudi.',
    'Mise au point : le propriétaire conteste ce chiffre.',
    'Cet article a été corrigé le 4 mars : le moulin emploie 40 ouvriers.',
    'Cet article a été modifié pour rectifier le nom du propriétaire.',
    'Une version antérieure de cet article indiquait un autre chiffre.',
    'Une première version de cet article donnait un autre chiffre.',
    'Cette dépêche a été retirée.',
  ])('are found and given whole: "%s"', (note) => {
    expect(notesOf(within(note))).toEqual([note])
    expect(notesOf(`${note}\n\n${body}`, 'fr')).toEqual([note])
  })

  it.each([
    'The journal retracted the study in 2024.',
    'The article was retracted by the journal after a year.',
    'Corrections officers found 12 telephones in the cells.',
    'The correction of the market cost 3 billion dollars.',
    'Correction facilities are full, the minister said.',
    'The minister corrected himself: “It was Tuesday.”',
    'La correction de l’examen a pris trois jours.',
    'Une version antérieure du projet prévoyait un tunnel.',
    'L’étude a été rétractée par la revue.',
    'An earlier version of the treaty banned fishing.',
    'Cet article du traité a mené à un procès.',
    'La précision des tirs inquiète les voisins.',
  ])('are not what is news: "%s"', (sentence) => {
    expect(notesOf(within(sentence))).toEqual([])
  })

  it('go with what stands under their heading, and no further', () => {
    const text = `${body}\n\nCorrection\n\nThe mill has 40 workers, not 400. We regret the mistake.\n\nThe union will meet.`
    expect(notesOf(text)).toEqual(['Correction\n\nThe mill has 40 workers, not 400. We regret the mistake.'])
  })

  it('are all given, from both ends of the article', () => {
    const notes = ['This article was retracted.', 'Correction: the mill is in Darrow.']
    expect(notesOf(`${notes[0]}\n\n${body}\n\n${notes[1]}`)).toEqual(notes)
  })

  it('are slices of the text, at most three of 500 characters, whatever it holds', () => {
    const piece = fc.constantFrom(
      'Correction:',
      'Rectificatif',
      ' ',
      '\n',
      '\n\n',
      'a. ',
      'This article was retracted',
      '4 ',
    )
    fc.assert(
      fc.property(
        fc.array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 9 })), { maxLength: 60 }),
        (parts) => {
          const text = parts.join('')
          const notes = notesOf(text)
          expect(notes.length).toBeLessThanOrEqual(3)
          for (const note of notes) {
            expect(text).toContain(note)
            expect(note.length).toBeLessThanOrEqual(500)
          }
        },
      ),
    )
  })

  it('take no time to be looked for in a long hostile text', () => {
    const text = 'correction '.repeat(90_000)
    const began = performance.now()
    notesOf(text)
    notesOf(`an earlier version of ${'this '.repeat(100_000)}`)
    expect(performance.now() - began).toBeLessThan(3_000)
  })
})
