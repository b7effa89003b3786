/** A local server that speaks OpenAI's chat protocol over HTTP, and behaves as it is told. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type BehaviourName, behaviours, sendText, type Truth } from './behaviours.ts'

export type ReceivedRequest = {
  readonly path: string
  readonly authorization: string | undefined
  readonly body: {
    readonly model: string
    readonly messages: readonly { readonly role: string; readonly content: string }[]
    readonly response_format?: { readonly type: string; readonly json_schema: { readonly schema: object } }
  }
}

/** What the server does with each request in turn; the last goes on. A text, or what is said to the prompt, is the model's own. */
export type Script = readonly (
  | BehaviourName
  | { readonly text: string }
  | { readonly say: (prompt: string) => string }
)[]

const nothingKnown: Truth = {
  ...{ text: '', words: '', figure: ['', ''], name: ['', ''], unhedged: '', translated: '' },
}

/** @param truth what the scripted behaviours say, well or badly. */
export async function startChatServer(truth: Truth = nothingKnown) {
  let script: Script = ['honest']
  const received: ReceivedRequest[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const body = JSON.parse(Buffer.concat(chunks).toString()) as ReceivedRequest['body']
      received.push({ path: request.url ?? '', authorization: request.headers.authorization, body })
      const behaviour = script[Math.min(received.length, script.length) - 1] ?? 'honest'
      const prompt = body.messages.map(({ content }) => content).join('\n')
      if (typeof behaviour === 'object') {
        return sendText(response, 'say' in behaviour ? behaviour.say(prompt) : behaviour.text)
      }
      behaviours[behaviour]({ prompt, truth, schema: body.response_format !== undefined, response })
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    received: received as readonly ReceivedRequest[],
    /** From now on, forgetting what was received. */
    behave(...next: Script) {
      script = next
      received.length = 0
    },
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
