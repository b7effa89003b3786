/** The chat in the terminal: one question a line, its answer under it, until the person leaves. */
import { createInterface, type Interface } from 'node:readline/promises'
import type { Readable, Writable } from 'node:stream'
import { createColors } from 'picocolors'
import { UserError } from '../../src/errors.ts'
import type { Platform } from '../../src/ports/platform.ts'
import type { Answer } from '../../src/types.ts'
import { type ChatServices, type ChatState, runChatCommand } from './chat-commands.ts'
import { chatTexts } from './chat-texts.ts'
import { toPrintable } from './printable.ts'
import { renderAnswer } from './render-answer.ts'
import { wrapText } from './wrap-text.ts'

export type ChatParts = ChatServices & {
  readonly input: Readable
  readonly output: Writable & { readonly columns?: number }
  /** Whether the output is a screen: colours, a prompt that is redrawn, history on the arrow keys. */
  readonly screen: boolean
  readonly colours: boolean
  readonly articles: number
  /** Whether answers are kept, so that their proof can be opened later. */
  readonly keepsAnswers: boolean
  answer(question: string, state: ChatState): Promise<Answer>
  /** A fault of ours in one question; the chat goes on. */
  reportFault(error: unknown): void
}

/** `ended` says how the person left; it never rejects. */
export type Chat = Platform & { readonly ended: Promise<'quit' | 'interrupted'> }

const prompt = '› '
/** Lines as wide as a large screen are hard to read. */
const widestLine = 100
const widthElsewhere = 80

export function createChat(parts: ChatParts): Chat {
  const paint = createColors(parts.colours)
  const texts = chatTexts(parts.interfaceLanguage)
  const width = () => Math.min(parts.output.columns ?? widthElsewhere, widestLine)
  const say = (text: string) => parts.output.write(`${text}\n`)
  let leave: (how: 'quit' | 'interrupted') => void = () => undefined
  const ended = new Promise<'quit' | 'interrupted'>((resolve) => {
    leave = resolve
  })
  let reader: Interface | undefined
  let state: ChatState = { language: undefined, private: parts.alwaysPrivate }
  let inFlight: Promise<void> = Promise.resolve()

  const reply = async (line: string): Promise<'go on' | 'leave'> => {
    if (line.startsWith('/')) {
      const replied = await runChatCommand(line, state, parts)
      state = replied.state
      if (replied.text !== '') say(`${wrapText(toPrintable(replied.text), width(), '')}\n`)
      return replied.leave === true ? 'leave' : 'go on'
    }
    const answer = await parts.answer(line, state)
    // A follow-up is answered as the whole question that it was taken for; the person sees which.
    if (answer.question !== line) say(paint.dim(wrapText(`→ ${toPrintable(answer.question)}`, width(), '')))
    say(
      `\n${renderAnswer(answer, { colours: parts.colours, width: width(), explain: false, kept: parts.keepsAnswers && !state.private })}`,
    )
    return 'go on'
  }

  const replyOrExplain = async (line: string): Promise<'go on' | 'leave'> => {
    try {
      return await reply(line)
    } catch (error) {
      if (!(error instanceof UserError)) parts.reportFault(error)
      const language = state.language ?? parts.interfaceLanguage
      const message = error instanceof UserError ? toPrintable(error.message) : chatTexts(language).failed
      say(`${paint.red(wrapText(message, width(), ''))}\n`)
      return 'go on'
    }
  }

  const readLines = async (lines: Interface): Promise<void> => {
    let closed = false
    lines.once('close', () => {
      closed = true
    })
    lines.prompt()
    for await (const line of lines) {
      if (line.trim() !== '') {
        const replied = replyOrExplain(line.trim())
        inFlight = replied.then(() => undefined)
        if ((await replied) === 'leave') break
      }
      // The person may have left while the answer was made; the lines already typed are still answered.
      if (!closed) lines.prompt()
    }
  }

  return {
    name: 'terminal',
    ended,
    async start() {
      say(`${paint.bold(wrapText(texts.banner(parts.articles), width(), ''))}\n${wrapText(texts.hint, width(), '')}\n`)
      const { input, output, screen } = parts
      // Long pasted questions are one line; the history stays in memory, so that nothing of a private question is kept.
      const lines = createInterface({ input, output, terminal: screen, prompt: paint.cyan(prompt), historySize: 200 })
      let isWarned = false
      lines.on('line', () => {
        isWarned = false
      })
      // What is half typed is not lost to one slip; a second time it is meant.
      lines.on('SIGINT', () => {
        if (lines.line.trim() === '' || isWarned) {
          leave('interrupted')
          lines.close()
          return
        }
        isWarned = true
        say(`\n${wrapText(chatTexts(state.language ?? parts.interfaceLanguage).typedIsKept, width(), '')}\n`)
        lines.prompt(true)
      })
      reader = lines
      readLines(lines)
        .catch(parts.reportFault)
        .finally(() => {
          lines.close()
          leave('quit')
        })
    },
    async stop() {
      reader?.close()
      await inFlight
    },
  }
}
