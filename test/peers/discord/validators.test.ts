import { describe, expect, it } from 'vitest'
import { ApiError, type Json } from './api-error.ts'
import { checkCallback } from './checks/callback.ts'
import { checkCommands } from './checks/commands.ts'
import { checkMessage } from './checks/message.ts'
import { interactionTypes } from './protocol.ts'

const letters = (count: number) => 'a'.repeat(count)
const embeds = (embed: Json, count = 1): Json => ({ embeds: Array.from({ length: count }, () => embed) })
const row = (...components: Json[]): Json => ({ type: 1, components })
const button = (number: number): Json => ({ type: 2, style: 1, label: 'x', custom_id: `id${number}` })
const said = (parts: Json): Json => ({ content: 'x', ...parts })
const select = (parts: Json): Json =>
  said({ components: [row({ type: 3, custom_id: 's', options: [{ label: 'a', value: 'a' }], ...parts })] })

function refusal(check: () => void): { readonly code: number; readonly text: string } | undefined {
  try {
    check()
    return undefined
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    return { code: error.code, text: JSON.stringify(error.body()) }
  }
}

describe('a message', () => {
  it.each<[string, Json]>([
    ['2,000 characters', { content: letters(2_000) }],
    ['one embed of the greatest length', embeds({ title: letters(256), description: letters(4_096) })],
    ['ten embeds of 6,000 characters', embeds({ description: letters(600) }, 10)],
    [
      'five rows of five buttons',
      said({ components: [0, 5, 10, 15, 20].map((from) => row(...[1, 2, 3, 4, 5].map((n) => button(from + n)))) }),
    ],
    ['a custom id of 100', said({ components: [row({ type: 2, style: 1, label: 'x', custom_id: letters(100) })] })],
    ['a nonce of 25', said({ nonce: letters(25), enforce_nonce: true })],
    ['nobody to be pinged', said({ allowed_mentions: { parse: [], replied_user: false } })],
    ['25 options', select({ options: Array.from({ length: 25 }, (_, n) => ({ label: letters(100), value: `${n}` })) })],
  ])('takes %s', (_, body) => {
    expect(refusal(() => checkMessage(body))).toBeUndefined()
  })

  it.each<[string, Json, string]>([
    ['2,001 characters', { content: letters(2_001) }, 'content'],
    ['eleven embeds', embeds({ title: 'x' }, 11), 'embeds'],
    ['a title of 257', embeds({ title: letters(257) }), 'title'],
    ['a description of 4,097', embeds({ description: letters(4_097) }), 'description'],
    [
      '6,001 characters in all embeds',
      { embeds: [{ description: letters(4_000) }, { description: letters(2_001) }] },
      'MAX_EMBED_SIZE',
    ],
    ['26 fields', embeds({ fields: Array.from({ length: 26 }, () => ({ name: 'x', value: 'x' })) }), 'fields'],
    ['a field name of 257', embeds({ fields: [{ name: letters(257), value: 'x' }] }), 'name'],
    ['a field value of 1,025', embeds({ fields: [{ name: 'x', value: letters(1_025) }] }), 'value'],
    ['a field without a value', embeds({ fields: [{ name: 'x', value: '' }] }), 'BASE_TYPE_REQUIRED'],
    ['a footer of 2,049', embeds({ title: 'x', footer: { text: letters(2_049) } }), 'footer'],
    ['an author of 257', embeds({ title: 'x', author: { name: letters(257) } }), 'author'],
    ['an address of another scheme', embeds({ title: 'x', url: 'javascript:alert(1)' }), 'URL_TYPE_INVALID'],
    ['a colour beyond white', embeds({ title: 'x', color: 0x1_00_00_00 }), 'color'],
    ['half a surrogate pair', { content: 'a\ud83d' }, 'content'],
    ['six rows', said({ components: [1, 2, 3, 4, 5, 6].map((n) => row(button(n))) }), 'components'],
    ['six buttons in a row', said({ components: [row(...[1, 2, 3, 4, 5, 6].map(button))] }), 'components'],
    ['an empty row', said({ components: [row()] }), 'components'],
    ['a custom id of 101', said({ components: [row({ ...button(1), custom_id: letters(101) })] }), 'custom_id'],
    ['an empty custom id', said({ components: [row({ ...button(1), custom_id: '' })] }), 'custom_id'],
    ['the same custom id twice', said({ components: [row(button(1), button(1))] }), 'DUPLICATED'],
    ['a button style that does not exist', said({ components: [row({ ...button(1), style: 9 })] }), 'style'],
    ['a button without a label', said({ components: [row({ type: 2, style: 1, custom_id: 'x' })] }), 'LABEL_OR_EMOJI'],
    ['a label of 81', said({ components: [row({ ...button(1), label: letters(81) })] }), 'label'],
    [
      'a link button with a custom id',
      said({ components: [row({ ...button(1), style: 5, url: 'https://a.example' })] }),
      'EXCLUSIVE',
    ],
    ['a component that does not exist', said({ components: [{ type: 99 }] }), 'type'],
    [
      '26 options',
      select({ options: Array.from({ length: 26 }, (_, n) => ({ label: 'x', value: `${n}` })) }),
      'options',
    ],
    ['an option label of 101', select({ options: [{ label: letters(101), value: 'x' }] }), 'label'],
    ['a nonce of 26', said({ nonce: letters(26) }), 'nonce'],
    ['a kind of mention that does not exist', said({ allowed_mentions: { parse: ['all'] } }), 'allowed_mentions'],
    [
      'users both parsed and listed',
      said({ allowed_mentions: { parse: ['users'], users: ['12345678901234567'] } }),
      'EXCLUSIVE',
    ],
    ['a reference that is no id', said({ message_reference: { message_id: 'x' } }), 'message_reference'],
    [
      'words beside layout components',
      { content: 'x', flags: 1 << 15, components: [{ type: 10, content: 'x' }] },
      'LEGACY',
    ],
  ])('is refused with %s', (_, body, named) => {
    const found = refusal(() => checkMessage(body))
    expect(found).toMatchObject({ code: 50_035 })
    expect(found?.text).toContain(named)
  })

  it.each<[string, Json]>([
    ['nothing', {}],
    ['blanks', { content: ' \n ' }],
    ['an embed with nothing in it', { embeds: [{ color: 3 }] }],
    ['buttons alone', { components: [row(button(1))] }],
  ])('that holds %s is empty (50006)', (_, body) => {
    expect(refusal(() => checkMessage(body))?.code).toBe(50_006)
  })
})

describe('the first answer to an interaction', () => {
  const { command, autocomplete, component } = interactionTypes
  const choices = (count: number, name = 'x') => ({
    type: 8,
    data: { choices: Array.from({ length: count }, (_, n) => ({ name, value: `${n}` })) },
  })
  const modal = (parts: Json) => ({
    type: 9,
    data: {
      custom_id: 'm',
      title: 'T',
      components: [row({ type: 4, custom_id: 'i', style: 2, label: 'L' })],
      ...parts,
    },
  })

  it('takes what belongs to its kind', () => {
    expect(refusal(() => checkCallback(command, { type: 5, data: { flags: 64 } }, 0))).toBeUndefined()
    expect(refusal(() => checkCallback(component, { type: 6 }, 0))).toBeUndefined()
    expect(refusal(() => checkCallback(autocomplete, choices(25), 0))).toBeUndefined()
    expect(refusal(() => checkCallback(component, modal({}), 0))).toBeUndefined()
  })

  it.each<[string, number, Json]>([
    ['a change of a message that a command does not have', command, { type: 6 }],
    ['a message to autocomplete', autocomplete, { type: 4, data: { content: 'x' } }],
    ['26 choices', autocomplete, choices(26)],
    ['a choice of 101 characters', autocomplete, choices(1, letters(101))],
    ['a form without parts', component, modal({ components: [] })],
    ['a form title of 46', component, modal({ title: letters(46) })],
    [
      'a label of 46',
      component,
      modal({ components: [row({ type: 4, custom_id: 'i', style: 1, label: letters(46) })] }),
    ],
    ['a text over the limit', command, { type: 4, data: { content: letters(2_001) } }],
    ['a type that does not exist', command, { type: 77 }],
  ])('is refused: %s', (_, type, body) => {
    expect(refusal(() => checkCallback(type, body, 0))?.code).toBe(50_035)
  })
})

describe('command definitions', () => {
  const command = (parts: Json): Json => ({ name: 'ask', description: 'Ask', type: 1, ...parts })
  const option = (parts: Json): Json => ({ type: 3, name: 'question', description: 'What', ...parts })

  it('are taken within the limits', () => {
    const localised = { name_localizations: { fr: 'demander' }, description_localizations: { fr: 'Demander' } }
    const list = [
      command({ ...localised, options: [option({ required: true, max_length: 500 })] }),
      { type: 3, name: 'Check this quote' },
    ]
    expect(refusal(() => checkCommands(list))).toBeUndefined()
  })

  it.each<[string, Json[]]>([
    ['an upper-case name', [command({ name: 'Ask' })]],
    ['a name of 33', [command({ name: letters(33) })]],
    ['a description of 101', [command({ description: letters(101) })]],
    ['no description', [command({ description: '' })]],
    ['two of one name', [command({}), command({})]],
    ['an unknown language', [command({ name_localizations: { en: 'ask' } })]],
    ['a localised name with a blank', [command({ name_localizations: { fr: 'poser une question' } })]],
    ['26 options', [command({ options: Array.from({ length: 26 }, (_, n) => option({ name: `o${n}` })) })]],
    [
      'a required option after an optional one',
      [command({ options: [option({}), option({ name: 'b', required: true })] })],
    ],
    [
      '26 choices',
      [
        command({
          options: [option({ choices: Array.from({ length: 26 }, (_, n) => ({ name: `${n}`, value: `${n}` })) })],
        }),
      ],
    ],
    [
      'choices and autocomplete',
      [command({ options: [option({ autocomplete: true, choices: [{ name: 'a', value: 'a' }] })] })],
    ],
    ['a description on a menu', [{ type: 3, name: 'Check', description: 'x' }]],
    [
      'over 8,000 characters',
      [
        command({
          options: Array.from({ length: 25 }, (_, n) =>
            option({
              name: `o${n}`,
              choices: Array.from({ length: 25 }, (__, c) => ({ name: letters(15), value: `${c}` })),
            }),
          ),
        }),
      ],
    ],
  ])('are refused with %s', (_, list) => {
    expect(refusal(() => checkCommands(list))?.code).toBe(50_035)
  })
})
