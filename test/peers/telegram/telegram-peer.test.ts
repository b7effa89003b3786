import { Api, Bot, GrammyError, HttpError, InputFile } from 'grammy'
import type { MessageEntity } from 'grammy/types'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { hasten } from './pace.ts'
import { type PeerOptions, startTelegramPeer, type TelegramPeer } from './peer.ts'

const person = 4_001
const group = -100_200

let peer: TelegramPeer
let api: Api
const apiOf = (to: TelegramPeer, token = to.token) => new Api(token, { apiRoot: to.url, timeoutSeconds: 10 })

async function restart(options: PeerOptions): Promise<void> {
  await peer.close()
  peer = await startTelegramPeer(options)
  api = apiOf(peer)
  peer.user(person).post('/start')
}

beforeEach(async () => {
  peer = await startTelegramPeer({ limits: hasten(20) })
  api = apiOf(peer)
  peer.user(person).post('/start')
})
afterEach(() => peer.close())

/** What the server refuses a call with, in its words. */
async function refusal(call: Promise<unknown>): Promise<string> {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!(error instanceof GrammyError)) throw new Error(`not refused: ${error}`)
  return `${error.error_code} ${error.description}`
}

describe('texts and entities', () => {
  const send = (text: string, entities?: readonly object[], more: object = {}) =>
    api.sendMessage(person, text, { ...(entities && { entities: entities as MessageEntity[] }), ...more })
  const entity = (type: string, offset: number, length: number, more: object = {}) => ({
    type,
    offset,
    length,
    ...more,
  })

  it.each([
    ['beginning after the end', [entity('bold', 6, 1)], 'entity begins after the end of the text'],
    ['ending after the end', [entity('bold', 0, 7)], 'ends after the end of the text'],
    ['of no length', [entity('bold', 0, 0)], 'incorrect length'],
    ['before the text', [entity('bold', -1, 2)], 'incorrect offset'],
    ['beginning within a surrogate pair', [entity('bold', 3, 2)], 'begins in a middle of a UTF-16 symbol'],
    ['ending within a surrogate pair', [entity('bold', 0, 3)], 'ends in a middle of a UTF-16 symbol'],
    ['of an unknown type', [entity('marquee', 0, 2)], 'unsupported type'],
    ['that cross', [entity('bold', 0, 2), entity('italic', 1, 3)], 'ENTITY_BOUNDS_INVALID'],
    ['of a quote in a quote', [entity('blockquote', 0, 6), entity('expandable_blockquote', 0, 2)], "can't be nested"],
    ['of code in bold', [entity('bold', 0, 6), entity('code', 0, 2)], 'ENTITY_BOUNDS_INVALID'],
    ['linking to no address', [entity('text_link', 0, 2, { url: 'javascript:alert(1)' })], 'wrong message entity'],
    ['linking to nothing', [entity('text_link', 0, 2)], 'URL must be non-empty'],
    ['by the hundred', Array.from({ length: 101 }, () => entity('bold', 0, 1)), 'ENTITIES_TOO_LONG'],
  ])('refuses entities %s', async (_, entities, words) => {
    expect(await refusal(send('ab😀cd', entities))).toMatch(new RegExp(`^400 Bad Request: .*${words}`))
    expect(peer.stored()).toEqual([])
  })

  it('accepts marks within quotes and links within quotes, and shows them', async () => {
    const quote = entity('expandable_blockquote', 0, 9)
    const link = entity('text_link', 6, 3, { url: 'https://news.example/a' })
    await send('ab😀c def', [link, quote, entity('bold', 2, 2)])
    expect(peer.user(person).sees()[0]?.shown).toBe('«ab**😀**c [def](https://news.example/a)»')
  })

  it('trims a text and moves its entities along', async () => {
    await send(' \n\tab \u202ecd\r\n  ', [entity('bold', 3, 2), entity('italic', 7, 6)])
    const [seen] = peer.user(person).sees()
    expect(seen?.text).toBe('ab cd')
    expect(seen?.shown).toBe('**ab** _cd_')
  })

  it('counts 4,096 UTF-16 units, after trimming', async () => {
    await send(`${'é'.repeat(4_094)}😀  `)
    expect(await refusal(send(`${'é'.repeat(4_095)}😀`))).toBe('400 Bad Request: message is too long')
  })

  it.each([
    ['', 'message text is empty'],
    [' \n ', 'text must be non-empty'],
    ['half \ud83d a pair', 'strings must be encoded in UTF-8'],
  ])('refuses the text %j', async (text, words) => {
    expect(await refusal(send(text))).toBe(`400 Bad Request: ${words}`)
  })

  it('refuses unknown parse modes', async () => {
    expect(await refusal(send('a', [], { parse_mode: 'BBCode' }))).toBe('400 Bad Request: unsupported parse_mode')
  })

  it('refuses callback data over 64 bytes and buttons without an action', async () => {
    const keyboard = (button: object) => ({ reply_markup: { inline_keyboard: [[{ text: 'Go', ...button }]] } })
    await send('a', [], keyboard({ callback_data: 'é'.repeat(32) }))
    const refused = await refusal(send('b', [], keyboard({ callback_data: `${'é'.repeat(32)}x` })))
    expect(refused).toBe('400 Bad Request: BUTTON_DATA_INVALID')
    expect(await refusal(send('c', [], keyboard({})))).toContain('text buttons are unallowed')
    expect(await refusal(send('d', [], keyboard({ url: 'nowhere' })))).toContain('wrong HTTP URL')
  })

  it('takes a document sent along as a form', async () => {
    await api.sendDocument(person, new InputFile(Buffer.from('a;b\né;2'), 'figures.csv'), { caption: 'Figurés' })
    expect(peer.user(person).sees()).toMatchObject([{ document: 'figures.csv', text: 'Figurés' }])
  })
})

describe('who may be written to', () => {
  it('refuses unknown chats, people who never wrote and people who blocked the bot', async () => {
    expect(await refusal(api.sendMessage(9, 'a'))).toBe('400 Bad Request: chat not found')
    const shy = peer.user(4_002)
    expect(await refusal(api.sendMessage(4_002, 'a'))).toBe(
      "403 Forbidden: bot can't initiate conversation with a user",
    )
    shy.post('hello')
    await api.sendMessage(4_002, 'a')
    shy.block()
    expect(await refusal(api.sendMessage(4_002, 'a'))).toBe('403 Forbidden: bot was blocked by the user')
  })

  it('knows its token alone', async () => {
    const wrong = apiOf(peer, '7300000001:AAE-another-token-of-tests-0000')
    expect(await refusal(wrong.getMe())).toBe('401 Unauthorized')
    expect(await refusal(apiOf(peer, 'nonsense').getMe())).toBe('404 Not Found')
    await expect(api.getMe()).resolves.toMatchObject({ username: 'sourcier_bot', can_read_all_group_messages: false })
  })

  it('refuses a reply to a message that is gone, unless it may go without', async () => {
    const reply = (more: object) => api.sendMessage(person, 'a', { reply_parameters: { message_id: 77, ...more } })
    expect(await refusal(reply({}))).toBe('400 Bad Request: message to be replied not found')
    await expect(reply({ allow_sending_without_reply: true })).resolves.toMatchObject({ text: 'a' })
  })
})

describe('edits', () => {
  it('refuses to change a message into itself, one that is gone, or one of somebody else', async () => {
    const question = peer.user(person).post('hello')
    const { message_id: id } = await api.sendMessage(person, 'a')
    expect(await refusal(api.editMessageText(person, id, ' a '))).toMatch(/^400 Bad Request: message is not modified: /)
    await api.editMessageText(person, id, 'b')
    expect(peer.user(person).sees()).toMatchObject([{ text: 'b', edited: true }])
    expect(await refusal(api.editMessageText(person, question, 'b'))).toBe("400 Bad Request: message can't be edited")
    peer.user(person).erase(id)
    expect(await refusal(api.editMessageText(person, id, 'c'))).toBe('400 Bad Request: message to edit not found')
  })
})

describe('updates', () => {
  it('come again until they are confirmed, and wait for the poller', async () => {
    peer.user(person).post('one')
    const first = await api.getUpdates({ timeout: 5 })
    expect(first.map(({ message }) => message?.text)).toEqual(['/start', 'one'])
    expect(await api.getUpdates({ offset: first[1]?.update_id ?? 0 })).toEqual([first[1]])
    const next = api.getUpdates({ offset: (first[1]?.update_id ?? 0) + 1, timeout: 5 })
    setTimeout(() => peer.user(person).post('two'), 30)
    expect((await next).map(({ message }) => message?.text)).toEqual(['two'])
    expect(peer.queue.isConfirmed(first[1]?.update_id ?? 0)).toBe(true)
    expect(peer.queue.mostDeliveries()).toBe(2)
  })

  it('go to the newer of two pollers, and the first is told', async () => {
    const offset = 500_000_002
    const first = refusal(api.getUpdates({ offset, timeout: 5 }))
    await new Promise((resolve) => setTimeout(resolve, 50))
    const second = apiOf(peer).getUpdates({ offset, timeout: 5 })
    expect(await first).toMatch(/^409 Conflict: terminated by other getUpdates request/)
    peer.user(person).post('two')
    expect(await second).toHaveLength(1)
  })

  it('are not polled for while a webhook is set', async () => {
    await api.setWebhook('https://bot.example/hook')
    expect(await refusal(api.getUpdates())).toMatch(
      /^409 Conflict: can't use getUpdates method while webhook is active/,
    )
    await api.deleteWebhook({ drop_pending_updates: true })
    expect(await api.getUpdates()).toEqual([])
  })

  it('are of the kinds that were asked for', async () => {
    await api.getUpdates({ offset: 500_000_002, allowed_updates: ['callback_query'] })
    peer.user(person).post('not asked for')
    expect(await api.getUpdates()).toEqual([])
  })

  it('reach the real bot, which answers', async () => {
    const bot = new Bot(peer.token, { client: { apiRoot: peer.url } })
    bot.on('message:text', (context) => context.reply(`You said ${context.message.text}`))
    const running = bot.start()
    const seen = await peer.user(4_003).say('good day')
    expect(seen).toMatchObject([{ text: 'You said good day' }])
    await bot.stop()
    await running
  })
})

describe('groups in privacy mode', () => {
  it('show the bot commands, mentions and replies to it, and nothing else', async () => {
    const voice = peer.group(group, person)
    const { message_id: id } = await api.sendMessage(group, 'I am here')
    voice.post('nobody asks the bot')
    voice.post('/ask what')
    voice.post('/ask@other_bot what')
    voice.post('hey @sourcier_bot, what?')
    voice.post('hey @sourcier_bot2, what?')
    voice.post('and that?', { replyTo: id })
    const updates = await api.getUpdates({ offset: 500_000_002 })
    expect(updates.map(({ message }) => message?.text)).toEqual(['/ask what', 'hey @sourcier_bot, what?', 'and that?'])
    expect(updates[2]?.message?.reply_to_message?.from?.id).toBe(peer.bot.id)
    voice.throwOut()
    expect(await refusal(api.sendMessage(group, 'a'))).toBe('403 Forbidden: bot was kicked from the group chat')
  })
})

describe('buttons and inline queries', () => {
  const keyboard = { reply_markup: { inline_keyboard: [[{ text: 'Passage', callback_data: 'p:1' }]] } }
  const lastQuery = async () => (await api.getUpdates()).at(-1)

  it('tell who pressed what the bot answers, once', async () => {
    await api.sendMessage(person, 'a', keyboard)
    const pressed = peer.user(person).press('Passage')
    const id = (await lastQuery())?.callback_query?.id ?? ''
    expect(await refusal(api.answerCallbackQuery(id, { text: 'x'.repeat(201) }))).toBe(
      '400 Bad Request: MESSAGE_TOO_LONG',
    )
    await api.answerCallbackQuery(id, { text: 'noted' })
    expect(await pressed).toEqual({ answer: { text: 'noted', alert: false }, messages: [] })
    expect(await refusal(api.answerCallbackQuery(id))).toBe(
      '400 Bad Request: query is too old and response timeout expired or query ID is invalid',
    )
  })

  it('refuse answers that come too late', async () => {
    await restart({ life: { callbackMs: 20, inlineMs: 20 } })
    expect(await peer.user(person).inline('who')).toBeUndefined()
    const id = (await lastQuery())?.inline_query?.id ?? ''
    expect(await refusal(api.answerInlineQuery(id, []))).toMatch(/^400 Bad Request: query is too old/)
    expect(peer.pace().lateAnswers).toBe(1)
  })

  it('take at most 50 results with ids of their own', async () => {
    const result = (id: string, text = 'words') =>
      ({ type: 'article', id, title: 'Title', input_message_content: { message_text: text } }) as const
    const asked = peer.user(person).inline('who')
    const id = (await lastQuery())?.inline_query?.id ?? ''
    const answer = (results: readonly ReturnType<typeof result>[]) =>
      api.answerInlineQuery(id, [...results], { is_personal: true, cache_time: 5 })
    expect(await refusal(answer(Array.from({ length: 51 }, (_, n) => result(`${n}`))))).toMatch(/RESULTS_TOO_MUCH/)
    expect(await refusal(answer([result('a'), result('a')]))).toMatch(/RESULT_ID_DUPLICATE/)
    expect(await refusal(answer([result('x'.repeat(65))]))).toMatch(/RESULT_ID_INVALID/)
    expect(await refusal(answer([result('a', ' ')]))).toMatch(/text must be non-empty/)
    await answer([result('a')])
    expect(await asked).toMatchObject({ personal: true, cacheSeconds: 5, results: [{ id: 'a', text: 'words' }] })
  })
})

describe('command menus', () => {
  it('are kept by scope and language', async () => {
    const commands = [{ command: 'ask', description: 'Poser une question' }]
    await api.setMyCommands(commands, { scope: { type: 'all_private_chats' }, language_code: 'fr' })
    expect(await api.getMyCommands({ scope: { type: 'all_private_chats' }, language_code: 'fr' })).toEqual(commands)
    expect(await api.getMyCommands()).toEqual([])
    const wrong = api.setMyCommands([{ command: 'Ask!', description: 'a' }])
    expect(await refusal(wrong)).toBe('400 Bad Request: BOT_COMMAND_INVALID')
  })
})

describe('limits', () => {
  it('counts a second message within the second of a chat, and forgives jitter', async () => {
    await restart({ limits: { ...hasten(1), chatIntervalMs: 150, toleranceMs: 50 } })
    await api.sendMessage(person, 'a')
    await new Promise((resolve) => setTimeout(resolve, 155))
    await api.sendMessage(person, 'b')
    expect(peer.pace().violations.chat).toBe(0)
    await api.sendMessage(person, 'c')
    expect(peer.pace()).toMatchObject({ messages: 3, violations: { chat: 1, group: 0, overall: 0 } })
  })

  it('counts the 21st message of a minute in a group and the 31st of a second over all', async () => {
    await restart({ limits: { ...hasten(1), chatIntervalMs: 0 } })
    peer.group(group, person)
    for (let n = 0; n < 21; n++) await api.sendMessage(group, `${n}`)
    expect(peer.pace().violations).toEqual({ chat: 0, group: 1, overall: 0 })
    await Promise.all(Array.from({ length: 60 }, (_, n) => api.sendMessage(person, `${n}`)))
    expect(peer.pace().violations.overall).toBeGreaterThan(0)
  })

  it('answers 429 with the seconds to wait where it is told to', async () => {
    await restart({ enforcesPace: true })
    await api.sendMessage(person, 'a')
    expect(await refusal(api.sendMessage(person, 'b'))).toBe('429 Too Many Requests: retry after 1')
    expect(peer.stored()).toHaveLength(1)
    peer.faults.order({ method: 'getMe', kind: { retryAfterSeconds: 9 } })
    await expect(api.getMe()).rejects.toMatchObject({ parameters: { retry_after: 9 } })
  })
})

describe('faults on order', () => {
  it.each([
    [{ drop: 'before' }, 0, HttpError],
    [{ drop: 'after' }, 1, HttpError],
    [{ status: 500, stored: true }, 1, GrammyError],
    [{ status: 500, stored: false }, 0, GrammyError],
    [{ status: 502, stored: true }, 1, HttpError],
  ] as const)('%j stores %i', async (kind, stored, error) => {
    peer.faults.order({ method: 'sendMessage', kind })
    await expect(api.sendMessage(person, 'a')).rejects.toBeInstanceOf(error)
    expect(peer.stored()).toHaveLength(stored)
    await expect(api.sendMessage(person, 'b')).resolves.toMatchObject({ text: 'b' })
  })
})
