import { once } from 'node:events'
import { PassThrough } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { type ChatParts, createChat } from '../../../adapters/terminal/chat.ts'
import type { ChatState } from '../../../adapters/terminal/chat-commands.ts'
import { UserError } from '../../../src/errors.ts'
import { makeAnswer } from './answers.ts'

type Asked = { readonly question: string; readonly state: ChatState }

async function talk(lines: readonly string[], change: Partial<ChatParts> = {}) {
  const input = new PassThrough()
  const output = new PassThrough()
  const asked: Asked[] = []
  const faults: unknown[] = []
  let said = ''
  output.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  const chat = createChat({
    input,
    output,
    screen: false,
    colours: false,
    articles: 5,
    keepsAnswers: false,
    interfaceLanguage: 'en',
    alwaysPrivate: false,
    answer: async (question, state) => {
      asked.push({ question, state })
      return makeAnswer({ question })
    },
    describeStatus: async () => 'Index: revision 4',
    listSources: async (language) => `sources in ${language}`,
    forget: async () => 2,
    reportFault: (error) => faults.push(error),
    ...change,
  })
  await chat.start()
  input.end(lines.map((line) => `${line}\n`).join(''))
  const how = await chat.ended
  await chat.stop()
  return { said, asked, faults, how }
}

/** Keys as a terminal sends them, one burst after another. */
async function type(bursts: readonly string[]) {
  const input = new PassThrough()
  const output = new PassThrough()
  const asked: string[] = []
  let said = ''
  output.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  const chat = createChat({
    ...{ input, output, screen: true, colours: false, articles: 5, keepsAnswers: false },
    ...{ interfaceLanguage: 'en', alwaysPrivate: false },
    answer: async (question) => {
      asked.push(question)
      return makeAnswer({ question })
    },
    describeStatus: async () => '',
    listSources: async () => '',
    forget: async () => 0,
    reportFault: (error) => {
      throw error
    },
  })
  await chat.start()
  let how: string | undefined
  chat.ended.then((reason) => {
    how = reason
  })
  for (const burst of bursts) {
    input.write(burst)
    await wait(30)
  }
  await chat.stop()
  return { said, asked, how }
}

describe('the terminal chat', () => {
  it('keeps a half-typed line at the first Ctrl-C, and leaves at the second or on an empty line', async () => {
    const kept = await type(['When did the har', '\u0003', 'bour reopen?\r'])
    expect(kept.said).toContain('What you typed is still there. Ctrl-C again to leave.')
    expect(kept.asked).toEqual(['When did the harbour reopen?'])
    expect(kept.how).toBeUndefined()
    expect((await type(['When did', '\u0003', '\u0003'])).how).toBe('interrupted')
    expect((await type(['When?\r', '\u0003'])).how).toBe('interrupted')
    // After a whole line the next slip is a first one again.
    const again = await type(['one', '\u0003', '?\r', 'two', '\u0003'])
    expect(again.how).toBeUndefined()
  })

  it('says what it is, answers, and ends with its input', async () => {
    const { said, asked, how } = await talk(['When did the harbour reopen?', '', '  And the port? '])
    expect(said).toMatch(/^Sourcier answers from 5 news articles/)
    expect(said).toContain('“The harbour reopened after 12 days.”')
    expect(asked.map(({ question }) => question)).toEqual(['When did the harbour reopen?', 'And the port?'])
    expect(how).toBe('quit')
  })

  it('answers lines that were pasted together in their order', async () => {
    const { asked } = await talk(['one?', 'two?', 'three?'])
    expect(asked.map(({ question }) => question)).toEqual(['one?', 'two?', 'three?'])
  })

  it('goes on after a fault, and says a mistake as it is', async () => {
    let count = 0
    const { said, faults } = await talk(['one?', 'two?', 'three?'], {
      answer: async () => {
        count += 1
        if (count === 1) throw new Error('secret path /srv')
        if (count === 2) throw new UserError('The question is too long.')
        return makeAnswer()
      },
    })
    expect(said).toContain('Something went wrong with this question')
    expect(said).not.toContain('/srv')
    expect(said).toContain('The question is too long.')
    expect(said).toContain('12 days')
    expect(faults).toHaveLength(1)
  })

  it('helps, shows status and sources, forgets, and knows no other command', async () => {
    const { said, asked } = await talk(['/help', '/status', '/sources', '/forget', '/fly me', '/constructor', '/'])
    for (const command of ['/help', '/status', '/sources', '/language', '/private', '/forget', '/quit']) {
      expect(said).toContain(command)
    }
    expect(said).toContain('Index: revision 4')
    expect(said).toContain('sources in en')
    expect(said).toContain('Forgotten: 2 answers.')
    expect(said).toContain('There is no command /fly')
    expect(said).toContain('There is no command /constructor')
    expect(asked).toEqual([])
  })

  it('speaks the language chosen, until auto', async () => {
    const { said, asked } = await talk(['/language fr', 'one?', '/sources', '/language de', '/language auto', 'two?'])
    expect(asked.map(({ state }) => state.language)).toEqual(['fr', undefined])
    expect(said).toContain('Je parle français')
    expect(said).toContain('sources in fr')
    expect(said).toContain('/language auto')
  })

  it('is private from /private to /private', async () => {
    const { asked } = await talk(['one?', '/private', 'two?', '/private', 'three?', '/private on', 'four?'])
    expect(asked.map(({ state }) => state.private)).toEqual([false, true, false, true])
  })

  it('stays private where the settings say so', async () => {
    const { asked, said } = await talk(['/private off', 'one?'], { alwaysPrivate: true })
    expect(asked.map(({ state }) => state.private)).toEqual([true])
    expect(said).toContain('SOURCIER_PRIVATE')
  })

  it('leaves with /quit without reading on', async () => {
    const { asked } = await talk(['/quit', 'one?'])
    expect(asked).toEqual([])
  })

  it('speaks French where the system does', async () => {
    const { said } = await talk(['/help'], { interfaceLanguage: 'fr' })
    expect(said).toMatch(/^Sourcier répond à partir de 5 articles/)
    expect(said).toContain('cette aide')
  })

  it('finishes the answer in flight when it is stopped', async () => {
    const input = new PassThrough()
    const output = new PassThrough()
    let said = ''
    output.on('data', (chunk: Buffer) => {
      said += chunk.toString()
    })
    const chat = createChat({
      ...{ input, output, screen: false, colours: false, articles: 1, keepsAnswers: false },
      ...{ interfaceLanguage: 'en', alwaysPrivate: false },
      answer: async () => {
        await wait(50)
        return makeAnswer()
      },
      describeStatus: async () => '',
      listSources: async () => '',
      forget: async () => 0,
      reportFault: (error) => {
        throw error
      },
    })
    await chat.start()
    input.write('one?\n')
    await once(output, 'data')
    await wait(10)
    await chat.stop()
    expect(await chat.ended).toBe('quit')
    expect(said).toContain('12 days')
  })
})
