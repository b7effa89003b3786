/** The real client of discord.js on the peer: what it sends is taken, what Discord refuses is refused. */
import { once } from 'node:events'
import { Client, GatewayIntentBits, type Message } from 'discord.js'
import { describe, expect, it } from 'vitest'
import { startDiscordPeer } from './peer.ts'
import { closeAfterwards, connectClient, failure, leastIntents } from './real-client.ts'

describe('the gateway', () => {
  it('makes the client ready with its servers', async () => {
    const { client, guild } = await connectClient()
    expect(client.user?.username).toBe('Sourcier')
    expect(client.guilds.cache.get(guild.id)?.channels.cache.size).toBe(1)
  })

  it('refuses a wrong token, and intents that are not switched on', async () => {
    const peer = await startDiscordPeer()
    closeAfterwards(() => peer.stop())
    const login = async (token: string, intents: GatewayIntentBits[]) => {
      const client = new Client({ intents, rest: { api: peer.api } })
      closeAfterwards(() => client.destroy())
      return failure(client.login(token))
    }
    expect(await login('wrong', leastIntents)).toMatchObject({ code: 'TokenInvalid' })
    expect(String(await login(peer.token, [GatewayIntentBits.MessageContent]))).toContain('disallowed intents')
  })

  it('replays what was missed after the connection was cut', async () => {
    const { peer, owner, channel, client } = await connectClient()
    const seen: string[] = []
    client.on('messageCreate', (message: Message) => void seen.push(message.id))
    const direct = peer.direct(owner)
    peer.gateway.cut()
    await peer.say({ user: owner, channel, content: 'missed' }, { waitMs: 1 })
    await peer.say({ user: owner, channel: direct, content: 'missed too' }, { waitMs: 1 })
    await once(client, 'shardResume')
    expect(seen).toHaveLength(2)
    expect(peer.gateway.counts).toEqual({ identified: 1, resumed: 1, opened: 2 })
  })

  it('asks to reconnect, and takes the session up again', async () => {
    const { peer, client } = await connectClient()
    peer.gateway.askToReconnect()
    await once(client, 'shardResume')
    peer.gateway.invalidate(true)
    await once(client, 'shardResume')
    expect(peer.gateway.counts).toMatchObject({ identified: 1, resumed: 2 })
  })

  it('falls silent, which the client notices by a missing heartbeat', async () => {
    const { peer, client } = await connectClient({ heartbeatMs: 150 })
    peer.gateway.fallSilent(true)
    await once(client, 'shardReconnecting')
    peer.gateway.fallSilent(false)
  })

  it('hides what is said without the bot, but for direct messages and mentions of it', async () => {
    const { peer, owner, channel, client } = await connectClient()
    const seen: string[] = []
    client.on('messageCreate', (message: Message) => void seen.push(message.content))
    const direct = peer.direct(owner)
    for (const [place, content] of [
      [channel, 'hidden'],
      [channel, `<@${peer.bot.id}> seen`],
      [direct, 'direct'],
    ] as const) {
      await peer.say({ user: owner, channel: place, content }, { waitMs: 20 })
    }
    await expect.poll(() => seen).toEqual(['', `<@${peer.bot.id}> seen`, 'direct'])
  })
})

describe('messages', () => {
  it('are stored, edited and shown', async () => {
    const { peer, owner, channel, client } = await connectClient()
    client.on('messageCreate', (message: Message) => {
      if (message.author.bot) return
      void message
        .reply({ embeds: [{ description: 'One' }], allowedMentions: { parse: [], repliedUser: false } })
        .then((reply) => reply.edit({ embeds: [{ description: 'Two' }] }))
    })
    const { shown, acknowledgedMs } = await peer.say(
      { user: owner, channel, content: `<@${peer.bot.id}> ?` },
      { quietMs: 400 },
    )
    expect(shown.map(({ text }) => text)).toEqual(['Two'])
    expect(shown[0]?.pinged.users).toEqual([])
    expect(acknowledgedMs).toBeLessThan(3_000)
  })

  it('with an enforced nonce are stored once, however often they are sent; without it once each time', async () => {
    const { peer, channel, client } = await connectClient()
    const target = client.channels.cache.get(channel.id)
    if (target?.isSendable() !== true) throw new Error('the channel is not there')
    peer.faults.order({ kind: 'status', status: 502, stored: true, method: 'POST', times: 2 })
    await target.send({ content: 'once', nonce: '1', enforceNonce: true })
    expect(peer.sent()).toHaveLength(1)
    peer.faults.order({ kind: 'status', status: 502, stored: true, method: 'POST', times: 2 })
    await target.send({ content: 'thrice' })
    expect(peer.sent()).toHaveLength(4)
  })

  it('wait where the server is asked too often', async () => {
    const { peer, channel, client } = await connectClient()
    const target = client.channels.cache.get(channel.id)
    if (target?.isSendable() !== true) throw new Error('the channel is not there')
    peer.faults.order({ kind: 'rate-limit', retryAfterSeconds: 0.1, scope: 'user', path: /messages$/ })
    peer.faults.order({ kind: 'rate-limit', retryAfterSeconds: 0.1, scope: 'global', path: /messages$/ })
    await target.send('patient')
    expect(peer.state.requests.filter(({ status }) => status === 429)).toHaveLength(2)
    expect(peer.sent()).toHaveLength(1)
  })

  it('are refused with the tree of what is wrong where', async () => {
    const { peer, channel, client } = await connectClient()
    const target = client.channels.cache.get(channel.id)
    if (target?.isSendable() !== true) throw new Error('the channel is not there')
    const error = await failure(target.send('x'.repeat(2_001)))
    expect(error).toMatchObject({ code: 50_035, status: 400 })
    expect(String(error)).toContain('Must be 2000 or fewer in length.')
    expect(peer.state.refusals).toHaveLength(1)
  })

  it('may carry files, and their connection may break', async () => {
    const { peer, channel, client } = await connectClient()
    const target = client.channels.cache.get(channel.id)
    if (target?.isSendable() !== true) throw new Error('the channel is not there')
    await target.send({ files: [{ name: 'proof.json', attachment: Buffer.from('{"a":1}') }] })
    expect(peer.sent()[0]?.files).toEqual([{ name: 'proof.json', text: '{"a":1}' }])
    peer.faults.order({ kind: 'drop', stored: false, method: 'POST' })
    expect(await failure(target.send('lost'))).toBeInstanceOf(Error)
    expect(peer.sent()).toHaveLength(1)
  })
})
