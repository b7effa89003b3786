import { afterAll, beforeAll, expect, it } from 'vitest'
import { runKillCampaign } from './kill-campaign.ts'
import { buildDataFolder } from './live-desk.ts'

let folder: Awaited<ReturnType<typeof buildDataFolder>>
beforeAll(async () => {
  folder = await buildDataFolder()
})
afterAll(() => folder.remove())

it('loses no question of sixty when the process is killed three times, and sends one message a chat twice at most', async () => {
  const result = await runKillCampaign({ dataFolder: folder.dataFolder, chats: 20, rounds: 3 })
  expect(result).toMatchObject({ asked: 60, lost: 0, outOfOrder: 0, strange: [] })
  // A placeholder that had become the answer before the kill becomes it again after it.
  expect(result.refusals.filter((refusal) => !refusal.includes('message is not modified'))).toEqual([])
  expect(result.mostRepeatedInAChatAtAKill).toBeLessThanOrEqual(1)
  expect(result.pace.violations).toEqual({ chat: 0, group: 0, overall: 0 })
  expect(result.log).not.toContain('AAE-')
}, 90_000)
