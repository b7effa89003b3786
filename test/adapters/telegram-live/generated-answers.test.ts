import { expect, it } from 'vitest'
import { sendGenerated } from './send-generated.ts'

it('writes no answer that Telegram refuses, whatever the articles hold', async () => {
  const { answers, messages, refused, mended, longest } = await sendGenerated(200, 20_261_122)
  expect(refused).toEqual([])
  expect(mended).toBe(0)
  expect(messages).toBeGreaterThan(answers)
  expect(longest).toBeGreaterThan(3_000)
})
