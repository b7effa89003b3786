import { setTimeout as wait } from 'node:timers/promises'
import { pino } from 'pino'
import { describe, expect, it } from 'vitest'
import type { Presence } from '../../../adapters/telegram/connection/presence.ts'
import { BadStepError, type Deliver, type Delivered } from '../../../adapters/telegram/messages/deliver.ts'
import type { Plan, Step } from '../../../adapters/telegram/updates/steps.ts'
import { createWorker, type WorkerParts } from '../../../adapters/telegram/updates/worker.ts'
import type { Inbox } from '../../../src/inbox.ts'
import { createNaiveInbox } from '../../index/naive-inbox.ts'

const bot = '7'
const say = (chat: number, text: string): Step => ({ kind: 'message', chat, text, entities: [] })
const planOf = (...steps: Step[]): Plan => ({ steps, private: false })
const idle: Presence = { begin: () => undefined, show: () => undefined, stop: async () => undefined }
const deliveries = (chat: number, ...ids: number[]) =>
  ids.map((id) => ({ updateId: id, lane: `chat:${chat}`, payload: JSON.stringify({ update_id: id, chat }) }))

type Record = { chat: number; text: string }

/** A worker whose messages are written down. */
function startWorker(inbox: Inbox, parts: Partial<WorkerParts> = {}, outcome?: (step: Step) => Delivered) {
  const sent: Record[] = []
  const parked: string[] = []
  const deliver: Deliver = async (step) => {
    await wait(1)
    const delivered = outcome?.(step) ?? { outcome: 'sent', messageId: sent.length + 1 }
    if (step.kind === 'message' && delivered.outcome !== 'unwanted') sent.push({ chat: step.chat, text: step.text })
    return delivered
  }
  const worker = createWorker({
    ...{ inbox, bot, deliver, log: pino({ level: 'silent' }) },
    answer: async (update) => planOf(say(Number(JSON.parse(JSON.stringify(update)).chat), `${update.update_id}`)),
    apologise: (update) => planOf(say(0, `sorry for ${update.update_id}`)),
    explainUnknown: () => say(0, 'it may be missing'),
    createPresence: () => idle,
    onParked: (reason) => parked.push(reason),
    onDead: (reason) => parked.push(reason),
    ...parts,
  })
  const until = async (isReached: () => boolean) => {
    for (let turn = 0; turn < 2_000 && !isReached(); turn++) await wait(5)
  }
  return { worker, sent, parked, until, empty: () => until2(inbox) }
}

async function until2(inbox: Inbox): Promise<void> {
  for (let turn = 0; turn < 2_000 && (await inbox.counts(bot)).waiting > 0; turn++) await wait(5)
}

describe('the worker', () => {
  it('answers in order within a chat, and lets no chat wait for another', async () => {
    const inbox = createNaiveInbox(() => new Date())
    let release: () => void = () => undefined
    const gate = new Promise<void>((resolve) => {
      release = resolve
    })
    const { worker, sent, until, empty } = startWorker(inbox, {
      answer: async (update) => {
        if (update.update_id === 1) await gate
        else await wait(update.update_id % 3)
        return planOf(say(update.update_id % 2, `${update.update_id}`))
      },
    })
    const ids = Array.from({ length: 40 }, (_, index) => index + 1)
    for (const id of ids) worker.add(await inbox.receive(bot, deliveries(id % 2, id)))
    await until(() => sent.length === 20)
    expect(sent.map(({ text }) => Number(text))).toEqual(ids.filter((id) => id % 2 === 0))
    release()
    await empty()
    const odd = sent.filter(({ chat }) => chat === 1).map(({ text }) => Number(text))
    expect(odd).toEqual(ids.filter((id) => id % 2 === 1))
  })

  it('goes on after a crash where the sending was, without working it out again', async () => {
    const inbox = createNaiveInbox(() => new Date())
    await inbox.receive(bot, deliveries(5, 1, 2))
    await inbox.plan(bot, 1, JSON.stringify(planOf(say(5, 'a'), say(5, 'b'), say(5, 'c'))))
    await inbox.markSent(bot, 1, { chat: '5', messageId: 100 })
    const { worker, sent, empty } = startWorker(inbox)
    worker.add(await inbox.unfinished(bot))
    await empty()
    expect(sent.map(({ text }) => text)).toEqual(['b', 'c', '2'])
  })

  it('parks what fails three times, says sorry once, tells the maintainers once, and goes on', async () => {
    const inbox = createNaiveInbox(() => new Date())
    let tries = 0
    const { worker, sent, parked, empty } = startWorker(inbox, {
      answer: async (update) => {
        if (update.update_id !== 1) return planOf(say(5, 'next'))
        tries += 1
        throw new Error('broken')
      },
    })
    worker.add(await inbox.receive(bot, deliveries(5, 1, 2)))
    await empty()
    expect(tries).toBe(3)
    expect(parked).toEqual(['broken'])
    expect(sent.map(({ text }) => text)).toEqual(['sorry for 1', 'next'])
    expect(await inbox.parked(bot, 5)).toMatchObject([{ updateId: 1, reason: 'broken' }])
  })

  it('parks at once what Telegram refuses, and what ended the process again and again', async () => {
    const inbox = createNaiveInbox(() => new Date())
    await inbox.receive(bot, deliveries(5, 1, 2))
    for (let start = 0; start < 20; start++) await inbox.start(bot, 1)
    const { worker, parked, empty } = startWorker(inbox, {}, (step) => {
      if (step.kind === 'message' && step.text === '2') throw new BadStepError('refused')
      return { outcome: 'sent', messageId: 1 }
    })
    worker.add(await inbox.unfinished(bot))
    await empty()
    expect(parked).toEqual(['it ended the process 20 times', 'refused'])
  })

  it('sends nothing more to who does not want it, and says so when nobody knows what arrived', async () => {
    const inbox = createNaiveInbox(() => new Date())
    const answer = async () => planOf(say(5, 'a'), say(5, 'b'))
    const blocked = startWorker(inbox, { answer }, () => ({ outcome: 'unwanted' }))
    blocked.worker.add(await inbox.receive(bot, deliveries(5, 1)))
    await blocked.empty()
    expect(blocked.sent).toEqual([])
    const broken = startWorker(inbox, { answer }, (step) =>
      step.kind === 'message' && step.text === 'a' ? { outcome: 'unknown' } : { outcome: 'sent', messageId: 2 },
    )
    broken.worker.add(await inbox.receive(bot, deliveries(5, 2)))
    await broken.empty()
    expect(broken.sent.map(({ text }) => text)).toEqual(['a', 'b', 'it may be missing'])
    expect(await inbox.counts(bot)).toEqual({ waiting: 0, parked: 0 })
  })

  it('says that something may be missing also when it is ended before it could', async () => {
    const inbox = createNaiveInbox(() => new Date())
    const answer = async () => planOf(say(5, 'a'))
    const first = startWorker(inbox, { answer }, (step) => {
      if (step.kind === 'message' && step.text === 'a') return { outcome: 'unknown' }
      throw new Error('the process ends here')
    })
    first.worker.add(await inbox.receive(bot, deliveries(5, 1)))
    await first.until(() => first.sent.length === 1)
    await first.worker.stop(0)
    const second = startWorker(inbox, { answer })
    second.worker.add(await inbox.unfinished(bot))
    await second.empty()
    expect(second.sent.map(({ text }) => text)).toEqual(['it may be missing'])
  })

  it.each([['words'], [undefined], [null], [new AggregateError([], '')]])(
    'outlives whatever an update makes it throw (%s)',
    async (thrown) => {
      const inbox = createNaiveInbox(() => new Date())
      const { worker, sent, parked, empty } = startWorker(inbox, {
        answer: async ({ update_id }) => {
          if (update_id === 1) throw thrown
          return planOf(say(5, 'next'))
        },
        apologise: () => planOf(),
      })
      worker.add(await inbox.receive(bot, deliveries(5, 1, 2)))
      await empty()
      expect(parked).toHaveLength(1)
      expect(sent.map(({ text }) => text)).toEqual(['next'])
    },
    15_000,
  )

  it('lets no button and no inline query wait for answers that take long: they were of no use any more', async () => {
    const inbox = createNaiveInbox(() => new Date())
    let release: () => void = () => undefined
    const gate = new Promise<void>((resolve) => {
      release = resolve
    })
    const { worker, sent, until, empty } = startWorker(inbox, {
      answer: async ({ update_id }) => {
        if (update_id < 1_000) await gate
        return planOf(say(update_id, `${update_id}`))
      },
    })
    for (let chat = 1; chat <= 100; chat++) worker.add(await inbox.receive(bot, deliveries(chat, chat)))
    const urgent = ['press:3:4', 'inline:5'].map((lane, position) => {
      const updateId = 1_000 + position
      return { updateId, lane, payload: JSON.stringify({ update_id: updateId }) }
    })
    worker.add(await inbox.receive(bot, urgent))
    await until(() => sent.length === 2)
    expect(sent.map(({ chat }) => chat).sort()).toEqual([1_000, 1_001])
    release()
    await empty()
    expect(sent).toHaveLength(102)
  })

  it('looks at the newest of a person’s inline queries only', async () => {
    const inbox = createNaiveInbox(() => new Date())
    const looked: number[] = []
    const { worker, empty } = startWorker(inbox, {
      answer: async ({ update_id }) => {
        looked.push(update_id)
        return planOf()
      },
    })
    const query = (updateId: number) => ({
      updateId,
      lane: 'inline:5',
      payload: JSON.stringify({ update_id: updateId }),
    })
    worker.add(await inbox.receive(bot, [query(1), query(2), query(3)]))
    await empty()
    expect(looked).toEqual([3])
  })

  it('finishes what is under way when it is stopped, and leaves the rest in the inbox, nothing held against it', async () => {
    const inbox = createNaiveInbox(() => new Date())
    const begun: number[] = []
    const { worker, sent, until } = startWorker(inbox, {
      answer: async (update) => {
        begun.push(update.update_id)
        await wait(30)
        return planOf(say(update.update_id % 12, `${update.update_id}`))
      },
    })
    const ids = Array.from({ length: 36 }, (_, index) => index + 1)
    for (const id of ids) worker.add(await inbox.receive(bot, deliveries(id % 12, id)))
    await until(() => begun.length > 0)
    await worker.stop(5_000)
    const left = await inbox.unfinished(bot)
    expect(sent.map(({ text }) => Number(text)).sort((a, b) => a - b)).toEqual(begun.sort((a, b) => a - b))
    expect(left).toHaveLength(ids.length - begun.length)
    expect(left.filter(({ failures }) => failures > 0)).toEqual([])
  })
})
