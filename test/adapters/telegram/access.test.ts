import { describe, expect, it } from 'vitest'
import { createAccess } from '../../../adapters/telegram/access.ts'
import { createLimiter } from '../../../src/desk/limiter.ts'

const desk = (ratePerMinute = 3) => ({
  allow: createLimiter(ratePerMinute),
  isMaintainer: (asker: string) => asker === 'telegram:1',
})

describe('who may ask', () => {
  it('is everybody where nobody is named', () => {
    expect(createAccess(desk(), []).isInvited({ personId: 5, chatId: 5 })).toBe(true)
  })

  it('is who is named, everybody in a group that is named, and maintainers', () => {
    const { isInvited } = createAccess(desk(), [5, -9])
    expect(isInvited({ personId: 5, chatId: -8 })).toBe(true)
    expect(isInvited({ personId: 6, chatId: -9 })).toBe(true)
    expect(isInvited({ personId: 1, chatId: 1 })).toBe(true)
    expect(isInvited({ personId: 6, chatId: 6 })).toBe(false)
  })

  it('is told once to wait after so many questions a minute, and others are not', async () => {
    const { admit } = createAccess(desk(), [])
    const visit = { personId: 5, chatId: 5, isGroup: false }
    const kinds: string[] = []
    for (let time = 0; time < 6; time++) kinds.push((await admit(visit)).kind)
    expect(kinds).toEqual(['go', 'go', 'go', 'wait', 'hush', 'hush'])
    expect((await admit({ personId: 6, chatId: 6, isGroup: false })).kind).toBe('go')
  })
})
