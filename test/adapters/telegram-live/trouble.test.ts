import { setTimeout as sleep } from 'node:timers/promises'
import { Api } from 'grammy'
import { describe, expect, it } from 'vitest'
import type { FaultKind } from '../../peers/telegram/faults.ts'
import { prepareLiveTest, until } from './live-test.ts'

const maintainer = 9_000
const { desk, startPeer, startBot } = prepareLiveTest({ SOURCIER_ADMINS: `telegram:${maintainer}` })

const computers = 'How many computers and smartphones did Cambodian police seize?'
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
    expect(answersIn(await person.say(computers))).toBe(1)
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
  it('shows one message meanwhile, which becomes the answer', async () => {
    const peer = await startPeer()
    const slow: ReturnType<typeof desk> = {
      ...desk(),
      async ask(question) {
        while (peer.stored().length === 0) {
          question.onWaiting?.()
          await sleep(200)
        }
        return await desk().ask(question)
      },
    }
    await startBot(peer, { desk: slow })
    const person = peer.user(1)
    await person.say(computers)
    await until(() => answersIn(person.sees()) > 0)
    expect(person.sees()).toMatchObject([{ edited: true }])
    expect(peer.stored()[0]?.earlier).toEqual(['Reading the articles …'])
    expect(peer.refusals).toEqual([])
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
    const [answer] = await person.say(computers)
    const pressed = person.press('Show passage', { messages: 1 })
    person.erase(answer?.id ?? 0)
    expect((await pressed).messages[0]?.text).toContain('10 444')
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

describe.concurrent('a token that Telegram refuses', () => {
  it('ends the start with one line', async () => {
    const peer = await startPeer()
    const stranger = { ...peer, token: '7300000001:AAE-another-token-of-tests-0000' }
    await expect(startBot(stranger)).rejects.toThrow(/SOURCIER_TELEGRAM_TOKEN/)
  })
})
