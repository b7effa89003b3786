import { Collection, type Message, MessageType } from 'discord.js'
import { describe, expect, test } from 'vitest'
import { readMessageText } from '../../../adapters/discord/interactions/message-text.ts'
import { isAddressed, readQuestion } from '../../../adapters/discord/messages/addressed.ts'

const me = '100000000000000001'
const person = { id: '200000000000000002', bot: false, system: false, displayName: 'Ada' }

const roles = new Collection<string, unknown>()

type Change = { readonly [name in keyof Message]?: unknown }

function makeMessage(change: Change = {}): Message {
  const mentions = { users: new Collection([[me, { id: me, displayName: 'Sourcier' }]]), roles, repliedUser: null }
  const plain = { author: person, webhookId: null, system: false, type: MessageType.Default, guildId: '3', mentions }
  return {
    ...plain,
    client: { user: { id: me, username: 'Sourcier' } },
    content: `<@${me}> When?`,
    embeds: [],
    components: [],
    poll: null,
    messageSnapshots: new Collection(),
    ...change,
  } as unknown as Message
}
const nobody = { users: new Collection<string, unknown>(), roles, repliedUser: null }

describe('which messages speak to the bot', () => {
  test('a mention, a reply to it, a direct message', () => {
    expect(isAddressed(makeMessage(), me)).toBe(true)
    const reply = { mentions: { ...nobody, repliedUser: { id: me } }, type: MessageType.Reply }
    expect(isAddressed(makeMessage({ ...reply, content: 'And then?' }), me)).toBe(true)
    expect(isAddressed(makeMessage({ guildId: null, mentions: nobody }), me)).toBe(true)
  })

  test('no bot, no webhook, not itself, no notice of Discord, no mention of everyone', () => {
    expect(isAddressed(makeMessage({ author: { ...person, bot: true } }), me)).toBe(false)
    expect(isAddressed(makeMessage({ author: { ...person, id: me } }), me)).toBe(false)
    expect(isAddressed(makeMessage({ webhookId: '4' }), me)).toBe(false)
    expect(isAddressed(makeMessage({ type: MessageType.ChannelPinnedMessage }), me)).toBe(false)
    expect(isAddressed(makeMessage({ mentions: { ...nobody, everyone: true }, content: '@everyone' }), me)).toBe(false)
  })

  test('a mention of its own role, by Discord’s mark of it or by its name, and of no other', () => {
    const byRole = (role: unknown) => makeMessage({ mentions: { ...nobody, roles: new Collection([['9', role]]) } })
    expect(isAddressed(byRole({ name: 'A bot', tags: { botId: me } }), me)).toBe(true)
    expect(isAddressed(byRole({ name: 'sourcier', tags: null }), me)).toBe(true)
    expect(isAddressed(byRole({ name: 'A bot', tags: { botId: '8' } }), me)).toBe(false)
    expect(isAddressed(byRole({ name: 'Editors', tags: null }), me)).toBe(false)
  })

  test('no reply whose words it cannot read', () => {
    const reply = { mentions: { ...nobody, repliedUser: { id: me } }, type: MessageType.Reply, content: '' }
    expect(isAddressed(makeMessage(reply), me)).toBe(false)
  })

  test('the question is what is left without its name, with other people by theirs', () => {
    const users = new Collection([[person.id, person]])
    const content = `<@${me}>  What did <@!${person.id}> say in <#5> <:tada:6>?`
    expect(readQuestion(makeMessage({ content, mentions: { users } }), me)).toBe('What did Ada say in ?')
  })
})

describe('the words of a message to check', () => {
  test('are without the marks around them', () => {
    const content = '> “He said **10,444** _computers_”\n[source](https://news.example) \\*x\\*'
    expect(readMessageText(makeMessage({ content }))).toBe('“He said 10,444 computers”\nsource *x*')
  })

  test('are its own, a forwarded message’s and those of embeds', () => {
    const forwarded = new Collection([['1', { content: 'forwarded words', embeds: [] }]])
    expect(readMessageText(makeMessage({ content: '', messageSnapshots: forwarded }))).toBe('forwarded words')
    const poll = { question: { text: 'Did 740 leave?' } }
    expect(readMessageText(makeMessage({ content: '', poll }))).toBe('Did 740 leave?')
    const text = (content: string) => ({ type: 10, content })
    const section = { type: 9, components: [text('# 740 foreigners')], accessory: { type: 2, label: 'No' } }
    const container = { type: 17, components: [section, { type: 14 }, text('were **expelled**')] }
    const components = [text('Seen today:'), container, { type: 1, components: [{ type: 2, label: 'No' }] }]
    expect(readMessageText(makeMessage({ content: '', components }))).toBe('Seen today:\n740 foreigners\nwere expelled')
    const embeds = [{ title: null, description: '> “quoted”', fields: [] }]
    expect(readMessageText(makeMessage({ content: '', embeds }))).toBe('“quoted”')
  })

  test('are those of a link’s preview, alone, beside others and forwarded, and not the link', () => {
    const embeds = [{ title: 'Raid', description: '“740 computers”', fields: [] }]
    const content = 'https://news.example/raid'
    const preview = 'Raid\n“740 computers”'
    expect(readMessageText(makeMessage({ content, embeds }))).toBe(preview)
    expect(readMessageText(makeMessage({ content: `Is that so?\n<${content}>`, embeds }))).toBe(
      `Is that so?\n${preview}`,
    )
    for (const words of ['', content]) {
      const messageSnapshots = new Collection([['1', { content: words, embeds }]])
      expect(readMessageText(makeMessage({ content: '', messageSnapshots }))).toBe(preview)
    }
    expect(readMessageText(makeMessage({ content }))).toBe('')
  })
})
