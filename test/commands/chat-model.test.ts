import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Truth } from '../peers/chat-server/behaviours.ts'
import { startChatServer } from '../peers/chat-server/chat-server.ts'
import { createSandbox } from './program.ts'

const article = `The harbour office of Port Lorne was searched on Tuesday, the regional prosecutor said.

According to prosecutor Helen Marsh, 1,240 crates of smuggled tobacco were found in a cold store by the harbour.
`
const truth: Truth = {
  text: 'Selon la procureure Helen Marsh, 1 240 caisses de tabac de contrebande ont été trouvées dans un entrepôt frigorifique près du port.',
  words:
    'According to prosecutor Helen Marsh, 1,240 crates of smuggled tobacco were found in a cold store by the harbour',
  figure: ['1 240', '1 420'],
  name: ['Helen Marsh', 'Anton Weiss'],
  unhedged: 'Les caisses ont été trouvées.',
  translated: 'The crates were found.',
}
const question = 'Combien de caisses de tabac ont été trouvées ?'

describe('the program with a chat model over HTTP', () => {
  const sandbox = createSandbox()
  let server: Awaited<ReturnType<typeof startChatServer>>

  beforeAll(async () => {
    server = await startChatServer(truth)
    sandbox.write('seeds/harbour.txt', article)
  })
  afterAll(async () => {
    await server.close()
    sandbox.remove()
  })

  const ask = async (url: string) => {
    const settings = { SOURCIER_CHAT_MODEL: 'test-model', SOURCIER_CHAT_URL: url, SOURCIER_CHAT_KEY: 'secret-key' }
    const { status, stdout, stderr } = await sandbox.run(['ask', question, '--json'], { variables: settings })
    expect({ status, stderr }).toMatchObject({ status: 0 })
    expect(stdout + stderr).not.toContain('secret-key')
    return JSON.parse(stdout)
  }

  // A translation is true and not proven: its quote stands in its place.
  it('shows the exact words in the place of a claim that translates them', async () => {
    server.behave('honest')
    const answer = await ask(server.url)
    expect(answer.claims).toEqual([{ text: answer.citations[0].quote, citations: [1], verbatim: true }])
    expect(answer.citations[0].quote).toContain('1,240 crates of smuggled tobacco')
    expect(server.received.length).toBeGreaterThan(0)
  })

  it('gives the quotes instead when a figure is wrong or the server is gone, and says so', async () => {
    server.behave('right citation and wrong figure')
    const wrong = await ask(server.url)
    const gone = await ask('http://127.0.0.1:9')
    for (const answer of [wrong, gone]) {
      expect(answer.claims.every(({ verbatim }: { verbatim: boolean }) => verbatim)).toBe(true)
      expect(JSON.stringify(answer)).not.toContain('1 420')
      expect(answer.notice).toMatch(/\S/)
    }
  })
})
