import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import type { Desk } from '../../../src/desk/types.ts'
import { prepareLiveTest, until } from './live-test.ts'

const { desk, startPeer, startBot } = prepareLiveTest()

const computers = 'How many smartphones did the police seize during the investigation?'

/** The same desk, with a slow model. */
const slowDesk = (milliseconds: number): Desk => ({
  ...desk(),
  async ask(question) {
    await sleep(milliseconds)
    return await desk().ask(question)
  },
})

it.concurrent('a clean stop finishes the answer that is under way, and no other process answers it again', async () => {
  const peer = await startPeer()
  const bot = await startBot(peer, { desk: slowDesk(700), inboxName: 'clean' })
  const person = peer.user(1)
  person.post(computers)
  await until(() => peer.actions.length > 0)
  await bot.stop()
  expect(person.sees().map(({ text }) => text.includes('10 444'))).toEqual([true])
  await startBot(peer, { inboxName: 'clean' })
  await person.say('/sources')
  expect(person.sees()).toHaveLength(2)
})

it.concurrent('what waits when it stops is answered by the next, in order and once', async () => {
  const peer = await startPeer()
  const person = peer.user(1)
  const commands = ['/sources', '/language', '/status', '/proof']
  const bot = await startBot(peer, { inboxName: 'waiting' })
  for (const command of commands) person.post(command)
  await until(() => person.sees().length > 0)
  await bot.stop()
  const before = person.sees().length
  expect(before).toBeLessThan(commands.length)
  await startBot(peer, { inboxName: 'waiting' })
  await until(() => person.sees().length >= commands.length)
  await sleep(1_200)
  const words = [/newest first/, /language/, /passages/, /ten characters/]
  const seen = person.sees()
  expect(seen).toHaveLength(words.length)
  for (const [position, pattern] of words.entries()) expect(seen[position]?.text).toMatch(pattern)
  expect(peer.pace().violations.chat).toBe(0)
})
