import { describe, expect, it } from 'vitest'
import { findLinks, findPings } from './markup.ts'

const addresses = (text: string) => findLinks(text).map(({ address }) => address)

describe('links', () => {
  it.each<[string, readonly string[]]>([
    ['see https://a.example/b.', ['https://a.example/b']],
    ['[here](https://a.example/b)', ['https://a.example/b']],
    ['[a [b] c](<https://a.example/b> "title")', ['https://a.example/b']],
    ['<https://a.example>', ['https://a.example']],
    ['join discord.gg/abcdef', ['discord.gg/abcdef']],
    ['xhttps://a.example', ['https://a.example']],
    ['\\[here\\](https\\://a.example)', []],
    ['`https://a.example`', []],
    ['```\nhttps://a.example\n```', []],
    ['https\u200b://a.example', []],
    ['[1] and (2)', []],
  ])('in %s are %j', (text, expected) => {
    expect(addresses(text)).toEqual(expected)
  })
})

describe('pings', () => {
  const everybody = '<@12345678901234567> <@&22345678901234567> @everyone'
  const ordinary = { interaction: false, repliedTo: '32345678901234567' }

  it('an ordinary message pings all it names, and whom it replies to', () => {
    const { users, roles, everyone } = findPings(everybody, undefined, ordinary)
    expect([users, roles, everyone]).toEqual([['12345678901234567', '32345678901234567'], ['22345678901234567'], true])
  })

  it('an answer to an interaction pings users only', () => {
    const { users, roles, everyone } = findPings(everybody, undefined, { interaction: true })
    expect([users.length, roles.length, everyone]).toEqual([1, 0, false])
  })

  it('nobody is pinged where nothing is allowed', () => {
    expect(findPings(everybody, { parse: [] }, ordinary)).toEqual({ users: [], roles: [], everyone: false })
  })

  it('only who is listed is pinged', () => {
    const { users } = findPings(`${everybody} <@42345678901234567>`, { users: ['42345678901234567'] }, ordinary)
    expect(users).toEqual(['42345678901234567'])
  })
})
