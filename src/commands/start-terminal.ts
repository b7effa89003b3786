/** The terminal chat, joined to the rest of the program. */
import { createChat } from '../../adapters/terminal/chat.ts'
import type { ChatState } from '../../adapters/terminal/chat-commands.ts'
import { type AskParts, ask } from '../ask.ts'
import type { Exchange } from '../conversation/exchange.ts'
import { rewriteFollowUp } from '../conversation/rewrite-follow-up.ts'
import { formatDate, interfaceTexts } from '../interface-texts.ts'
import { nameArticle } from '../name-article.ts'
import type { IndexedArticle } from '../ports.ts'
import { readQuestion } from '../question/question.ts'
import type { Answer, Language } from '../types.ts'
import { indexedArticles } from './corpus/facts.ts'
import { isKept } from './is-kept.ts'
import type { Parts } from './parts.ts'
import { recordAnswer, terminalAsker } from './record.ts'
import { describeStatus, readStatus } from './status.ts'

const interrupted = 130

/** @returns the exit status. */
export async function startTerminal(parts: Parts): Promise<number> {
  const { settings, output, log } = parts
  const askParts = await parts.askParts()
  const articles = await indexedArticles(parts)
  const chat = createChat({
    input: process.stdin,
    output: process.stdout,
    screen: process.stdout.isTTY === true,
    colours: output.colours,
    articles: articles.length,
    interfaceLanguage: languageOfSystem(process.env),
    alwaysPrivate: settings.privateByDefault,
    keepsAnswers: isKept(parts, false),
    answer: createConversation(parts, askParts),
    describeStatus: async () => describeStatus(await readStatus(parts)),
    listSources: async (language) => listSources(await indexedArticles(parts), language),
    forget: async () => (await parts.ledger()).forget(terminalAsker),
    reportFault: (error) => log.error({ err: error }, 'a question in the terminal failed'),
  })
  await chat.start()
  const how = await chat.ended
  await chat.stop()
  return how === 'interrupted' ? interrupted : 0
}

/** French where the system says so, English everywhere else. */
function languageOfSystem(variables: Readonly<Record<string, string | undefined>>): Language {
  const locale = variables['LC_ALL'] || variables['LC_MESSAGES'] || variables['LANG'] || ''
  return locale.toLowerCase().startsWith('fr') ? 'fr' : 'en'
}

function listSources(articles: readonly IndexedArticle[], language: Language): string {
  const texts = interfaceTexts(language)
  return articles
    .map((article) => {
      const date = article.published === undefined ? texts.dateUnknown : formatDate(article.published, language)
      const parts = [nameArticle(article), article.outlet, date, article.url ?? article.path]
      return `  ${article.id}  ${parts.filter((part) => part !== undefined).join(' · ')}`
    })
    .join('\n')
}

/** Exchanges that a follow-up question ("and in 2025?") may lean on. */
const rememberedExchanges = 6

/** Answers in the chat: a follow-up is asked as the whole question that it means. Kept in memory only. */
function createConversation(parts: Parts, askParts: AskParts) {
  let exchanges: readonly Exchange[] = []
  return async (typed: string, state: ChatState): Promise<Answer> => {
    const { language: detected } = await readQuestion(typed, askParts.space, state.language)
    const options = { language: detected, private: state.private }
    const question = await rewriteFollowUp(await parts.chat(), typed, exchanges, options)
    // A question that leans on nothing is left to find its own language, a third one too.
    const isWhole = question === typed && state.language === undefined
    const answer = await ask(askParts, question, isWhole ? { private: state.private } : options)
    await recordAnswer(parts, answer, state.private)
    const said = answer.claims.map(({ text }) => text).join(' ')
    exchanges = [...exchanges, { question, answer: said, private: state.private }].slice(-rememberedExchanges)
    return answer
  }
}
