import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildDataFolder, type LiveDesk, openLiveDesk } from './live-desk.ts'
import { runManyChats } from './many-chats.ts'

let folder: Awaited<ReturnType<typeof buildDataFolder>>
let live: LiveDesk
beforeAll(async () => {
  folder = await buildDataFolder()
  live = await openLiveDesk(folder.dataFolder, { SOURCIER_RATE_PER_MINUTE: '10000' })
})
afterAll(async () => {
  await live.close()
  folder.remove()
})

it('answers a hundred chats at once, each in its order, and never faster than Telegram allows', async () => {
  const { dataFolder } = folder
  const result = await runManyChats({ chats: 100, questions: 2, questionsElsewhere: 1, desk: live.desk, dataFolder })
  expect(result).toMatchObject({ asked: 120, answeredInOrder: 120, refused: [], warnings: [], troubles: [] })
  expect(result.pace.violations).toEqual({ chat: 0, group: 0, overall: 0 })
}, 120_000)
