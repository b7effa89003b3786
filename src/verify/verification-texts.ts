/** What is said about a pasted quote, in both languages. The words of the articles are never translated. */
import type { Language } from '../types.ts'
import type { Difference, Verdict, VerificationNote } from './types.ts'

export type VerificationTexts = {
  readonly verdicts: Readonly<Record<Verdict, string>>
  readonly notes: Readonly<Record<VerificationNote, string>>
  readonly differences: Readonly<Record<Difference['kind'], (given: string, original: string) => string>>
  readonly given: string
  readonly wholeSentence: (left: readonly string[]) => string
  readonly empty: string
  readonly tooLong: (limit: number) => string
}

const en: VerificationTexts = {
  verdicts: {
    verbatim: 'Verbatim: these exact words are in an article.',
    altered: 'Altered: an article has words close to these, but not these.',
    stitched: 'Stitched together: the parts stand in different places, and no ellipsis says so.',
    'not-found': 'Not found: no article that I hold has these words.',
  },
  notes: {
    'too-short': 'It is too short to prove anything: give three words or more, or a whole sentence.',
    'cut-off': 'The quote leaves out words of its sentence that change what it says: see the whole sentence.',
    'marks-only': 'Only punctuation differs.',
    speaker: 'The words are there, but the article names nobody of those whom you say they are from.',
    several: 'Several quotes: the verdict is that of the worst.',
  },
  differences: {
    replaced: (given, original) => `“${given}” — the article has “${original}”`,
    missing: (_given, original) => `“${original}” is left out`,
    added: (given) => `“${given}” is not in the article`,
  },
  given: 'You gave:',
  wholeSentence: (left) => `The whole sentence (left out: ${left.map((word) => `“${word}”`).join(', ')}):`,
  empty: 'Paste the words to check, please.',
  tooLong: (limit) => `The text is too long: at most ${limit} characters.`,
}

const fr: VerificationTexts = {
  verdicts: {
    verbatim: 'Mot pour mot : un article contient exactement ces mots.',
    altered: 'Modifiée : un article contient des mots proches, mais pas ceux-ci.',
    stitched: 'Recollée : les morceaux viennent d’endroits différents et aucune ellipse ne le dit.',
    'not-found': 'Introuvable : aucun des articles que je détiens ne contient ces mots.',
  },
  notes: {
    'too-short': 'C’est trop court pour prouver quoi que ce soit : donnez trois mots ou plus, ou une phrase entière.',
    'cut-off': 'La citation laisse de côté des mots de sa phrase qui en changent le sens : voyez la phrase entière.',
    'marks-only': 'Seule la ponctuation diffère.',
    speaker: 'Les mots y sont, mais l’article ne nomme personne de ceux à qui vous les attribuez.',
    several: 'Plusieurs citations : le verdict est celui de la pire.',
  },
  differences: {
    replaced: (given, original) => `« ${given} » — l’article écrit « ${original} »`,
    missing: (_given, original) => `« ${original} » est laissé de côté`,
    added: (given) => `« ${given} » n’est pas dans l’article`,
  },
  given: 'Vous avez donné :',
  wholeSentence: (left) => `La phrase entière (laissé de côté : ${left.map((word) => `« ${word} »`).join(', ')}) :`,
  empty: 'Collez les mots à vérifier, s’il vous plaît.',
  tooLong: (limit) => `Le texte est trop long : ${limit} caractères au plus.`,
}

const texts: Readonly<Record<Language, VerificationTexts>> = { en, fr }

export function verificationTexts(language: Language): VerificationTexts {
  return texts[language]
}
