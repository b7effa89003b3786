import type { Update } from 'grammy/types'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { interfaceTexts } from '../../../src/interface-texts.ts'
import { startTelegramPeer, type TelegramPeer } from '../../peers/telegram/peer.ts'
import { linksIn, type Seen, wordsIn } from '../../peers/telegram/show.ts'
import { type LiveBot, startLiveBot } from './live-bot.ts'
import { buildDataFolder, type LiveDesk, liveVariables, openLiveDesk, withoutPlaceholders } from './live-desk.ts'

let peer: TelegramPeer
let live: LiveDesk
let bot: LiveBot
let removeFolder: () => void

const maintainer = 9_000
const group = -1_001_234_567_890
let lastPerson = 100
/** Somebody who has not been here yet: nobody waits for the second of another's chat. */
const somebody = () => peer.user(++lastPerson)

const computers = 'How many smartphones did the police seize during the investigation?'
const chair = 'Who chaired the meeting of the committee against online scams on January 21?'
const abroad = "Combien d'étrangers ont quitté le Cambodge volontairement ?"

beforeAll(async () => {
  peer = await startTelegramPeer()
  const { dataFolder, remove } = await buildDataFolder()
  removeFolder = remove
  live = await openLiveDesk(dataFolder, {
    ...liveVariables(peer, dataFolder),
    SOURCIER_ADMINS: `telegram:${maintainer}`,
  })
  const variables = { SOURCIER_ADMINS: `telegram:${maintainer}` }
  bot = await startLiveBot({ peer, desk: withoutPlaceholders(live.desk), dataFolder, inboxName: 'ways-in', variables })
})
afterAll(async () => {
  await bot.stop()
  await live.close()
  await peer.close()
  removeFolder()
})

const quotesIn = (seen: Seen | undefined) => (seen ? wordsIn(seen, 'blockquote', 'expandable_blockquote') : [])

/** The words of the article set off, with those that answer in bold, and the article under them. */
function expectComputers(seen: Seen | undefined): void {
  expect(quotesIn(seen)[0]).toMatch(/10 444 ordinateurs et 36 476 smartphones/)
  expect(seen && wordsIn(seen, 'bold').join()).toContain('36 476')
  expect(seen?.text).toMatch(/\[1\].*date unknown.*paragraph 13.*seeds\/000_/)
}

describe.concurrent('in a private chat', () => {
  it('any text is a question', async () => {
    const [seen, ...more] = await somebody().say(computers)
    expectComputers(seen)
    expect(more).toEqual([])
    expect(seen?.previewsOff).toBe(true)
    expect(seen?.buttons.flat()).toEqual(['Show passage', 'Figures', 'Useful', 'Wrong', 'It does not say that'])
  })

  it('a question in French is answered in French', async () => {
    const [seen] = await somebody().say(abroad)
    expect(quotesIn(seen)[0]).toMatch(/210\s000/)
    expect(seen?.text).toContain('date inconnue')
  })

  it('"typing" is shown while it works', async () => {
    const person = somebody()
    await person.say(computers)
    expect(peer.actions.find(({ chatId }) => chatId === person.chatId)?.action).toBe('typing')
  })

  it('a follow-up is understood from the question before it', async () => {
    const person = somebody()
    await person.say(chair)
    const [seen] = await person.say('And when was that?')
    expect(seen?.text).toContain('→')
  })

  it('what the articles do not say is not answered', async () => {
    const [seen] = await somebody().say('What is the capital of Mongolia?')
    expect(seen?.text).toContain('The articles do not say.')
    expect(quotesIn(seen)).toEqual([])
  })

  it.each([
    ['/start', /exact words/],
    ['/help', /\/verify/],
    [`/ask ${computers}`, /10 444 ordinateurs/],
    ['/verify “10 444 ordinateurs et 36 476 smartphones”', /seeds\/000_/],
    ['/figures computers seized', /10 444 ordinateurs[\s\S]*seeds\/000_/],
    ['/sources', /seeds\/000_[\s\S]*11 passages/],
    ['/status', /5 articles/],
    ['/language', /language/],
    ['/private', /Private/],
    ['/forget', /Nothing was kept/],
    ['/proof', /ten characters/],
    ['/proof aaaaaaaaaa', /Nothing is kept/],
    ['/nonsense', /\/help/],
    ['/admin status', /maintainers/],
  ])('%s is answered', async (command, words) => {
    const seen = await somebody().say(command)
    expect(seen.map(({ text }) => text).join('\n')).toMatch(words)
  })

  it('a forwarded message is checked for its quotes and figures', async () => {
    const post = 'BREAKING: police seized “15 444 ordinateurs et 36 476 smartphones” they say'
    const [seen] = await somebody().say(post, { forwardOf: 'A channel' })
    expect(seen?.text).toMatch(/Altered/)
    expect(seen?.text).toContain('36 476')
    expect(seen?.text).toContain('seeds/000_')
  })

  it('a forwarded message that gives figures in words of its own gets those of the articles', async () => {
    const [seen] = await somebody().say('Officers took away 12,000 computers and smartphones', {
      forwardOf: 'A channel',
    })
    expect(seen?.text).toMatch(/^⚪ Not found[\s\S]*The figures that the articles give on this\n• 10 444 ordinateurs/)
    expect(quotesIn(seen)[0]).toMatch(/10 444 ordinateurs et 36 476 smartphones/)
  })

  it('a verdict is said in the language of whoever asks, the words may be in another', async () => {
    const french = '“10 444 ordinateurs et 36 476 smartphones” ont été saisis par la police'
    const person = somebody()
    expect((await person.say(`/verify ${french}`))[0]?.text).toMatch(/paragraph 13/)
    expect((await person.say(french, { forwardOf: 'A channel' }))[0]?.text).toMatch(/paragraph 13/)
    await person.say('/language fr')
    expect((await person.say('/verify “270 Indonesians”'))[0]?.text).toMatch(/paragraphe \d/)
    const abroad = peer.user(++lastPerson, { language_code: 'de' })
    expect((await abroad.say(`/verify ${french}`))[0]?.text).toMatch(/paragraphe 13/)
  })

  it('signs alone get one kind line, and thanks a word, without what was not searched', async () => {
    const person = somebody()
    for (const [said, line] of [
      ['???', interfaceTexts('en').wordless],
      ['👍', interfaceTexts('en').wordless],
      ['Thank you', interfaceTexts('en').welcome],
    ] as const) {
      expect((await person.say(said)).map(({ text }) => text)).toEqual([line])
    }
  })

  it('the proof of an answer opens by its id', async () => {
    const person = somebody()
    const [answer] = await person.say(computers)
    const id = answer && /([a-z2-7]{10})\W*$/.exec(answer.text)?.[1]
    const [proof] = await person.say(`/proof ${id}`)
    expect(proof?.text).toContain(computers)
    expect(proof?.text).toContain('36 476')
  })

  it('of a private question nothing is kept but a count', async () => {
    const person = somebody()
    await person.say('/private')
    const { privateAnswers } = await live.desk.status()
    const [answer] = await person.say(computers)
    expectComputers(answer)
    expect(answer?.text).toMatch(/private/)
    expect((await live.desk.status()).privateAnswers).toBe(privateAnswers + 1)
    expect(await live.desk.forget(`telegram:${person.chatId}`)).toBe(0)
  })

  it('maintainers may ask for the state', async () => {
    const [seen] = await peer.user(maintainer).say('/admin status')
    expect(seen?.text).toContain('5 articles')
    const [parked] = await peer.user(maintainer).say('/admin parked')
    expect(parked?.text).toBe('No message is parked.')
    await peer.user(maintainer).say('What is the capital of Mongolia?')
    const [gaps] = await peer.user(maintainer).say('/admin gaps')
    expect(gaps?.text).toContain('What is the capital of Mongolia?')
    const [reindexed] = await peer.user(maintainer).say('/admin reindex')
    expect(reindexed?.text).toMatch(/5 articles/)
    const [all] = await peer.user(maintainer).say('/admin')
    for (const word of ['status', 'reindex', 'gaps', 'parked']) expect(all?.text).toContain(`/admin ${word}`)
  })
})

describe.concurrent('buttons', () => {
  it('show the passage and the figures, and take what a person thinks', async () => {
    const person = somebody()
    await person.say('How many foreigners were expelled during the sixth term of the government?')
    const passage = await person.press('Show passage', { messages: 1 })
    expect(passage.messages[0]?.text).toContain('21,000')
    const figures = await person.press('Figures', { messages: 1 })
    expect(figures.messages[0]?.text).toContain('21,000')
    for (const opinion of ['Useful', 'Wrong', 'It does not say that']) {
      expect((await person.press(opinion)).answer?.text).toBeTruthy()
    }
  })

  it('choose a language, which stays', async () => {
    const person = somebody()
    await person.say('/language')
    expect((await person.press('English')).answer?.text).toBeTruthy()
    const [seen] = await person.say(abroad)
    expect(seen?.text).toContain('date unknown')
  })

  it('with data of nobody’s are answered, and nothing breaks', async () => {
    const person = somebody()
    const [{ id } = { id: 0 }] = await person.say(computers)
    for (const data of ['', 'useful', 'useful:AAAAAAAAAA', 'passage:abcdefg234:99', '{"a":1}', '\u0000']) {
      expect((await person.press('Useful', { of: id, data })).answer).toBeDefined()
    }
  })
})

describe('inline mode', () => {
  it('offers passages with their sources, to this person alone', async () => {
    const answer = await somebody().inline('who founded the Prince Group')
    expect(answer?.personal).toBe(true)
    expect(answer?.results[0]?.text).toMatch(/le fondateur du groupe Prince[\s\S]*seeds\/001_/)
    expect(answer?.results.every(({ previewsOff, entities }) => previewsOff && entities.length > 0)).toBe(true)
  })

  it('answers a query without words too, with nothing: any passage would be as good', async () => {
    for (const query of [' ', '👩‍👩‍👧‍👦 ?!', 'who is']) expect((await somebody().inline(query))?.results).toEqual([])
  })
})

describe('in a group', () => {
  it('answers /ask, a mention and a reply to it, as replies, and says nothing else', async () => {
    const voice = peer.group(group, 501)
    const talk = {
      message_id: 7,
      date: 1,
      text: `${computers} anybody?`,
      from: { id: 501, is_bot: false, first_name: 'A' },
    }
    // A bot that may read all messages sees the talk as well.
    peer.push({ message: { ...talk, chat: { id: group, type: 'supergroup', title: 'Newsroom' } } } as Omit<
      Update,
      'update_id'
    >)
    const [asked] = await voice.say(`/ask ${computers}`)
    expectComputers(asked)
    expect(asked?.replyTo).toBeDefined()
    const [mentioned] = await peer.group(group, 502).say(`@sourcier_bot ${chair}`)
    expect(mentioned?.text).toContain('Hun Manet')
    const [replied] = await peer.group(group, 503).say(chair, { replyTo: mentioned?.id ?? 0 })
    expect(replied?.text).toContain('Hun Manet')
    // Each has a conversation of their own: what is carried over is never another's.
    const [strange] = await peer.group(group, 504).say('/ask And when was that?')
    expect(strange?.text).not.toContain('→')
    const [carried] = await peer.group(group, 503).say('/ask And when was that?')
    expect(carried?.text).toContain('→')
    const [checked] = await voice.say('/verify@sourcier_bot', { replyTo: asked?.replyTo ?? 0 })
    expect(checked?.text).toBeTruthy()
    expect(voice.sees()).toHaveLength(6)
  })
})

describe('around it', () => {
  it('sets the menus of both languages for private chats and groups', () => {
    expect([...peer.commands.keys()].sort()).toEqual([
      'all_group_chats/',
      'all_group_chats/en',
      'all_group_chats/fr',
      'all_private_chats/',
      'all_private_chats/en',
      'all_private_chats/fr',
    ])
    const names = peer.commands.get('all_private_chats/fr')?.map(({ command }) => command)
    expect(names).toEqual(expect.arrayContaining(['ask', 'verify', 'figures', 'sources', 'proof', 'private', 'forget']))
  })

  it('sends only links that articles have, and was refused nothing', () => {
    expect(peer.stored().flatMap((stored) => stored.entities.filter(({ type }) => type === 'text_link'))).toEqual(
      peer.user(1).sees().flatMap(linksIn),
    )
    expect(peer.refusals).toEqual([])
    expect(peer.pace().violations).toEqual({ chat: 0, group: 0, overall: 0 })
  })

  it('writes its token into no line of its log', () => {
    expect(bot.lines.length).toBeGreaterThan(0)
    expect(bot.lines.filter((line) => line.includes(peer.token))).toEqual([])
    expect(bot.raw.filter((line) => line.includes(peer.token))).toEqual([])
  })
})
