/** The words that start with a slash: what each does to the chat's state and says. */
import { interfaceTexts } from '../../src/interface-texts.ts'
import type { Language } from '../../src/types.ts'
import { type ChatCommandName, chatTexts } from './chat-texts.ts'

export type ChatState = {
  /** The language of the answers; undefined: that of each question. */
  readonly language: Language | undefined
  readonly private: boolean
}

/** What the commands need of the rest of the program. */
export type ChatServices = {
  /** The language of the chat's own words until one is chosen. */
  readonly interfaceLanguage: Language
  /** SOURCIER_PRIVATE: private mode cannot be left. */
  readonly alwaysPrivate: boolean
  describeStatus(): Promise<string>
  listSources(language: Language): Promise<string>
  /** Drops what is kept of the terminal's questions; returns how many answers. */
  forget(): Promise<number>
}

export type ChatReply = { readonly text: string; readonly state: ChatState; readonly leave?: boolean }

type CommandRun = (
  argument: string,
  state: ChatState,
  services: ChatServices,
  language: Language,
) => Promise<ChatReply> | ChatReply

const runs: Readonly<Record<ChatCommandName, CommandRun>> = {
  help: (_argument, state, _services, language) => ({ text: renderHelp(language), state }),
  status: async (_argument, state, services) => ({ text: await services.describeStatus(), state }),
  sources: async (_argument, state, services, language) => ({ text: await services.listSources(language), state }),
  language: chooseLanguage,
  private: choosePrivacy,
  forget: async (_argument, state, services, language) => ({
    text: chatTexts(language).forgotten(await services.forget()),
    state,
  }),
  quit: (_argument, state) => ({ text: '', state, leave: true }),
}

/** @param line starts with a slash. */
export async function runChatCommand(line: string, state: ChatState, services: ChatServices): Promise<ChatReply> {
  const [typed = '', ...rest] = line.slice(1).trim().split(/\s+/)
  const language = state.language ?? services.interfaceLanguage
  const name = typed.toLowerCase()
  if (!isCommand(name)) return { text: chatTexts(language).unknownCommand(typed), state }
  return await runs[name](rest.join(' ').toLowerCase(), state, services, language)
}

function isCommand(name: string): name is ChatCommandName {
  return Object.hasOwn(runs, name)
}

function renderHelp(language: Language): string {
  const { commands } = chatTexts(language)
  const lines = Object.entries(commands).map(([name, purpose]) => `  /${name.padEnd(9)} ${purpose}`)
  return [interfaceTexts(language).help, '', ...lines].join('\n')
}

function chooseLanguage(argument: string, state: ChatState, _services: ChatServices, language: Language): ChatReply {
  if (argument !== 'en' && argument !== 'fr' && argument !== 'auto') {
    return { text: chatTexts(language).languageChoice, state }
  }
  const chosen = argument === 'auto' ? undefined : argument
  return { text: chatTexts(language).languageSet[argument], state: { ...state, language: chosen } }
}

/** `/private` alone turns it over. */
function choosePrivacy(argument: string, state: ChatState, services: ChatServices, language: Language): ChatReply {
  const texts = chatTexts(language)
  if (services.alwaysPrivate) return { text: texts.privateAlways, state }
  const wanted = argument === 'on' ? true : argument === 'off' ? false : !state.private
  return { text: wanted ? texts.privateOn : texts.privateOff, state: { ...state, private: wanted } }
}
