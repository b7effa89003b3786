/** Times of day: "3:20 a.m.", "14 h 30", "vers midi", "before dawn". */
import type { Language, Range } from '../types.ts'

const hour = '(?:[01]?\\d|2[0-4])'
const hourNames =
  '(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|une|deux|trois|quatre|cinq|sept|huit|neuf|dix|onze)'
const partsOfDay: Readonly<Record<Language, string>> = {
  en: 'noon|midnight|midday|dawn|dusk|sunrise|sunset|daybreak|nightfall',
  fr: "midi|minuit|l['’]aube|l['’]aurore|(?:la )?tombée de la nuit|(?:le |au )?lever du (?:jour|soleil)|(?:le |au )?coucher du soleil",
}
const patterns: Readonly<Record<Language, RegExp>> = {
  en: new RegExp(
    [
      `(?<![\\d.,:])${hour}(?:[:.][0-5]\\d)?\\s?(?:[ap]\\.\\s?m\\.?|[ap]m)(?!\\p{L})`,
      `(?<![\\d.,:])${hour}[:h][0-5]\\d(?![\\d:])`,
      `(?<![\\p{L}\\d])(?:${hour}|${hourNames}) o['’]clock(?: in the (?:morning|afternoon|evening))?`,
      `(?<!\\p{L})(?:half past|quarter (?:to|past)) (?:${hour}|${hourNames})(?!\\p{L})`,
      `(?<![\\p{L}\\d])(?:${hour}|${hourNames}) (?:in the (?:morning|afternoon|evening)|at night)(?!\\p{L})`,
      `(?<![\\p{L}-])(?:${partsOfDay.en})(?!\\p{L})`,
    ].join('|'),
    'giu',
  ),
  fr: new RegExp(
    [
      `(?<![\\d.,:])${hour}\\s?(?:h|heures?)\\s?(?:[0-5]\\d|et (?:demie|quart))(?!\\d)(?: du (?:matin|soir))?`,
      `(?<![\\d.,:])${hour}:[0-5]\\d(?![\\d:])`,
      `(?<=(?<!\\p{L})(?:à|a|vers|dès|des|avant|après|apres|jusqu['’]à|depuis) )(?:${hour}|${hourNames})\\s?(?:h|heures?)(?![\\p{L}\\d])(?: du (?:matin|soir)| de l['’]après-midi)?`,
      `(?<![\\p{L}\\d])(?:${hour}|${hourNames})\\s?(?:h|heures?) du (?:matin|soir)`,
      `(?<![\\p{L}-])(?:${partsOfDay.fr})(?!\\p{L})`,
    ].join('|'),
    'giu',
  ),
}

/** Ranges of the times of day in a text, in order. */
export function findTimes(text: string, language: Language): readonly Range[] {
  return [...text.matchAll(patterns[language])].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
}
