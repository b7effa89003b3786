/** Who says a sentence of a passage: the cases of those that read it before `readSpeech` did. */
import { describe, expect, it } from 'vitest'
import { readUnits } from '../../src/reading/quotable.ts'
import { createUnitSpeech } from '../../src/speech/unit-speech.ts'
import type { Language } from '../../src/types.ts'

function speakerOf(text: string, part: string, language: Language, before = 0): string | undefined {
  const passage = {
    id: `${text}@${before}.1`,
    articleId: 'a',
    version: '0',
    ordinal: 1,
    text,
    start: before,
    end: before + text.length,
  }
  const units = readUnits({ ...passage, language })
  const unit = units.find((one) => one.text.includes(part))
  if (unit === undefined) throw new Error(`no sentence holds "${part}"`)
  const at = unit.start + unit.text.indexOf(part)
  const said = createUnitSpeech(units)(unit, { start: at, end: at + part.length })
  return said?.named && said.article.text.slice(said.named.start, said.named.end)
}

describe('who says a sentence of a passage', () => {
  it.each<[string, string, string | undefined, Language]>([
    ['Mme Aline Morel a pris la parole. « La digue tiendra », a-t-il dit.', 'La digue', undefined, 'fr'],
    ['M. Paul Dubreuil a pris la parole. « La digue tiendra », a-t-il dit.', 'La digue', 'Paul Dubreuil', 'fr'],
    ['The ministry said 40 were ill. “We are tired,” he said.', 'We are', undefined, 'en'],
    ['Tom Brand closed the gate. “We are tired,” he said.', 'We are', 'Tom Brand', 'en'],
    ['“We closed the gate. We lost the key. We went home,” said Tom Brand.', 'We lost', 'Tom Brand', 'en'],
    [
      'The union’s secretary Eva Roth stated:\n“They were left on the quay. Nobody came.”',
      'Nobody came',
      'The union’s secretary Eva Roth',
      'en',
    ],
    ['“Tom Brand said that the gate was open,” said Ana Lopes.', 'the gate', 'Ana Lopes', 'en'],
    ['The report identified 50 leaking boats.', '50', 'The report', 'en'],
    ['A Red Harbour Foundation report identified 50 leaking boats.', '50', 'A Red Harbour Foundation report', 'en'],
    ['Une étude de la fondation recense 50 bateaux.', '50', 'Une étude de la fondation', 'fr'],
    ['Crews often do not declare what they carry.', 'what they', undefined, 'en'],
    ['Selon son directeur, Paul Dubreuil, le port est sûr.', 'le port', 'son directeur, Paul Dubreuil', 'fr'],
    ['The mayor, Ana Ruiz, has confirmed that 300 houses burnt.', '300', 'The mayor, Ana Ruiz', 'en'],
    ['According to the health ministry, 40 people fell ill.', '40', 'the health ministry', 'en'],
    ['« Il reste 40 lits », a résumé Mme Ruiz.', '40', 'Mme Ruiz', 'fr'],
    ['Le bilan est passé à 23 morts, a annoncé dimanche la ministre Ana Ruiz.', '23', 'la ministre Ana Ruiz', 'fr'],
    ['Heavy rain killed 14 people in the valley.', '14', undefined, 'en'],
    ['Le nombre de cas varie selon la saison.', 'cas', undefined, 'fr'],
    ['Les forces ont saisi 40 ordinateurs.', '40', undefined, 'fr'],
  ])('%s', (text, part, speaker, language) => {
    expect(speakerOf(text, part, language)).toBe(speaker)
    // Offsets are the article's, wherever the passage stands in it.
    expect(speakerOf(text, part, language, 700)).toBe(speaker)
  })
})
