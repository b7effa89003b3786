/** What is said about a pasted quote, in both languages. The words of the articles are never translated. */
import { formatDate } from '../interface-texts.ts'
import { nameArticle } from '../name-article.ts'
import type { Language } from '../types.ts'
import type { Difference, Verdict, Verification, VerificationNote } from './types.ts'

export type VerificationTexts = {
  readonly verdicts: Readonly<Record<Verdict, string>>
  readonly notes: Readonly<Record<VerificationNote, string>>
  readonly differences: Readonly<Record<Difference['kind'], (given: string, original: string) => string>>
  readonly saidByOther: (given: string, real: string, follows: boolean) => string
  readonly saidByUnknown: (given: string, real: string | undefined, follows: boolean) => string
  readonly leadIn: (unshown: string) => string
  readonly proof: string
  readonly stoodThere: (article: string, until: string, isCorrected: boolean) => string
  readonly inParts: (paragraphs: readonly number[], sentences: number) => string
  readonly joinedAcross: (paragraphs: readonly number[], sentences: number) => string
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
    'no-speaker': 'The article gives these words to nobody: it does not say that whom you name said them.',
    parts: 'An ellipsis joins words of different places.',
    'part-speakers': 'The parts are said by different people.',
    accents: 'Only the accents differ: the article is written without them.',
    'case-only': 'Only capital and small letters differ.',
    brackets: 'Words in square brackets are taken as put there by whoever quotes.',
    'figures-only':
      'Only the figures are the article’s; the words may be a translation, and a translation is no quote.',
    partly: 'Some of these sentences are in an article, others are not: only the words shown are.',
    earlier: 'The words stood in an earlier version of an article.',
    'lead-in': 'What stands around the quote is not shown by the article.',
    several: 'Several quotes, each checked by itself: the verdict is that of the worst.',
  },
  saidByOther: (given, real, follows) =>
    follows
      ? `The words are in an article, but there they follow what ${real} says: it does not give them to ${given}.`
      : `The words are in an article, but it gives them to ${real}, not to ${given}.`,
  saidByUnknown: (given, real, follows) =>
    `The words are in an article, but it never names ${given}${real === undefined ? '' : follows ? `: there they follow what ${real} says` : `: it gives them to ${real}`}.`,
  leadIn: (unshown) =>
    `Altered: the quoted words are exact, but no article shows what is said around them: “${unshown}”.`,
  proof: 'The article:',
  stoodThere: (article, until, isCorrected) =>
    `These exact words stood in ${article} until ${until}, since ${isCorrected ? 'corrected' : 'withdrawn'}.`,
  inParts: (paragraphs, sentences) =>
    `Verbatim in parts: ${paragraphs.length > 1 ? `the parts stand in paragraphs ${listOf(paragraphs, 'and')}` : 'the parts stand in one paragraph'}${sentences === 0 ? '' : `, ${sentences === 1 ? 'one sentence' : `${sentences} sentences`} left out between them`}.`,
  joinedAcross: (paragraphs, sentences) =>
    `Stitched together: the ellipsis joins words that do not belong together (${paragraphs.length > 1 ? `paragraphs ${listOf(paragraphs, 'and')}` : `paragraph ${paragraphs.join()}, different sentences`}${sentences === 0 ? '' : `, ${sentences === 1 ? 'one sentence' : `${sentences} sentences`} between them`}).`,
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

/** "au ministre", "des autorités", "d’Amnesty" */
function withPreposition(preposition: 'à' | 'de', name: string): string {
  const bare = name.replace(/^(?:Le|La|Les|L(?=['’]))(?=[\s'’])/u, (article) => article.toLowerCase())
  const masculine = /^le\s/u.exec(bare)
  if (masculine !== null) return `${preposition === 'à' ? 'au' : 'du'} ${bare.slice(3)}`
  if (/^les\s/u.test(bare)) return `${preposition === 'à' ? 'aux' : 'des'} ${bare.slice(4)}`
  return preposition === 'de' && /^[aeiouyhàâéèêëîïôùûü]/iu.test(bare) ? `d’${bare}` : `${preposition} ${bare}`
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
    'no-speaker':
      'L’article n’attribue ces mots à personne : il ne dit pas que la personne que vous nommez les a prononcés.',
    parts: 'Une ellipse joint des mots d’endroits différents.',
    'part-speakers': 'Les morceaux sont dits par des personnes différentes.',
    accents: 'Seuls les accents diffèrent : l’article est écrit sans accents.',
    'case-only': 'Seules les majuscules et les minuscules diffèrent.',
    brackets: 'Les mots entre crochets sont considérés comme ajoutés par qui cite.',
    'figures-only':
      'Seuls les chiffres sont de l’article ; les mots sont peut-être une traduction, et une traduction n’est pas une citation.',
    partly: 'Certaines de ces phrases sont dans un article, d’autres non : seuls les mots montrés y sont.',
    earlier: 'Ces mots se trouvaient dans une version antérieure d’un article.',
    'lead-in': 'Ce qui entoure la citation ne se trouve pas dans l’article.',
    several: 'Plusieurs citations, vérifiées une à une : le verdict est celui de la pire.',
  },
  saidByOther: (given, real, follows) =>
    follows
      ? `Ces mots sont dans un article, mais ils y suivent les propos ${withPreposition('de', real)} : il ne les attribue pas ${withPreposition('à', given)}.`
      : `Ces mots sont dans un article, mais il les attribue ${withPreposition('à', real)}, pas ${withPreposition('à', given)}.`,
  saidByUnknown: (given, real, follows) =>
    `Ces mots sont dans un article, mais il ne nomme jamais ${given}${real === undefined ? '' : follows ? ` : ils y suivent les propos ${withPreposition('de', real)}` : ` : il les attribue ${withPreposition('à', real)}`}.`,
  leadIn: (unshown) =>
    `Modifiée : les mots cités sont exacts, mais aucun article ne montre ce qui est dit autour : « ${unshown} ».`,
  proof: 'L’article :',
  stoodThere: (article, until, isCorrected) =>
    `Ces mots exacts se trouvaient dans ${article} jusqu’au ${until} ; l’article a été ${isCorrected ? 'corrigé' : 'retiré'} depuis.`,
  inParts: (paragraphs, sentences) =>
    `Mot pour mot, par morceaux : ${paragraphs.length > 1 ? `ils se trouvent aux paragraphes ${listOf(paragraphs, 'et')}` : 'ils se trouvent dans un même paragraphe'}${sentences === 0 ? '' : `, ${sentences === 1 ? 'une phrase est omise' : `${sentences} phrases sont omises`} entre eux`}.`,
  joinedAcross: (paragraphs, sentences) =>
    `Recollée : l’ellipse joint des mots qui ne vont pas ensemble (${paragraphs.length > 1 ? `paragraphes ${listOf(paragraphs, 'et')}` : `paragraphe ${paragraphs.join()}, phrases différentes`}${sentences === 0 ? '' : `, ${sentences === 1 ? 'une phrase' : `${sentences} phrases`} entre eux`}).`,
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
  { verdict, notes, speakers, parts, unshown, earlier }: Verification,
  language: Language,
): { readonly heading: string; readonly notes: readonly string[] } {
  const said = texts[language]
  const isVerbatim = verdict === 'verbatim'
  const headed: VerificationNote[] = []
  const headings: string[] = []
  // The verdict on the words stays in front where it is not "verbatim".
  if (verdict === 'stitched' && parts !== undefined)
    headings.push(said.joinedAcross(parts.paragraphs, parts.sentencesLeftOut))
  else if (unshown !== undefined) {
    headings.push(said.leadIn(unshown))
    headed.push('lead-in')
  } else if (!isVerbatim) headings.push(said.verdicts[verdict])
  if (speakers?.real !== undefined && notes.includes('other-speaker')) {
    headings.push(said.saidByOther(speakers.given, speakers.real, speakers.follows === true))
    headed.push('other-speaker')
  } else if (speakers !== undefined && notes.includes('speaker')) {
    headings.push(said.saidByUnknown(speakers.given, speakers.real, speakers.follows === true))
    headed.push('speaker')
  }
  if (isVerbatim && parts !== undefined && notes.includes('parts')) {
    headings.push(said.inParts(parts.paragraphs, parts.sentencesLeftOut))
    headed.push('parts')
  }
  if (earlier !== undefined) {
    const { match, until, isCorrected } = earlier
    headings.push(said.stoodThere(`“${nameArticle(match.article)}”`, formatDate(until, language), isCorrected))
    headed.push('earlier')
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
  'no-speaker',
  'parts',
  'part-speakers',
  'figures-only',
]

/** Notes that say all there is to say of the differences: a list of them would only repeat the quote. */
const wholly: readonly VerificationNote[] = ['accents', 'case-only']

/** Whether the differences are worth a line each. */
export function areDifferencesListed({ notes }: Verification): boolean {
  return !notes.some((note) => wholly.includes(note))
}

/** Whether the words are an article's, and nothing has to be said against using them as they were pasted. */
export function isPlainlyVerbatim({ verdict, notes }: Verification): boolean {
  return verdict === 'verbatim' && !notes.some((note) => cautions.includes(note))
}
