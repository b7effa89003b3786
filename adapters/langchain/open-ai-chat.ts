/** Any server that speaks OpenAI's chat protocol (Ollama, llama.cpp, vLLM, hosted ones), as a LangChain chat model. */
import {
  type BaseChatModelCallOptions,
  type BaseChatModelParams,
  SimpleChatModel,
} from '@langchain/core/language_models/chat_models'
import { type BaseMessage, HumanMessage, SystemMessage } from '@langchain/core/messages'
import { ChatError, type OutputSchema } from '../../src/writing/chat-model.ts'
import { type ChatEndpoint, chatEndpoint, post } from './chat-http.ts'
import { readCompletion } from './completion.ts'

export type OpenAiChatFields = BaseChatModelParams & {
  readonly model: string
  /** The server's base address, with or without `/v1` or `/chat/completions`. */
  readonly url: string
  readonly key?: string
}

export interface OpenAiChatCallOptions extends BaseChatModelCallOptions {
  readonly outputSchema?: OutputSchema
}

export class OpenAiChat extends SimpleChatModel<OpenAiChatCallOptions> {
  readonly model: string
  private readonly endpoint: ChatEndpoint
  /** Set once a server has refused a schema and answered without. */
  private withoutSchema = false

  static override lc_name(): string {
    return 'SourcierOpenAiChat'
  }

  constructor({ model, url, key, ...fields }: OpenAiChatFields) {
    super(fields)
    this.model = model
    this.endpoint = chatEndpoint(url, key)
  }

  override _llmType(): string {
    return 'openai-compatible'
  }

  /** @throws ChatError for whatever the server or the network does wrong. */
  override async _call(messages: BaseMessage[], options: this['ParsedCallOptions']): Promise<string> {
    const { outputSchema, signal, stop } = options
    const body = {
      model: this.model,
      messages: messages.map(toProtocol),
      temperature: 0,
      stream: false,
      ...(stop !== undefined && { stop }),
    }
    if (outputSchema === undefined || this.withoutSchema) return readCompletion(await post(this.endpoint, body, signal))
    const { name, schema } = outputSchema
    const format = { type: 'json_schema', json_schema: { name, strict: true, schema } }
    const response = await post(this.endpoint, { ...body, response_format: format }, signal)
    if (response.status !== 400 && response.status !== 422) return readCompletion(response)
    // Many servers know no schemas: the prompt alone must do, and the form is checked anyway.
    const plain = readCompletion(await post(this.endpoint, body, signal))
    this.withoutSchema = true
    return plain
  }
}

function toProtocol(message: BaseMessage): { readonly role: string; readonly content: string } {
  if (SystemMessage.isInstance(message)) return { role: 'system', content: message.text }
  if (HumanMessage.isInstance(message)) return { role: 'user', content: message.text }
  if (message.type === 'ai') return { role: 'assistant', content: message.text }
  throw new ChatError('unusable', `a message of the kind "${message.type}" cannot be sent`)
}
