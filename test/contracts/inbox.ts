import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Delivery, Inbox } from '../../src/inbox.ts'

const bot = '7'

export const sampleDelivery = (updateId: number, parts: Partial<Delivery> = {}): Delivery => ({
  ...{ updateId, lane: 'chat:1', asker: 'telegram:1', payload: `{"update_id":${updateId}}` },
  ...parts,
})

/** What every inbox must do. `open` gives a new empty one whose clock shows `now`. */
export function inboxContract(name: string, open: (now: () => Date) => Promise<Inbox>): void {
  describe(`the inbox in ${name}`, () => {
    let inbox: Inbox
    let time: Date
    beforeEach(async () => {
      time = new Date('2026-03-01T12:00:00Z')
      inbox = await open(() => time)
    })
    afterEach(() => inbox.close())
    const numbers = async () => (await inbox.unfinished(bot)).map(({ updateId }) => updateId)

    it('takes a delivery in once, and says which are new', async () => {
      const first = await inbox.receive(bot, [sampleDelivery(3), sampleDelivery(1)])
      expect(first.map(({ updateId }) => updateId)).toEqual([3, 1])
      const again = await inbox.receive(bot, [sampleDelivery(1), sampleDelivery(4), sampleDelivery(4)])
      expect(again.map(({ updateId }) => updateId)).toEqual([4])
      expect(await numbers()).toEqual([1, 3, 4])
    })

    it('gives back what was delivered as it was', async () => {
      const payload = JSON.stringify({ text: '“Œuvre”\n🕵️ \ud800' })
      const [received] = await inbox.receive(bot, [sampleDelivery(1, { payload, lane: 'chat:-5' })])
      const expected = { updateId: 1, lane: 'chat:-5', asker: 'telegram:1', payload, sent: [], starts: 0, failures: 0 }
      expect(received).toEqual({ ...expected, receivedAtMs: time.getTime() })
      expect(await inbox.unfinished(bot)).toEqual([received])
    })

    it('keeps the bots apart', async () => {
      await inbox.receive(bot, [sampleDelivery(1)])
      await inbox.receive('8', [sampleDelivery(1), sampleDelivery(2)])
      await inbox.finish('8', 1)
      expect(await numbers()).toEqual([1])
      expect(await inbox.counts('8')).toEqual({ waiting: 1, parked: 0 })
    })

    it('knows a delivery that is done or parked when it comes again', async () => {
      await inbox.receive(bot, [sampleDelivery(1), sampleDelivery(2), sampleDelivery(3)])
      await inbox.finish(bot, 1)
      await inbox.finish(bot, 2, { private: true })
      await inbox.park(bot, 3, 'three failures')
      expect(
        await inbox.receive(
          bot,
          [1, 2, 3].map((id) => sampleDelivery(id)),
        ),
      ).toEqual([])
      expect(await numbers()).toEqual([])
    })

    it('remembers how far the sending came', async () => {
      await inbox.receive(bot, [sampleDelivery(1)])
      expect(await inbox.start(bot, 1)).toBe(1)
      expect(await inbox.start(bot, 1)).toBe(2)
      await inbox.holdPlace(bot, 1, 50)
      await inbox.plan(bot, 1, '{"steps":[]}')
      await inbox.markSent(bot, 1, { chat: '1', messageId: 50 })
      await inbox.markSent(bot, 1, { chat: '1', messageId: 0 })
      const [left] = await inbox.unfinished(bot)
      expect(left).toMatchObject({ plan: '{"steps":[]}', sent: [50, 0], placeholder: 50, starts: 0 })
    })

    it('counts failures, and lists what was parked, newest first, without a word of it', async () => {
      await inbox.receive(bot, [sampleDelivery(1), sampleDelivery(2)])
      expect(await inbox.fail(bot, 1)).toBe(1)
      expect(await inbox.fail(bot, 1)).toBe(2)
      await inbox.park(bot, 1, 'bad request')
      time = new Date('2026-03-01T12:00:01Z')
      await inbox.park(bot, 2, 'worse request')
      expect(await inbox.parked(bot, 10)).toEqual([
        { updateId: 2, lane: 'chat:1', parkedAt: '2026-03-01T12:00:01.000Z', reason: 'worse request' },
        { updateId: 1, lane: 'chat:1', parkedAt: '2026-03-01T12:00:00.000Z', reason: 'bad request' },
      ])
      expect(await inbox.parked(bot, 1)).toHaveLength(1)
      expect(await inbox.counts(bot)).toEqual({ waiting: 0, parked: 2 })
    })

    it('tells which messages were sent lately, also of what is done', async () => {
      await inbox.receive(bot, [sampleDelivery(1), sampleDelivery(2)])
      await inbox.markSent(bot, 1, { chat: '-5', messageId: 10 })
      const since = time.getTime() + 1
      time = new Date(since + 5)
      await inbox.markSent(bot, 1, { chat: '-5', messageId: 11 })
      await inbox.markSent(bot, 2, { chat: '', messageId: 0 })
      await inbox.finish(bot, 1)
      expect(await inbox.sentSince(bot, since)).toEqual([{ chat: '-5', atMs: since + 5 }])
      expect(await inbox.sentSince(bot, since - 1)).toHaveLength(2)
    })

    it('drops a person from what is over, and still knows its numbers', async () => {
      await inbox.receive(bot, [sampleDelivery(1), sampleDelivery(2), sampleDelivery(3, { asker: 'telegram:12' })])
      await inbox.park(bot, 1, 'a reason')
      await inbox.park(bot, 3, 'another reason')
      expect(await inbox.forget('telegram:1')).toBe(1)
      expect(await inbox.forget('telegram:1')).toBe(0)
      const parked = await inbox.parked(bot, 10)
      expect(parked.map(({ reason }) => reason)).toEqual(['another reason', ''])
      expect(await numbers()).toEqual([2])
      expect(await inbox.receive(bot, [sampleDelivery(1)])).toEqual([])
    })

    it('drops what was over long ago, and nothing that waits', async () => {
      await inbox.receive(bot, [sampleDelivery(1), sampleDelivery(2), sampleDelivery(3)])
      await inbox.finish(bot, 1)
      time = new Date('2026-03-02T12:00:00Z')
      await inbox.park(bot, 2, 'a reason')
      expect(await inbox.dropBefore(time.getTime())).toBe(1)
      expect(await inbox.counts(bot)).toEqual({ waiting: 1, parked: 1 })
      expect(await inbox.receive(bot, [sampleDelivery(1)])).toHaveLength(1)
    })
  })
}
