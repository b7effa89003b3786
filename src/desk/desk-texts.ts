/** What the desk says to a person who made a mistake, in both languages. */
import type { Language } from '../types.ts'

export type DeskTexts = {
  readonly noCorpus: string
  readonly noteTooLong: (limit: number) => string
}

const texts: Readonly<Record<Language, DeskTexts>> = {
  en: {
    noCorpus: 'There are no articles yet: a maintainer must run "sourcier index" first.',
    noteTooLong: (limit) => `The note is too long: at most ${limit} characters.`,
  },
  fr: {
    noCorpus: 'Il n’y a pas encore d’articles : un responsable doit d’abord lancer « sourcier index ».',
    noteTooLong: (limit) => `La remarque est trop longue : ${limit} caractères au plus.`,
  },
}

export function deskTexts(language: Language): DeskTexts {
  return texts[language]
}
