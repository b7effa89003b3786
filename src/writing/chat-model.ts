/** The language model as the writer needs it: messages in, text out. Adapters stand behind it. */
import type { PromptMessage } from '../../prompts/message.ts'

export type ChatMessage = PromptMessage

/** The form that the text is to have: JSON Schema under a name, for servers that can be held to one. */
export type OutputSchema = { readonly name: string; readonly schema: Readonly<Record<string, unknown>> }

export type CompletionOptions = {
  /** Servers that know no schemas are asked without; the text must be checked all the same. */
  readonly schema?: OutputSchema
  /** Ends the request, its connection and the reading of what comes. */
  readonly signal?: AbortSignal
}

export interface ChatModel {
  /** As configured; shown in the record of an answer. */
  readonly name: string
  /** Whether what is sent leaves this machine: private questions then stay away. */
  readonly hosted: boolean
  /** @throws ChatError for whatever the server or the network does wrong. */
  complete(messages: readonly ChatMessage[], options: CompletionOptions): Promise<string>
}

/** What went wrong, as far as it matters to people. */
export type ChatFault = 'unreachable' | 'slow' | 'busy' | 'refused' | 'unusable'

/** A model did not answer, or not in a way that can be read. Its message never holds what was asked or answered. */
export class ChatError extends Error {
  override readonly name = 'ChatError'
  readonly fault: ChatFault
  /** How long a busy server asked to be left alone, in milliseconds. */
  readonly retryAfterMs: number | undefined

  constructor(fault: ChatFault, message: string, retryAfterMs?: number) {
    super(message)
    this.fault = fault
    this.retryAfterMs = retryAfterMs
  }
}

/** True unless the address is of this very machine. Names that only look like it ("localhost.example") are hosted. */
export function isHosted(url: string): boolean {
  if (!URL.canParse(url)) return true
  const { hostname } = new URL(url)
  return !(hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname))
}
