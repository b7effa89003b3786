/** What only the Telegram bot says; the rest is said alike everywhere (src/rendering/texts/desk-texts.ts). */
import type { Language } from '../../../src/types.ts'

export type TelegramTexts = {
  readonly wordless: string
  readonly figuresUse: string
  /** Above the figures that the articles give, where they do not have the words of a message. */
  readonly figuresBeside: string
  readonly proofUse: string
  readonly languageChoice: string
  readonly automatic: string
  readonly notInvited: (personId: number) => string
  readonly maybeUnsent: string
  /** The same where a button shows the answer again. */
  readonly maybeUnsentAnswer: string
  readonly showAnswer: string
  /** Above the exact words, while a model writes, and while what it wrote is checked. */
  readonly writing: (passages: number) => string
  readonly checking: (claims: number) => string
  readonly adminUse: string
  readonly adminInPrivate: string
  readonly waiting: (updates: number) => string
  readonly parkedNow: (reason: string) => string
  readonly noted: string
}

const en: TelegramTexts = {
  wordless: 'I only read words: write a question, or forward me a message with text. /help says more.',
  figuresUse: 'Write after /figures what the figures are about, in the same message.',
  figuresBeside: 'The figures that the articles give on this',
  proofUse: 'Write after /proof the ten characters that stand under an answer, in the same message.',
  languageChoice: 'In which language shall I speak to you?',
  automatic: 'that of each question',
  notInvited: (id) => `I answer only people who are invited. A maintainer can invite you: your number is ${id}.`,
  maybeUnsent:
    'The connection broke while I was sending; if you do not see an answer above this line, please ask again.',
  maybeUnsentAnswer:
    'The connection broke while I was sending: is the whole answer above this line? If not, press the button.',
  showAnswer: 'Show the answer',
  writing: (passages) =>
    `✍️ A language model writes an answer from ${passages} ${passages === 1 ? 'passage' : 'passages'}: it will stand here once every sentence is checked.`,
  checking: (claims) => `🔎 Checking ${claims} ${claims === 1 ? 'sentence' : 'sentences'} word by word …`,
  adminUse: '/admin status, /admin reindex, /admin gaps or /admin parked',
  adminInPrivate: 'Please ask me that in a private chat.',
  waiting: (updates) => `${updates} ${updates === 1 ? 'message waits' : 'messages wait'} to be worked on`,
  parkedNow: (reason) => `A message could not be worked on and is parked (${reason}): /admin parked lists them.`,
  noted: 'Noted.',
}

const fr: TelegramTexts = {
  wordless:
    'Je ne lis que des mots : écrivez une question, ou transférez-moi un message avec du texte. /help en dit plus.',
  figuresUse: 'Écrivez après /figures, dans le même message, sur quoi portent les chiffres.',
  figuresBeside: 'Les chiffres que les articles donnent à ce sujet',
  proofUse: 'Écrivez après /proof, dans le même message, les dix caractères qui sont sous une réponse.',
  languageChoice: 'Dans quelle langue dois-je vous parler ?',
  automatic: 'celle de chaque question',
  notInvited: (id) =>
    `Je ne réponds qu’aux personnes invitées. Un responsable peut vous inviter : votre numéro est ${id}.`,
  maybeUnsent:
    'La connexion s’est rompue pendant l’envoi ; si vous ne voyez pas de réponse au-dessus de cette ligne, posez la question de nouveau.',
  maybeUnsentAnswer:
    'La connexion s’est rompue pendant l’envoi : la réponse entière est-elle au-dessus de cette ligne ? Sinon, touchez le bouton.',
  showAnswer: 'Voir la réponse',
  writing: (passages) =>
    `✍️ Un modèle de langue rédige une réponse d’après ${passages} ${passages < 2 ? 'passage' : 'passages'} : elle sera ici quand chaque phrase aura été vérifiée.`,
  checking: (claims) => `🔎 Vérification de ${claims} ${claims < 2 ? 'phrase' : 'phrases'}, mot par mot …`,
  adminUse: '/admin status, /admin reindex, /admin gaps ou /admin parked',
  adminInPrivate: 'Demandez-le-moi en conversation privée, s’il vous plaît.',
  waiting: (updates) => `${updates} ${updates < 2 ? 'message attend' : 'messages attendent'} d’être traités`,
  parkedNow: (reason) => `Un message n’a pas pu être traité et est mis de côté (${reason}) : /admin parked les donne.`,
  noted: 'C’est noté.',
}

const texts: Readonly<Record<Language, TelegramTexts>> = { en, fr }

export function telegramTexts(language: Language): TelegramTexts {
  return texts[language]
}
