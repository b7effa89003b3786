/** The terminal chat, joined to the rest of the program. */
import { createChat } from '../../adapters/terminal/chat.ts'
import type { ChatState } from '../../adapters/terminal/chat-commands.ts'
import { isKept } from '../desk/is-kept.ts'
import type { Desk } from '../desk/types.ts'
import { formatDate, interfaceTexts } from '../interface-texts.ts'
import { nameArticle } from '../name-article.ts'
import type { IndexedArticle } from '../ports/passage-index.ts'
import type { Language } from '../types.ts'
import type { Parts } from './parts.ts'
import { terminalAsker } from './record.ts'
import { describeStatus, readStatus } from './status.ts'

const interrupted = 130

/**
 * Talks until the person leaves, or `leaving` resolves with another exit status.
 * @returns the exit status.
 */
export async function startTerminal(parts: Parts, desk: Desk, leaving?: Promise<number>): Promise<number> {
  const { settings, output, log } = parts
  const chat = createChat({
    input: process.stdin,
    output: process.stdout,
    screen: process.stdout.isTTY === true,
    colours: output.colours,
    articles: (await desk.sources()).length,
    interfaceLanguage: languageOfSystem(process.env),
    alwaysPrivate: settings.privateByDefault,
    keepsAnswers: isKept(settings, false),
    answer: (text, state) => desk.ask({ text, asker: terminalAsker, conversation: terminalAsker, ...chosen(state) }),
    describeStatus: async () => describeStatus(await readStatus(parts)),
    listSources: async (language) => listSources(await desk.sources(), language),
    forget: () => desk.forget(terminalAsker),
    reportFault: (error) => log.error({ err: error }, 'a question in the terminal failed'),
  })
  await chat.start()
  const left = chat.ended.then((how) => (how === 'interrupted' ? interrupted : 0))
  const status = await (leaving === undefined ? left : Promise.race([left, leaving]))
  await chat.stop()
  return status
}

function chosen({ language, private: isPrivate }: ChatState) {
  return { private: isPrivate, ...(language !== undefined && { language }) }
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
