import { describe, expect, it } from 'vitest'
import { chatEndpoint } from '../../adapters/langchain/chat-http.ts'
import { createChatModel } from '../../adapters/langchain/chat-model.ts'
import { isHosted } from '../../src/writing/chat-model.ts'
import { readJson } from '../../src/writing/read-json.ts'

describe('the address of a chat model', () => {
  it.each([
    'http://localhost:11434',
    'http://127.0.0.1:8080/v1',
    'http://127.1',
    'http://[::1]:1',
    'http://LOCALHOST/v1',
  ])('is on this machine: %s', (url) => {
    expect(isHosted(url)).toBe(false)
    expect(createChatModel({ model: 'm', url }).hosted).toBe(false)
  })

  it.each([
    'https://api.example.com/v1',
    'http://localhost.example.com',
    'http://127.0.0.1.example.com',
    'http://localhost@example.com',
    'http://192.168.1.5:11434',
    'http://0.0.0.0:11434',
    'http://[::2]:1',
    'not an address',
  ])('is hosted: %s', (url) => {
    expect(isHosted(url)).toBe(true)
  })

  it.each([
    ['http://127.0.0.1:11434', 'http://127.0.0.1:11434/v1/chat/completions'],
    ['http://127.0.0.1:11434/', 'http://127.0.0.1:11434/v1/chat/completions'],
    ['https://host.example/v1/', 'https://host.example/v1/chat/completions'],
    ['https://host.example/openai/v1', 'https://host.example/openai/v1/chat/completions'],
    ['https://host.example/v1/chat/completions', 'https://host.example/v1/chat/completions'],
    ['https://host.example/v1?version=2', 'https://host.example/v1/chat/completions?version=2'],
  ])('%s is asked at %s', (address, url) => {
    expect(chatEndpoint(address, undefined).url).toBe(url)
  })

  it('puts a key, or else a name and password, in a header and not in the address', () => {
    expect(chatEndpoint('https://host.example', 'k').headers).toMatchObject({ authorization: 'Bearer k' })
    const { url, headers } = chatEndpoint('https://ann:pa%20ss@host.example/v1', undefined)
    expect(url).not.toContain('pa')
    expect(headers).toMatchObject({ authorization: `Basic ${Buffer.from('ann:pa ss').toString('base64')}` })
  })
})

describe('the JSON in a text', () => {
  it.each([
    ['{"a":1}', { a: 1 }],
    ['Here:\n```json\n{"a":"}{"}\n```\nBye {', { a: '}{' }],
    ['<think>{"b":2}</think>{"a":1}', { a: 1 }],
    ['{not json} {"a":"\\"{"}', { a: '"{' }],
    ['{"a":', undefined],
    ['42', undefined],
    ['', undefined],
  ])('of %j is %j', (text, value) => {
    expect(readJson(text)).toEqual(value)
  })
})
