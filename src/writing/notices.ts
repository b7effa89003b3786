/** What the reader is told, in a word, when a model was to write and the quoted answer is given instead. */
import type { Language } from '../types.ts'
import type { ChatFault } from './chat-model.ts'

export type WritingTrouble = ChatFault | 'private' | 'nothing-said' | 'nothing-proven'

const notices: Readonly<Record<Language, Readonly<Record<WritingTrouble, string>>>> = {
  en: {
    unreachable: 'The language model cannot be reached: these are the exact words of the articles.',
    slow: 'The language model took too long: these are the exact words of the articles.',
    busy: 'The language model is busy: these are the exact words of the articles.',
    refused: 'The language model refused to answer: these are the exact words of the articles.',
    unusable: 'The language model gave no usable answer: these are the exact words of the articles.',
    private: 'Asked in private: no hosted language model was used, these are the exact words of the articles.',
    'nothing-said': 'The language model found nothing to say: these are the exact words of the articles.',
    'nothing-proven': 'What the language model wrote could not be proven: these are the exact words of the articles.',
  },
  fr: {
    unreachable: 'Le modèle de langue est injoignable : voici les mots exacts des articles.',
    slow: 'Le modèle de langue a été trop lent : voici les mots exacts des articles.',
    busy: 'Le modèle de langue est occupé : voici les mots exacts des articles.',
    refused: 'Le modèle de langue a refusé de répondre : voici les mots exacts des articles.',
    unusable: 'Le modèle de langue n’a rien donné d’utilisable : voici les mots exacts des articles.',
    private: 'Question privée : aucun modèle de langue hébergé n’a été utilisé, voici les mots exacts des articles.',
    'nothing-said': 'Le modèle de langue n’a rien trouvé à dire : voici les mots exacts des articles.',
    'nothing-proven': 'Ce que le modèle de langue a écrit n’a pas pu être prouvé : voici les mots exacts des articles.',
  },
}

export function noticeOf(trouble: WritingTrouble, language: Language): string {
  return notices[language][trouble]
}
