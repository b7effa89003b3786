/** What the bot itself says, in both languages. The words of the articles are never translated. */
import type { AnswerStatus, Language } from './types.ts'

export type InterfaceTexts = {
  readonly statuses: Readonly<Record<AnswerStatus, string>>
  readonly unsureLead: string
  readonly notFound: string
  readonly closest: string
  readonly dateUnknown: string
  readonly updated: (date: string) => string
  readonly paragraph: string
  readonly saidBy: (speaker: string) => string
  readonly article: string
  /** Which other articles carry the same text. */
  readonly copies: (outlets: string, articles: number) => string
  /** One line of the figures that differ, each already with its speaker and date. */
  readonly disagree: (figures: readonly string[]) => string
  /** To "do the sources disagree?": how many speak of it, and how that was found. */
  readonly agreement: {
    readonly alike: (sources: number) => string
    readonly unsure: (sources: number) => string
    readonly wordsOnly: (sources: number) => string
    readonly onlyOne: string
    readonly whichTopic: string
  }
  /** Before the words in which an article corrects or retracts itself. */
  readonly corrected: string
  readonly otherLanguage: Readonly<Record<Language, string>>
  readonly corpus: (articles: number, revision: number, builtAt: string) => string
  readonly newest: (date: string) => string
  /** More figures than an answer quotes. */
  readonly task: string
  readonly welcome: string
  readonly help: string
  /** To a message without a letter or a digit. */
  readonly wordless: string
  readonly empty: string
  readonly tooLong: (limit: number) => string
}

const en: InterfaceTexts = {
  statuses: { answered: 'Answer', unsure: 'Not sure', 'not-found': 'Not found' },
  unsureLead: 'I am not sure that this answers the question. The closest words in the articles:',
  notFound: 'The articles do not say.',
  closest: 'The closest passage is about something else',
  dateUnknown: 'date unknown',
  updated: (date) => `updated ${date}`,
  paragraph: 'paragraph',
  saidBy: (speaker) => `said by ${speaker}, as the text before it says`,
  article: 'article',
  copies: (outlets, articles) => `same text in ${outlets}: ${articles} articles, 1 origin`,
  disagree: (figures) => `The sources differ: ${figures.join('; ')}.`,
  agreement: {
    alike: (sources) => `The ${sources} sources that speak of it do not differ on it.`,
    unsure: (sources) =>
      `I see no sure contradiction: the ${sources} sources that speak of it give different figures, but perhaps for other times, places or things.`,
    wordsOnly: (sources) => `${sources} sources speak of it. I compare figures only, so here are their words.`,
    onlyOne: 'Only one source speaks of it.',
    whichTopic: 'Disagree on what? Ask a question first, or name it: “Do the sources disagree on …?”',
  },
  corrected: '⚠ The article prints:',
  otherLanguage: { en: 'in English', fr: 'in French' },
  corpus: (articles, revision, builtAt) =>
    `${articles} ${articles === 1 ? 'article' : 'articles'}, revision ${revision} of ${builtAt}`,
  newest: (date) => `newest article of ${date}`,
  welcome: 'You are welcome.',
  task: 'I only quote what the articles say; I do not write, translate or calculate.',
  help:
    'Ask me about the news articles that I hold, in English or in French. I answer with their exact words and say where they stand. ' +
    'What they do not say, I do not say. Your questions are kept for a limited time so that the maintainers see what is missing; ' +
    'ask privately and nothing is kept.',
  wordless: 'Ask me in words, please: I answer with the exact words of the news articles that I hold.',
  empty: 'Write a question, please.',
  tooLong: (limit) => `The question is too long: at most ${limit} characters.`,
}

const fr: InterfaceTexts = {
  statuses: { answered: 'Réponse', unsure: 'Pas sûr', 'not-found': 'Pas trouvé' },
  unsureLead: 'Je ne suis pas sûr que cela réponde à la question. Les mots les plus proches dans les articles :',
  notFound: 'Les articles ne le disent pas.',
  closest: 'Le passage le plus proche parle d’autre chose',
  dateUnknown: 'date inconnue',
  updated: (date) => `mis à jour le ${date}`,
  paragraph: 'paragraphe',
  saidBy: (speaker) => `dit par ${speaker}, d’après ce qui précède`,
  article: 'article',
  copies: (outlets, articles) => `même texte dans ${outlets} : ${articles} articles, 1 origine`,
  disagree: (figures) => `Les sources divergent : ${figures.join(' ; ')}.`,
  agreement: {
    alike: (sources) => `Les ${sources} sources qui en parlent ne divergent pas.`,
    unsure: (sources) =>
      `Je ne vois pas de contradiction sûre : les ${sources} sources qui en parlent donnent des chiffres différents, mais peut-être pour d’autres moments, lieux ou choses.`,
    wordsOnly: (sources) => `${sources} sources en parlent. Je ne compare que les chiffres ; voici leurs mots.`,
    onlyOne: 'Une seule source en parle.',
    whichTopic: 'Sur quoi ? Posez d’abord une question, ou nommez-le : « Les sources se contredisent-elles sur … ? »',
  },
  corrected: '⚠ L’article précise :',
  otherLanguage: { en: 'en anglais', fr: 'en français' },
  corpus: (articles, revision, builtAt) =>
    `${articles} ${articles === 1 ? 'article' : 'articles'}, révision ${revision} du ${builtAt}`,
  newest: (date) => `article le plus récent du ${date}`,
  welcome: 'Je vous en prie.',
  task: 'Je cite seulement ce que disent les articles ; je n’écris, ne traduis et ne calcule rien.',
  help:
    'Posez-moi vos questions sur les articles de presse que je détiens, en français ou en anglais. Je réponds avec leurs mots exacts et je dis où ils se trouvent. ' +
    'Ce qu’ils ne disent pas, je ne le dis pas. Vos questions sont gardées un temps limité pour que les responsables voient ce qui manque ; ' +
    'posez-les en privé et rien n’est gardé.',
  wordless:
    'Demandez-moi avec des mots, s’il vous plaît : je réponds avec les mots exacts des articles que je détiens.',
  empty: 'Écrivez une question, s’il vous plaît.',
  tooLong: (limit) => `La question est trop longue : ${limit} caractères au plus.`,
}

const texts: Readonly<Record<Language, InterfaceTexts>> = { en, fr }

/** Said in English, since the bot speaks no other language than these two. */
export const foreignLanguageNotice =
  'I answer questions in English and French only; this one seems to be in another language.'

export function interfaceTexts(language: Language): InterfaceTexts {
  return texts[language]
}

/** A date as people of a language write it, in full: "February 9, 2026", "9 février 2026". */
export function formatDate(iso: string, language: Language): string {
  const date = new Date(iso)
  if (Number.isNaN(date.getTime())) return iso
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(date)
}
