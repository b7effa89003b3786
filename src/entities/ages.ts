/** Ages of persons and things as newspapers write them: "Anna Lund, 47,", "âgé de 12 ans", "the 41-year-old dam". */
import type { Language, Range } from '../types.ts'

const number = '(?:1[01]\\d|\\d{1,2})'
const spelled =
  '(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?|(?:vingt|trente|quarante|cinquante|soixante|quatre-vingt)(?:[ -](?:et[ -])?\\p{L}+)?|dix(?:-\\p{L}+)?|onze|douze|treize|quatorze|quinze|seize|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|ten)'
const any = `(?:${number}|${spelled})`
/** Years that are a term, a sentence or a time past, and no age. */
const notAnAge =
  "(?! ?(?:de |d['’])?(?:prison|réclusion|détention|plus tard|après|avant|auparavant|durant|ferme|avec sursis|de suite))"

const both = [
  // "Anna Lund, 47," and "Anna Lund (47)"; a number alone between commas behind a word is an age nearly always.
  `(?<=\\p{L}['”»"]?, )${number}(?=(?: ans)?(?:,|\\.(?!\\d)|;|\\)| who | qui | is | was |$))(?: ans)?`,
  `(?<=\\p{L} \\()${number}(?: ans)?(?=\\))`,
]
const patterns: Readonly<Record<Language, RegExp>> = {
  en: new RegExp(
    [
      `(?<!\\p{L})(?:aged?|at the age of|the age of)(?: of)? ${any}(?!\\p{L}|\\d)`,
      `(?<![\\p{L}\\d])${any}[- ](?:years?|months?)[- ](?:olds?|of age)(?!\\p{L})`,
      `(?<=(?<!\\p{L})(?:turned|turns|retired at|died at) )${any}(?=[ ,.;]|$)`,
      `(?<=a \\p{L}+(?: \\p{L}+)? of )${number}(?= who|[,.])`,
      ...both,
    ].join('|'),
    'giu',
  ),
  fr: new RegExp(
    [
      `(?<!\\p{L})âg[ée]e?s? de ${any}(?: (?:ans?|mois))?`,
      `(?<!\\p{L})ag[e]e?s? de ${any}(?: (?:ans?|mois))?`,
      `(?<=(?<!\\p{L})(?:homme|femme|garçon|garcon|fille|fillette|enfant|bébé|bebe|mère|mere|père|pere|étudiante?|ouvri(?:er|ère)|\\p{L}+) de )(?<!(?:peine|bail|contrat|mandat|durée|duree|période|periode|espace|attente|moins|plus|carrière|recul|réclusion|prêt|délai) de )${any} (?:ans|mois)(?!\\p{L})${notAnAge}`,
      `(?<=(?<!\\p{L})(?:a|avait|aura|aurait|fête|fêtera|à|dès) )${any} ans(?!\\p{L})${notAnAge}(?= ?[,.;)]|$| et | quand| lorsqu)`,
      `(?<=, )${any} ans(?!\\p{L})${notAnAge}`,
      ...both,
    ].join('|'),
    'giu',
  ),
}
const sentenced = /(?:condamn\p{L}*|sentenced|écope\p{L}*|ecope\p{L}*|risque\p{L}*|jailed|encourt)[^.;]{0,40}$/iu

/** Ranges of the ages in a text, in order. */
export function findAges(text: string, language: Language): readonly Range[] {
  return [...text.matchAll(patterns[language])]
    .filter(({ index }) => !sentenced.test(text.slice(Math.max(0, index - 60), index)))
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
}
