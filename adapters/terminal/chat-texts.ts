/** What the terminal chat itself says, in both languages. */
import type { Language } from '../../src/types.ts'

export type ChatTexts = {
  readonly banner: (articles: number) => string
  readonly hint: string
  readonly commands: Readonly<Record<ChatCommandName, string>>
  readonly unknownCommand: (name: string) => string
  readonly languageSet: Readonly<Record<Language | 'auto', string>>
  readonly languageChoice: string
  readonly privateOn: string
  readonly privateOff: string
  readonly privateAlways: string
  readonly forgotten: (answers: number) => string
  readonly failed: string
  /** To Ctrl-C over a line that is half typed. */
  readonly typedIsKept: string
}

export type ChatCommandName = 'help' | 'status' | 'sources' | 'language' | 'private' | 'forget' | 'quit'

const en: ChatTexts = {
  banner: (articles) =>
    `Sourcier answers from ${articles} news ${articles === 1 ? 'article' : 'articles'}, with their exact words.`,
  hint: 'Ask in English or in French. /help for help, /quit or Ctrl-D to leave.',
  commands: {
    help: 'this help',
    status: 'the state of the index',
    sources: 'the articles that I hold',
    language: 'en, fr or auto: the language I speak (auto: that of the question)',
    private: 'on or off: whether nothing of your questions is kept',
    forget: 'drop what is kept of your questions',
    quit: 'leave (Ctrl-D too)',
  },
  unknownCommand: (name) => `There is no command /${name}: /help lists them.`,
  languageSet: {
    en: 'I speak English now.',
    fr: 'Je parle français maintenant.',
    auto: 'I speak the language of each question now.',
  },
  languageChoice: 'Say /language en, /language fr or /language auto.',
  privateOn: 'Private: nothing of your questions is kept from now on. /private again to end it.',
  privateOff: 'Not private any more: your questions are kept for a limited time.',
  privateAlways: 'Everything is private here (SOURCIER_PRIVATE): nothing of your questions is kept.',
  forgotten: (answers) => `Forgotten: ${answers} ${answers === 1 ? 'answer' : 'answers'}.`,
  failed: 'Something went wrong with this question; it is in the log. Ask again, or ask another.',
  typedIsKept: 'What you typed is still there. Ctrl-C again to leave.',
}

const fr: ChatTexts = {
  banner: (articles) =>
    `Sourcier répond à partir de ${articles} ${articles === 1 ? 'article' : 'articles'} de presse, avec leurs mots exacts.`,
  hint: 'Posez vos questions en français ou en anglais. /help pour l’aide, /quit ou Ctrl-D pour sortir.',
  commands: {
    help: 'cette aide',
    status: 'l’état de l’index',
    sources: 'les articles que je détiens',
    language: 'en, fr ou auto : la langue que je parle (auto : celle de la question)',
    private: 'on ou off : que rien de vos questions ne soit gardé',
    forget: 'effacer ce qui est gardé de vos questions',
    quit: 'sortir (Ctrl-D aussi)',
  },
  unknownCommand: (name) => `La commande /${name} n’existe pas : /help les donne toutes.`,
  languageSet: {
    en: 'I speak English now.',
    fr: 'Je parle français maintenant.',
    auto: 'Je parle maintenant la langue de chaque question.',
  },
  languageChoice: 'Dites /language en, /language fr ou /language auto.',
  privateOn: 'En privé : plus rien de vos questions n’est gardé. /private de nouveau pour y mettre fin.',
  privateOff: 'Fin du mode privé : vos questions sont gardées un temps limité.',
  privateAlways: 'Tout est privé ici (SOURCIER_PRIVATE) : rien de vos questions n’est gardé.',
  forgotten: (answers) => `${answers} ${answers < 2 ? 'réponse effacée' : 'réponses effacées'}.`,
  failed: 'Cette question a échoué ; le journal dit pourquoi. Posez-la de nouveau, ou une autre.',
  typedIsKept: 'Ce que vous avez tapé est encore là. Ctrl-C de nouveau pour sortir.',
}

const texts: Readonly<Record<Language, ChatTexts>> = { en, fr }

export function chatTexts(language: Language): ChatTexts {
  return texts[language]
}
