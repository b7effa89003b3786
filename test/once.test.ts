import { expect, it } from 'vitest'
import { once } from '../src/once.ts'

it('begins once for all who ask, also while it is under way', async () => {
  let begun = 0
  const open = once(async () => {
    begun += 1
    return { begun }
  })
  const [first, second] = await Promise.all([open(), open()])
  expect(second).toBe(first)
  expect(await open()).toBe(first)
  expect(begun).toBe(1)
})

it('does not remember a failure', async () => {
  let begun = 0
  const open = once(async () => {
    begun += 1
    if (begun === 1) throw new Error('not yet')
    return begun
  })
  const both = [open(), open()]
  for (const failed of both) await expect(failed).rejects.toThrow('not yet')
  expect(await open()).toBe(2)
})
