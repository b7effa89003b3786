/** What a proof says around the words of the articles, in both languages. */
import type { Language } from '../types.ts'
import type { ArticleState, Integrity, QuoteNow } from './types.ts'

export type ProofTexts = {
  readonly heading: (id: string) => string
  /** Before a colon. */
  readonly labels: Readonly<Record<'question' | 'asked' | 'now' | 'models' | 'file' | 'quote', string>>
  readonly nothingCited: string
  readonly state: Readonly<Record<ArticleState, string>>
  readonly integrity: Readonly<Record<Integrity, string>>
  /** How the quote stands in the version that counts now; `paragraph` is undefined where it stands in none. */
  readonly quoteNow: Readonly<Record<QuoteNow['found'], (paragraph: number | undefined) => string>>
  readonly difference: (was: string, now: string) => string
  readonly sameFileAs: (id: string) => string
  readonly version: string
  readonly nowVersion: string
  readonly characters: (start: number, end: number) => string
  readonly madeFrom: (articles: number, revision: number, builtAt: string) => string
  readonly checked: (at: string, revision: number | undefined) => string
  readonly malformedId: string
  readonly unknownId: (id: string) => string
  readonly footer: (id: string) => string
}

const en: ProofTexts = {
  heading: (id) => `Proof of answer ${id}`,
  labels: {
    question: 'Question:',
    asked: 'Asked:',
    now: 'Now:',
    models: 'models:',
    file: 'SHA-256 of the file:',
    quote: 'SHA-256 of the quote:',
  },
  nothingCited: 'Nothing was cited.',
  state: {
    unchanged: 'Unchanged: the article still reads the same',
    changed: 'The article has changed since: another version of it counts now',
    withdrawn: 'Withdrawn: the article no longer counts',
    unknown: 'Not compared: there is no corpus here',
  },
  integrity: {
    intact: 'Intact: the quote is the words of the stored version',
    'quote-altered': 'BROKEN: the quote kept here is not the one that was given (its hash differs)',
    'text-altered': 'BROKEN: the stored version is not the one that was cited (its hash differs)',
    'slice-differs': 'BROKEN: other words stand at this place of the stored version',
    'version-missing': 'The version that was cited is no longer stored; the quote has the hash it was kept with',
    unknown: 'The quote has the hash it was kept with; the stored version was not looked at',
  },
  quoteNow: {
    exact: (paragraph) => `The quote is still in it, word for word${inParagraph(paragraph, ', in paragraph ')}.`,
    'same-words': (paragraph) =>
      `The same words are still in it${inParagraph(paragraph, ', in paragraph ')}, with other spaces or marks.`,
    altered: (paragraph) =>
      `The quote is no longer in it; the closest words${inParagraph(paragraph, ', in paragraph ')}:`,
    gone: () => 'The quote is no longer in it, and nothing close to it.',
  },
  difference: (was, now) => (was === '' ? `added: “${now}”` : now === '' ? `gone: “${was}”` : `“${was}” → “${now}”`),
  sameFileAs: (id) => `The same file counts now as ${id}.`,
  version: 'version',
  nowVersion: 'now version',
  characters: (start, end) => `characters ${start} to ${end}`,
  madeFrom: (articles, revision, builtAt) =>
    `Answered from ${articles} ${articles === 1 ? 'article' : 'articles'}, revision ${revision} of ${builtAt}`,
  checked: (at, revision) => `Checked ${at}${revision === undefined ? '' : ` against revision ${revision}`}`,
  malformedId: 'This is not the id of an answer: it has ten characters, a to z and 2 to 7, as shown under each answer.',
  unknownId: (id) =>
    `Nothing is kept under ${id}: check the id. Private answers are not kept; others are dropped after a time, or when whoever asked says /forget.`,
  footer: (id) => `proof: sourcier proof ${id}`,
}

const fr: ProofTexts = {
  heading: (id) => `Preuve de la réponse ${id}`,
  labels: {
    question: 'Question :',
    asked: 'Posée :',
    now: 'Maintenant :',
    models: 'modèles :',
    file: 'SHA-256 du fichier :',
    quote: 'SHA-256 de la citation :',
  },
  nothingCited: 'Rien n’a été cité.',
  state: {
    unchanged: 'Inchangé : l’article dit toujours la même chose',
    changed: 'L’article a changé depuis : une autre version fait foi maintenant',
    withdrawn: 'Retiré : l’article ne fait plus foi',
    unknown: 'Non comparé : il n’y a pas de corpus ici',
  },
  integrity: {
    intact: 'Intact : la citation est celle de la version conservée',
    'quote-altered': 'ROMPU : la citation gardée ici n’est pas celle qui fut donnée (son empreinte diffère)',
    'text-altered': 'ROMPU : la version conservée n’est pas celle qui fut citée (son empreinte diffère)',
    'slice-differs': 'ROMPU : d’autres mots se trouvent à cet endroit de la version conservée',
    'version-missing': 'La version citée n’est plus conservée ; la citation a toujours son empreinte',
    unknown: 'La citation a toujours son empreinte ; la version conservée n’a pas été consultée',
  },
  quoteNow: {
    exact: (paragraph) => `La citation y est toujours, mot pour mot${inParagraph(paragraph, ', au paragraphe ')}.`,
    'same-words': (paragraph) =>
      `Les mêmes mots y sont toujours${inParagraph(paragraph, ', au paragraphe ')}, avec d’autres espaces ou signes.`,
    altered: (paragraph) =>
      `La citation n’y est plus ; les mots les plus proches${inParagraph(paragraph, ', au paragraphe ')} :`,
    gone: () => 'La citation n’y est plus, ni rien de proche.',
  },
  difference: (was, now) =>
    was === '' ? `ajouté : « ${now} »` : now === '' ? `disparu : « ${was} »` : `« ${was} » → « ${now} »`,
  sameFileAs: (id) => `Le même fichier fait foi maintenant sous le nom ${id}.`,
  version: 'version',
  nowVersion: 'maintenant version',
  characters: (start, end) => `caractères ${start} à ${end}`,
  madeFrom: (articles, revision, builtAt) =>
    `Réponse tirée de ${articles} ${articles < 2 ? 'article' : 'articles'}, révision ${revision} du ${builtAt}`,
  checked: (at, revision) => `Vérifié ${at}${revision === undefined ? '' : `, révision ${revision}`}`,
  malformedId:
    'Ce n’est pas l’identifiant d’une réponse : il a dix caractères, a à z et 2 à 7, montrés sous chaque réponse.',
  unknownId: (id) =>
    `Rien n’est gardé sous ${id} : vérifiez l’identifiant. Les réponses privées ne sont pas gardées ; les autres sont effacées après un temps, ou quand la personne qui a demandé dit /forget.`,
  footer: (id) => `preuve : sourcier proof ${id}`,
}

const texts: Readonly<Record<Language, ProofTexts>> = { en, fr }

export function proofTexts(language: Language): ProofTexts {
  return texts[language]
}

/** A moment to the minute, in UTC, since a proof travels: "2026-03-05 10:00 UTC". The raw text where it is no time. */
export function formatMoment(iso: string): string {
  const date = new Date(iso)
  return Number.isNaN(date.getTime()) ? iso : `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`
}

function inParagraph(paragraph: number | undefined, words: string): string {
  return paragraph === undefined ? '' : `${words}${paragraph}`
}
