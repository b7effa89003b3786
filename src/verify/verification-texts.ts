/** What is said about a pasted quote, in both languages. The words of the articles are never translated. */
import type { Language } from '../types.ts'
import type { Difference, Verdict, Verification, VerificationNote } from './types.ts'

export type VerificationTexts = {
  readonly verdicts: Readonly<Record<Verdict, string>>
  readonly notes: Readonly<Record<VerificationNote, string>>
  readonly differences: Readonly<Record<Difference['kind'], (given: string, original: string) => string>>
  readonly saidByOther: (given: string, real: string) => string
  readonly saidByUnknown: (given: string, real: string | undefined) => string
  readonly inParts: (paragraphs: readonly number[], sentences: number) => string
  readonly partSpeakers: (speakers: readonly string[]) => string
  readonly given: string
  readonly wholeSentence: (left: readonly string[]) => string
  readonly empty: string
  readonly tooLong: (limit: number) => string
}

/** "3, 5 and 9" */
function listOf(items: readonly (string | number)[], and: string): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${and} ${items.at(-1)}`
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
    'other-speaker': 'The article gives these words to someone else.',
    parts: 'An ellipsis joins words of different places.',
    'part-speakers': 'The parts are said by different people.',
    accents: 'The article is written without accents: those of your text are not its own.',
    'figures-only':
      'Only the figures are the article’s; the words may be a translation, and a translation is no quote.',
    several: 'Several quotes: the verdict is that of the worst.',
  },
  saidByOther: (given, real) => `The words are in an article, but it gives them to ${real}, not to ${given}.`,
  saidByUnknown: (given, real) =>
    `The words are in an article, but it never names ${given}${real === undefined ? '' : `: it gives them to ${real}`}.`,
  inParts: (paragraphs, sentences) =>
    `Verbatim in parts: ${paragraphs.length > 1 ? `the parts stand in paragraphs ${listOf(paragraphs, 'and')}` : 'the parts stand in one paragraph'}${sentences === 0 ? '' : `, ${sentences === 1 ? 'one sentence' : `${sentences} sentences`} left out between them`}.`,
  partSpeakers: (speakers) => `The parts are said by different people: ${listOf(speakers, 'and')}.`,
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
    'other-speaker': 'L’article attribue ces mots à quelqu’un d’autre.',
    parts: 'Une ellipse joint des mots d’endroits différents.',
    'part-speakers': 'Les morceaux sont dits par des personnes différentes.',
    accents: 'L’article est écrit sans accents : ceux de votre texte ne sont pas les siens.',
    'figures-only':
      'Seuls les chiffres sont de l’article ; les mots sont peut-être une traduction, et une traduction n’est pas une citation.',
    several: 'Plusieurs citations : le verdict est celui de la pire.',
  },
  saidByOther: (given, real) => `Ces mots sont dans un article, mais il les attribue à ${real}, pas à ${given}.`,
  saidByUnknown: (given, real) =>
    `Ces mots sont dans un article, mais il ne nomme jamais ${given}${real === undefined ? '' : ` : il les attribue à ${real}`}.`,
  inParts: (paragraphs, sentences) =>
    `Mot pour mot, par morceaux : ${paragraphs.length > 1 ? `ils se trouvent aux paragraphes ${listOf(paragraphs, 'et')}` : 'ils se trouvent dans un même paragraphe'}${sentences === 0 ? '' : `, ${sentences === 1 ? 'une phrase est omise' : `${sentences} phrases sont omises`} entre eux`}.`,
  partSpeakers: (speakers) => `Les morceaux sont dits par des personnes différentes : ${listOf(speakers, 'et')}.`,
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

/**
 * The first line of a verification, and the lines to set under it. What must not be called plainly verbatim (another
 * speaker, words joined from afar) says so in the heading.
 */
export function describeVerification(
  { verdict, notes, speakers, parts }: Verification,
  language: Language,
): { readonly heading: string; readonly notes: readonly string[] } {
  const said = texts[language]
  const isVerbatim = verdict === 'verbatim'
  const headed: VerificationNote[] = []
  const headings: string[] = []
  if (isVerbatim && speakers !== undefined && notes.includes('other-speaker') && speakers.real !== undefined) {
    headings.push(said.saidByOther(speakers.given, speakers.real))
    headed.push('other-speaker')
  } else if (isVerbatim && speakers !== undefined && notes.includes('speaker')) {
    headings.push(said.saidByUnknown(speakers.given, speakers.real))
    headed.push('speaker')
  }
  if (isVerbatim && parts !== undefined && notes.includes('parts')) {
    headings.push(said.inParts(parts.paragraphs, parts.sentencesLeftOut))
    headed.push('parts')
  }
  const lines = notes.filter((note) => !headed.includes(note))
  return {
    heading: headings.length === 0 ? said.verdicts[verdict] : headings.join(' '),
    notes: lines.map((note) =>
      note === 'part-speakers' && parts !== undefined ? said.partSpeakers(parts.speakers) : said.notes[note],
    ),
  }
}

/** Notes under which even exact words are no plain "yes". */
const cautions: readonly VerificationNote[] = [
  'too-short',
  'cut-off',
  'speaker',
  'other-speaker',
  'parts',
  'part-speakers',
  'figures-only',
]

/** Whether the words are an article's, and nothing has to be said against using them as they were pasted. */
export function isPlainlyVerbatim({ verdict, notes }: Verification): boolean {
  return verdict === 'verbatim' && !notes.some((note) => cautions.includes(note))
}
