/** What stands around the figures, in both languages. */
import type { Language } from '../types.ts'

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
  empty: 'nommez un sujet : sourcier figures "…"',
}

const texts: Readonly<Record<Language, FiguresTexts>> = { en, fr }

export function figuresTexts(language: Language): FiguresTexts {
  return texts[language]
}
