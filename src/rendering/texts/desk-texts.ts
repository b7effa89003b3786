/** What the bots say around answers, in both languages. The words of the articles are never translated. */
import type { Language } from '../../types.ts'
import { deskTextsEn } from './desk-texts-en.ts'
import { deskTextsFr } from './desk-texts-fr.ts'

/** At most 100 characters each where Discord shows them (commands, options), 80 for labels of buttons. */
export type DeskTexts = {
  /** Of a command, by its name: what it does. */
  readonly commands: Readonly<Record<CommandName, string>>
  /** Of a command's option, by its name. */
  readonly options: Readonly<Record<OptionName, string>>
  readonly adminCommands: Readonly<Record<AdminCommandName, string>>
  /** The names of the message menu and of languages as people read them. */
  readonly checkQuoteMenu: string
  readonly languageNames: Readonly<Record<Language, string>>
  readonly buttons: Readonly<Record<ButtonName, string>>
  /** The form behind "It does not say that": at most 45 characters a title and label, 100 a placeholder. */
  readonly doubt: { readonly title: string; readonly label: string; readonly placeholder: string }
  readonly thanks: Readonly<Record<'useful' | 'wrong' | 'does-not-say', string>>
  readonly whichSource: string

  readonly asked: string
  readonly notFoundAdvice: string
  readonly privateFooter: string
  readonly proof: string
  readonly searching: string

  readonly tooManyQuestions: (retryAfterSeconds: number) => string
  readonly failed: string
  readonly forgotten: (answers: number) => string
  readonly languageChosen: string
  readonly languageFollowsQuestion: string
  readonly privateOn: string
  readonly privateOff: string
  readonly privateAlways: string
  readonly notAllowed: string
  readonly maintainersOnly: string
  readonly expired: string
  readonly onlyInServers: string
  readonly channelNotAllowed: string
  readonly notYourButton: string
  readonly unknownAnswer: string
  readonly unknownPassage: string
  readonly unknownCommand: string
  readonly nothingToCheck: string
  readonly nothingToAsk: string
  /** Where the bot's role was mentioned, whose words are kept back. */
  readonly nameNotRole: string
  readonly alreadyAnswered: string
  readonly shuttingDown: string
  /** To who waits for an answer. */
  readonly restarting: string
  readonly welcome: string

  readonly config: {
    readonly description: string
    readonly channels: string
    readonly adminRoles: string
    readonly language: string
    readonly private: string
    readonly show: string
    readonly reset: string
    readonly saved: string
    readonly heading: string
    /** Before what is set. */
    readonly labels: Readonly<Record<'channels' | 'adminRoles' | 'language' | 'private', string>>
    readonly everyChannel: string
    readonly noRole: string
    readonly ofQuestion: string
    readonly yes: string
    readonly no: string
    readonly managersOnly: string
  }

  readonly reindexStarted: string
  readonly reindexDone: (revision: number, summary: string) => string
  readonly reindexFailed: string
  readonly parkedNone: string
  readonly parkedHeading: (updates: number) => string

  /** Before news of a followed question, which goes on with the question. */
  readonly newsHeading: string
  readonly figuresHeading: (topic: string) => string
  readonly speakerUnknown: string
  readonly sourcesHeading: (articles: number) => string
  readonly noSources: string
  readonly passages: (passages: number) => string
  readonly proofSummary: {
    readonly same: string
    readonly different: string
    readonly notCompared: string
    readonly broken: string
  }
  readonly passageHeading: string
  readonly passageNotCurrent: string
  readonly before: string
  readonly after: string
  readonly status: {
    readonly heading: string
    readonly passages: (passages: number) => string
    readonly models: (embedding: string, chat: string | undefined) => string
    readonly answers: (answers: number, privateAnswers: number) => string
    readonly kept: (days: number) => string
  }
  readonly gapsHeading: (questions: number) => string
  readonly noGaps: string
  readonly gapKinds: Readonly<Record<'not-found' | 'unsure' | 'wrong', (count: number) => string>>
  readonly gapNewest: (date: string) => string
  readonly gapOthers: (questions: readonly string[]) => string
  /** What somebody wrote who called an answer wrong, in quotation marks. */
  readonly gapNote: (note: string) => string

  readonly help: {
    readonly heading: string
    readonly intro: string
    readonly waysIn: Readonly<Record<'discord' | 'telegram', readonly string[]>>
    readonly privacy: string
    readonly limits: string
  }
}

export type CommandName =
  | 'start'
  | 'ask'
  | 'verify'
  | 'figures'
  | 'sources'
  | 'proof'
  | 'status'
  | 'language'
  | 'private'
  | 'forget'
  | 'help'
  | 'config'
  | 'admin'

export type OptionName = 'question' | 'private' | 'text' | 'topic' | 'article' | 'id' | 'language' | 'on'
export type AdminCommandName = 'status' | 'reindex' | 'gaps' | 'parked'
export type ButtonName =
  | 'passage'
  | 'sources'
  | 'figures'
  | 'useful'
  | 'wrong'
  | 'doesNotSay'
  | 'openArticle'
  | 'previous'
  | 'next'

const texts: Readonly<Record<Language, DeskTexts>> = { en: deskTextsEn, fr: deskTextsFr }

export function deskTexts(language: Language): DeskTexts {
  return texts[language]
}
