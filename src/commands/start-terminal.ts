/** The terminal chat, joined to the rest of the program. */
import { createChat } from '../../adapters/terminal/chat.ts'
import { ask } from '../ask.ts'
import { formatDate, interfaceTexts } from '../interface-texts.ts'
import { nameArticle } from '../name-article.ts'
import type { IndexedArticle } from '../ports.ts'
import type { Language } from '../types.ts'
import { indexedArticles } from './corpus/facts.ts'
import type { Parts } from './parts.ts'
import { isKept, recordAnswer, terminalAsker } from './record.ts'
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
    async answer(question, state) {
      const answer = await ask(askParts, question, state.language === undefined ? {} : { language: state.language })
      await recordAnswer(parts, answer, state.private)
      return answer
    },
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
