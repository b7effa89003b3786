import { setTimeout as sleep } from 'node:timers/promises'
import { Api } from 'grammy'
import { describe, expect, it } from 'vitest'
import type { Progress } from '../../../src/desk/types.ts'
import type { Answer } from '../../../src/types.ts'
import type { FaultKind } from '../../peers/telegram/faults.ts'
import { prepareLiveTest, until } from './live-test.ts'

const maintainer = 9_000
const { desk, startPeer, startBot } = prepareLiveTest({ SOURCIER_ADMINS: `telegram:${maintainer}` })

const computers = 'How many smartphones did the police seize during the investigation?'
const abroad = "Combien d'étrangers ont quitté le Cambodge volontairement ?"
/** Messages of the bot that hold the answer. */
const answersIn = (messages: readonly { readonly text: string }[], words = '10 444') =>
  messages.filter(({ text }) => text.includes(words)).length

describe.concurrent('a send that fails', () => {
  it.each<[FaultKind, number]>([
    [{ drop: 'after' }, 1],
    [{ status: 500, stored: true }, 1],
    [{ status: 502, stored: true }, 1],
    [{ drop: 'before' }, 0],
    [{ status: 502, stored: false }, 0],
  ])('%j: no second copy, and the person is told', async (kind, copies) => {
    const peer = await startPeer()
    await startBot(peer)
    peer.faults.order({ method: 'sendMessage', kind })
    const person = peer.user(1)
    const seen = await person.say(computers, { messages: copies + 1 })
    expect(answersIn(seen)).toBe(copies)
    expect(seen.at(-1)?.text).toMatch(/connection broke/)
    const again = await person.press('Show the answer', { messages: 1 })
    expect(answersIn(again.messages)).toBe(1)
    expect(again.messages[0]?.buttons.flat()).toContain('Useful')
    expect(person.sees().flatMap(({ buttons }) => buttons.flat())).not.toContain('Show the answer · Voir la réponse')
  })

  it('again and again is told when it goes again: nothing was said', async () => {
    const peer = await startPeer()
    await startBot(peer)
    peer.faults.order({ method: 'sendMessage', kind: { drop: 'before' }, times: 3 })
    const [seen, ...more] = await peer.user(1).say(computers)
    expect(seen?.text).toMatch(/connection broke/)
    expect(more).toEqual([])
  })

  it('with 429 goes out after the time that Telegram asks for, once', async () => {
    const peer = await startPeer()
    await startBot(peer)
    peer.faults.order({ method: 'sendMessage', kind: { retryAfterSeconds: 1 } })
    const began = performance.now()
    expect(answersIn(await peer.user(1).say(computers))).toBe(1)
    expect(performance.now() - began).toBeGreaterThan(990)
    expect(peer.pace().violations.chat).toBe(0)
  })

  it('because Telegram refuses its formatting goes out as plain words', async () => {
    const peer = await startPeer()
    await startBot(peer)
    const description = "Bad Request: can't parse entities"
    peer.faults.order({ method: 'sendMessage', kind: { refuse: { code: 400, description } } })
    const [seen, ...more] = await peer.user(1).say(computers)
    expect(seen?.text).toContain('10 444')
    expect(seen?.entities).toEqual([])
    expect(more).toEqual([])
  })
})

describe.concurrent('a model that writes for long', () => {
  const claim = 'Police seized 10 444 computers, as a model puts it.'
  const written = (answer: Answer): Answer => ({
    ...answer,
    claims: [{ text: claim, citations: [1], verbatim: false }],
  })

  it('shows the exact words meanwhile, in one message that becomes the written answer', async () => {
    const peer = await startPeer()
    const slow: ReturnType<typeof desk> = {
      ...desk(),
      async ask(question) {
        const quoted = await desk().ask(question)
        const showUntil = async (words: string, progress: Progress) => {
          question.onProgress?.(progress)
          while (!peer.stored()[0]?.text.includes(words)) {
            await sleep(100)
            question.onProgress?.(progress)
          }
        }
        await showUntil('36 476', { stage: 'writing', passages: 8, quoted })
        await showUntil('Checking 1 sentence', { stage: 'checking', claims: 1, quoted })
        // Comes too late to be shown: nothing may be edited after the answer.
        question.onProgress?.({ stage: 'checking', claims: 9, quoted })
        return written(quoted)
      },
    }
    await startBot(peer, { desk: slow })
    const person = peer.user(1)
    await person.say(computers)
    await until(() => person.sees()[0]?.text.includes(claim) === true)
    await sleep(1_500)
    expect(person.sees()).toMatchObject([{ edited: true }])
    expect(person.sees()[0]?.text).toContain(claim)
    const [first, second, third, ...more] = peer.stored()[0]?.earlier ?? []
    expect(first).toMatch(/^✍️ A language model writes an answer from 8 passages: .* checked\.$/)
    expect(second).toMatch(/^✍️ A language model[\s\S]*10 444 ordinateurs[\s\S]*seeds\/000_/)
    expect(third).toMatch(/^🔎 Checking 1 sentence[\s\S]*10 444 ordinateurs/)
    expect(more).toEqual([])
    expect(peer.pace().leastEditGapMs).toBeGreaterThan(990)
    expect(peer.pace().violations.chat).toBe(0)
    expect(peer.refusals).toEqual([])
  })

  it('or for a short time shows nothing but the answer', async () => {
    const peer = await startPeer()
    const quick: ReturnType<typeof desk> = {
      ...desk(),
      async ask(question) {
        const quoted = await desk().ask(question)
        question.onProgress?.({ stage: 'writing', passages: 8, quoted })
        return written(quoted)
      },
    }
    await startBot(peer, { desk: quick })
    // The first question of a bot takes no second, but this machine may be busy.
    const [seen, ...more] = await peer.user(1).say(computers)
    expect(seen?.text).toContain(claim)
    expect(more).toEqual([])
  })
})

describe.concurrent('people who go away', () => {
  it('one who blocked the bot ends nothing for the others', async () => {
    const peer = await startPeer()
    const bot = await startBot(peer)
    const [gone, other] = [peer.user(1), peer.user(2)]
    peer.faults.order({ method: 'sendChatAction', kind: { delayMs: 300 } })
    gone.post(computers)
    gone.block()
    expect(answersIn(await other.say(computers))).toBe(1)
    expect(bot.deaths).toEqual([])
    gone.unblock()
    expect(answersIn(await gone.say(computers))).toBe(1)
  })

  it('a message that was deleted before its button is pressed ends nothing', async () => {
    const peer = await startPeer()
    await startBot(peer)
    const person = peer.user(1)
    // One quote: with two the button would ask which.
    const [answer] = await person.say('How many foreigners were expelled during the sixth term of the government?')
    const pressed = person.press('Show passage', { messages: 1 })
    person.erase(answer?.id ?? 0)
    expect((await pressed).messages[0]?.text).toContain('21,000')
    expect(answersIn(await person.say(computers))).toBe(1)
  })

  it('a button whose answer comes too late ends nothing', async () => {
    const peer = await startPeer({ life: { callbackMs: 1 } })
    await startBot(peer)
    const person = peer.user(1)
    await person.say(computers)
    expect((await person.press('Useful')).answer).toBeUndefined()
    await until(() => peer.refusals.some(({ description }) => description.includes('query is too old')))
    expect(answersIn(await person.say(computers))).toBe(1)
  })
})

describe.concurrent('an update that cannot be worked', () => {
  it('is parked after three failures and told to the maintainers, and others are answered meanwhile', async () => {
    const peer = await startPeer()
    let attempts = 0
    const fragile = {
      ...desk(),
      ask: async (question: Parameters<ReturnType<typeof desk>['ask']>[0]) => {
        if (question.text !== 'poison') return await desk().ask(question)
        attempts++
        throw new TypeError('cannot read this')
      },
    }
    await startBot(peer, { desk: fragile })
    await peer.user(maintainer).say('/help', { quietMs: 0 })
    const told = peer.user(maintainer)
    const poisoned = peer.user(1)
    const apology = poisoned.say('poison', { timeoutMs: 12_000 })
    expect(answersIn(await peer.user(2).say(computers))).toBe(1)
    expect((await apology).length).toBe(1)
    expect(attempts).toBe(3)
    await until(() => told.sees().some(({ text }) => text.includes('parked')))
    expect(JSON.stringify(told.sees())).not.toContain('poison')
    expect(answersIn(await poisoned.say(computers))).toBe(1)
  })
})

describe.concurrent('updates that come again', () => {
  it('because the answer to a poll was lost are answered once', async () => {
    const peer = await startPeer()
    await startBot(peer)
    const person = peer.user(1)
    await person.say('/help')
    // The poll that waits now brings this; the answer to the next one is lost on its way.
    peer.faults.order({ method: 'getUpdates', kind: { drop: 'after' } })
    await person.say('/sources')
    expect(answersIn(await person.say(computers))).toBe(1)
    expect(peer.queue.mostDeliveries()).toBe(2)
    await sleep(1_200)
    expect(person.sees()).toHaveLength(3)
  })

  it('because a second program polls do not end the first', async () => {
    const peer = await startPeer()
    const bot = await startBot(peer)
    const person = peer.user(1)
    await person.say('/help')
    const other = new Api(peer.token, { apiRoot: peer.url })
    await other.getUpdates({ timeout: 0 })
    expect(peer.refusals.map(({ description }) => description.slice(0, 34))).toEqual([
      'Conflict: terminated by other getU',
    ])
    expect(answersIn(await person.say(abroad), '210')).toBe(1)
    expect(bot.deaths).toEqual([])
    expect(bot.lines.some((line) => line.includes('another program reads the updates'))).toBe(true)
  })

  it('because a webhook was set elsewhere come by polling again', async () => {
    const peer = await startPeer()
    const bot = await startBot(peer)
    const person = peer.user(1)
    await person.say('/help')
    await new Api(peer.token, { apiRoot: peer.url }).setWebhook('http://127.0.0.1:9/elsewhere')
    expect(answersIn(await person.say(abroad), '210')).toBe(1)
    expect(bot.deaths).toEqual([])
    expect(bot.lines.some((line) => line.includes('a webhook was set elsewhere'))).toBe(true)
  })
})

describe.concurrent('people who are not invited', () => {
  it('get their number in private and silence in groups; who is, in a group that is, gets answers', async () => {
    const peer = await startPeer()
    const [open, closed] = [-1_001_000_000_001, -1_001_000_000_002]
    await startBot(peer, { variables: { SOURCIER_TELEGRAM_ALLOWED: `5, ${open}` } })
    const stranger = peer.user(6)
    const [refusal] = await stranger.say(computers)
    expect(refusal?.text).toMatch(/invited.*6\.$/)
    expect((await stranger.inline('computers seized'))?.results).toEqual([])
    peer.group(closed, 6).post(`/ask ${computers}`)
    expect(answersIn(await peer.group(open, 6).say(`/ask ${computers}`))).toBe(1)
    expect(answersIn(await peer.group(closed, 5).say(`/ask ${computers}`))).toBe(1)
    expect(peer.group(closed, 5).sees()).toHaveLength(1)
    await peer.group(open, 6).press('Useful')
    expect((await peer.group(closed, 6).press('Useful')).answer?.text).toMatch(/not/i)
  })
})

describe.concurrent('a token that Telegram refuses', () => {
  it('ends the start with one line', async () => {
    const peer = await startPeer()
    const stranger = { ...peer, token: '7300000001:AAE-another-token-of-tests-0000' }
    await expect(startBot(stranger)).rejects.toThrow(/SOURCIER_TELEGRAM_TOKEN/)
  })
})

describe.concurrent('half an answer of Telegram', () => {
  it.each(['silence', 'cut'] as const)(
    'to getUpdates, then %s, blocks nobody',
    async (half) => {
      const peer = await startPeer()
      const bot = await startBot(peer)
      // The call that is under way is not befallen.
      peer.faults.order({ method: 'getUpdates', kind: { half }, times: 2 })
      expect(answersIn(await peer.user(1).say(computers, { messages: 1, timeoutMs: 30_000 }))).toBe(1)
      expect(answersIn(await peer.user(2).say(computers, { messages: 1, timeoutMs: 30_000 }))).toBe(1)
      expect(bot.deaths).toEqual([])
    },
    60_000,
  )

  it('to the first call of the start blocks nobody', async () => {
    const peer = await startPeer()
    peer.faults.order({ method: 'getMe', kind: { half: 'silence' } })
    const bot = await startBot(peer)
    expect(answersIn(await peer.user(1).say(computers, { messages: 1, timeoutMs: 30_000 }))).toBe(1)
    expect(bot.lines.filter((line) => line.includes('cannot be reached'))).toHaveLength(1)
  }, 60_000)

  it('to a message is told to its chat, and others are answered', async () => {
    const peer = await startPeer()
    await startBot(peer)
    peer.faults.order({ method: 'sendMessage', kind: { half: 'silence' }, when: ({ chat_id: chat }) => chat === 1 })
    const first = peer.user(1).say(computers, { messages: 2, timeoutMs: 30_000 })
    expect(answersIn(await peer.user(2).say(computers, { messages: 1, timeoutMs: 30_000 }))).toBe(1)
    const seen = await first
    expect(answersIn(seen)).toBe(1)
    expect(seen.at(-1)?.text).toMatch(/connection broke/)
  }, 60_000)
})
