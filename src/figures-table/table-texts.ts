/** What stands around the figures, in both languages. */
import type { Language } from '../types.ts'
import type { FigureTable } from './types.ts'

export type FiguresTexts = {
  readonly figure: string
  readonly period: string
  readonly said: (date: string) => string
  readonly speaker: string
  readonly sources: string
  readonly unknown: string
  readonly sourcesDiffer: string
  readonly fromContext: string
  readonly origins: (articles: number, origins: number) => string
  readonly none: (topic: string) => string
  readonly noneFor: (period: string) => string
  /** Heads the rows of unknown period. */
  readonly undated: string
  /** What "the same period" is the same as. */
  readonly sameAs: (period: string, other: string) => string
  readonly sameAsUnknown: (period: string) => string
  readonly partial: (articles: number) => string
  readonly empty: string
}

const en: FiguresTexts = {
  figure: 'Figure',
  period: 'When or period',
  said: (date) => `said: ${date}`,
  speaker: 'Who says it',
  sources: 'Source',
  unknown: 'unknown',
  sourcesDiffer: 'sources differ',
  fromContext: 'In brackets: given by the sentence before or the heading.',
  origins: (articles, origins) => `(${articles} articles, ${origins} ${origins === 1 ? 'origin' : 'origins'})`,
  none: (topic) => `The articles give no figure for “${topic}”.`,
  noneFor: (period) => `The articles give no figure for ${period}.`,
  undated: 'The articles do not say for when these are:',
  sameAs: (period, other) => `${period} (as: ${other})`,
  sameAsUnknown: (period) => `${period} (the article does not say which)`,
  partial: (articles) => `Only the newest ${articles} articles were read: name a topic to search them all.`,
  empty: 'name a topic: sourcier figures "…"',
}

const fr: FiguresTexts = {
  figure: 'Chiffre',
  period: 'Quand ou période',
  said: (date) => `dit : ${date}`,
  speaker: 'Qui le dit',
  sources: 'Source',
  unknown: 'inconnu',
  sourcesDiffer: 'les sources diffèrent',
  fromContext: 'Entre parenthèses : donné par la phrase précédente ou le titre.',
  origins: (articles, origins) => `(${articles} articles, ${origins} ${origins === 1 ? 'origine' : 'origines'})`,
  none: (topic) => `Les articles ne donnent aucun chiffre pour « ${topic} ».`,
  noneFor: (period) => `Les articles ne donnent aucun chiffre pour ${period}.`,
  undated: 'Les articles ne disent pas pour quand sont ceux-ci :',
  sameAs: (period, other) => `${period} (que : ${other})`,
  sameAsUnknown: (period) => `${period} (l’article ne dit pas laquelle)`,
  partial: (articles) =>
    `Seuls les ${articles} articles les plus récents ont été lus : nommez un sujet pour chercher dans tous.`,
  empty: 'nommez un sujet : sourcier figures "…"',
}

const texts: Readonly<Record<Language, FiguresTexts>> = { en, fr }

export function figuresTexts(language: Language): FiguresTexts {
  return texts[language]
}

/** Says that there is no figure; undefined where the table has rows. */
export function describeNone({ rows, topic, period, undated }: FigureTable, language: Language): string | undefined {
  if (rows.length > 0) return undefined
  const texts = figuresTexts(language)
  const isOnlyPeriod = period !== undefined && undated !== undefined
  return isOnlyPeriod ? texts.noneFor(period) : texts.none(topic)
}
