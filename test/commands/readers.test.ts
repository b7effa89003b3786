import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startChatServer } from '../peers/chat-server/chat-server.ts'
import { markByWords } from '../readers/marking-model.ts'
import { writeSmallCrossEncoder } from '../readers/small-cross-encoder.ts'
import { createSandbox } from './program.ts'

const article = `The harbour of Tidewick reopened on Monday after nine days.

The harbour master, Ellen Marsh, counted 340 waiting ships outside the breakwater. The mayor opened a school on Friday.
`
const question = 'How many waiting ships were counted outside the breakwater?'

/** No hub is reached, wherever this runs. */
const noFetch = "globalThis.fetch = () => Promise.reject(new Error('offline'))"
const offline = { NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(noFetch)}` }

describe('the program with another reader', () => {
  const sandbox = createSandbox()
  const model = join(sandbox.folder, 'data', 'models', 'test', 'reader')

  beforeAll(() => {
    sandbox.write('seeds/harbour.txt', article)
    writeSmallCrossEncoder(model, {
      words: ['waiting', 'ships', 'counted', 'outside', 'breakwater', 'school', 'mayor'],
      light: ['how', 'many', 'were', 'the', 'of', 'a'],
    })
  })
  afterAll(() => sandbox.remove())

  const ask = async (variables: Readonly<Record<string, string>>, asked = question) => {
    const { status, stdout, stderr } = await sandbox.run(['ask', asked, '--json'], { variables })
    expect({ status, stderr }).toMatchObject({ status: 0 })
    return JSON.parse(stdout)
  }

  it('answers by a cross-encoder that lies in the folder of downloaded models', async () => {
    const variables = { SOURCIER_READER_MODEL: 'test/reader', ...offline }
    const answer = await ask(variables)
    expect(answer.status).toBe('answered')
    expect(answer.citations[0].quote).toContain('340 waiting ships')
    const other = await ask(variables, 'When will the ferry of Graville sail again?')
    expect(other.status).toBe('not-found')
  })

  it('answers by a chat model that marks sentences, and by single words', async () => {
    const server = await startChatServer()
    server.behave({ say: markByWords })
    const chat = { SOURCIER_CHAT_MODEL: 'test-model', SOURCIER_CHAT_URL: server.url }
    const answer = await ask({ ...chat, SOURCIER_READER_MODEL: 'chat' })
    await server.close()
    expect(answer.citations[0].quote).toContain('340 waiting ships')
    const byWords = await ask({ SOURCIER_READER_MODEL: 'static' })
    expect(byWords.citations[0].quote).toContain('340 waiting ships')
  })

  it('answers by the reader that ships, and says so, when the chat model is gone or answers something else', async () => {
    const server = await startChatServer()
    server.behave({ text: 'Monday, I think.' })
    for (const [url, reason] of [
      ['http://127.0.0.1:9', 'the connection to the model failed'],
      [server.url, 'the model answered in another form than asked for'],
    ] as const) {
      const chat = { SOURCIER_CHAT_MODEL: 'test-model', SOURCIER_CHAT_URL: url, SOURCIER_READER_MODEL: 'chat' }
      const { status, stdout, stderr } = await sandbox.run(['ask', question], { variables: chat })
      expect({ status, stdout }).toEqual({ status: 0, stdout: expect.stringContaining('340 waiting ships') })
      expect(stderr).toContain(`the chat model does not read (${reason}): the reader that ships stands in`)
      expect(stderr).not.toContain('"stack"')
    }
    await server.close()
  })

  it('says in one line what to do when the model of a hub is damaged or cannot be had', async () => {
    writeFileSync(join(model, 'onnx', 'model_quantized.onnx'), 'no model')
    for (const [name, said] of [
      ['test/reader', `could not be read from ${model}: delete that folder`],
      ['test/nowhere', 'could not be downloaded: check the name and the network'],
    ] as const) {
      const { status, stdout, stderr } = await sandbox.run(['ask', question], {
        variables: { SOURCIER_READER_MODEL: name, ...offline },
      })
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
      expect(stderr.trim().split('\n')).toHaveLength(1)
      expect(stderr).toContain(said)
    }
  })
})
