/** The one seam to LangChain's chat models: ours over HTTP, or any other. */
import type { BaseChatModel } from '@langchain/core/language_models/chat_models'
import { HumanMessage, SystemMessage } from '@langchain/core/messages'
import { type ChatModel, isHosted } from '../../src/writing/chat-model.ts'
import { OpenAiChat, type OpenAiChatCallOptions } from './open-ai-chat.ts'

export type ChatSettings = { readonly model: string; readonly url: string; readonly key?: string }

/** The model that SOURCIER_CHAT_MODEL and SOURCIER_CHAT_URL name. Nothing is sent until it is asked. */
export function createChatModel({ model, url, key }: ChatSettings): ChatModel {
  const chat = new OpenAiChat({ model, url, ...(key !== undefined && { key }) })
  return fromLangChain(chat, { name: model, hosted: isHosted(url) })
}

/** A LangChain chat model behind the writer's port; `outputSchema` is passed on, for those that know it. */
export function fromLangChain(
  chat: BaseChatModel<OpenAiChatCallOptions>,
  { name, hosted }: Pick<ChatModel, 'name' | 'hosted'>,
): ChatModel {
  return {
    name,
    hosted,
    async complete(messages, { schema, signal }) {
      const prompt = messages.map(({ role, content }) =>
        role === 'system' ? new SystemMessage(content) : new HumanMessage(content),
      )
      const options = { ...(schema !== undefined && { outputSchema: schema }), ...(signal !== undefined && { signal }) }
      // Not invoke(): with LANGSMITH_TRACING set it sends every prompt, private ones too, to a hosted service.
      const { generations } = await chat._generate(prompt, options)
      return generations[0]?.text ?? ''
    },
  }
}
