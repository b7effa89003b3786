/** Interactions of the real client on the peer. */
import { type Client, type Interaction, MessageFlags } from 'discord.js'
import { describe, expect, it } from 'vitest'
import { connectClient, failure } from './real-client.ts'

const answerWith = (client: Client, act: (interaction: Interaction) => Promise<unknown>) =>
  client.on('interactionCreate', (interaction) => void act(interaction).catch(() => undefined))

const ask = [
  {
    name: 'ask',
    description: 'Ask',
    options: [{ type: 3, name: 'question', description: 'What', required: true, autocomplete: true }],
  },
]

describe('interactions', () => {
  async function withCommands(act: (interaction: Interaction) => Promise<unknown>) {
    const joined = await connectClient()
    await joined.client.application?.commands.set([...ask, { type: 3, name: 'Check' }])
    answerWith(joined.client, act)
    return { ...joined, place: { user: joined.owner, channel: joined.channel } }
  }

  it('are deferred and then edited', async () => {
    const { peer, place } = await withCommands(async (interaction) => {
      if (!interaction.isChatInputCommand()) return
      await interaction.deferReply({ flags: MessageFlags.Ephemeral })
      await interaction.editReply({ content: `You asked: ${interaction.options.getString('question')}` })
      await interaction.followUp({ content: 'more' })
    })
    const { shown, acknowledgedMs, answeredMs } = await peer.slash('ask', { question: 'Why?' }, place, { quietMs: 400 })
    expect(shown.map(({ content, ephemeral }) => [content, ephemeral])).toEqual([
      ['You asked: Why?', true],
      ['more', false],
    ])
    expect(answeredMs).toBeGreaterThanOrEqual(acknowledgedMs ?? Number.POSITIVE_INFINITY)
  })

  it('are answered once, and not after three seconds', async () => {
    const errors: unknown[] = []
    let late = 0
    const { peer, place } = await withCommands(async (interaction) => {
      if (!interaction.isChatInputCommand()) return
      if (interaction.options.getString('question') === 'late')
        await new Promise((resolve) => setTimeout(resolve, 3_050))
      const callback = () =>
        interaction.client.rest.post(`/interactions/${interaction.id}/${interaction.token}/callback`, {
          body: { type: 4, data: { content: 'x' } },
          auth: false,
        })
      errors.push(await failure(callback()), await failure(callback()))
      late += 1
    })
    await Promise.all([
      peer.slash('ask', { question: 'twice' }, place),
      peer.slash('ask', { question: 'late' }, place, { waitMs: 3_200 }),
    ])
    await expect.poll(() => late).toBe(2)
    expect(errors).toMatchObject([undefined, { code: 40_060 }, { code: 10_062 }, { code: 10_062 }])
  })

  it('show forms, take what was typed, change messages and offer choices', async () => {
    const { peer, place, owner } = await withCommands(async (interaction) => {
      if (interaction.isAutocomplete())
        return interaction.respond([{ name: interaction.options.getFocused(), value: 'v' }])
      if (interaction.isModalSubmit()) return interaction.reply(`typed: ${interaction.fields.getTextInputValue('why')}`)
      if (interaction.isMessageContextMenuCommand())
        return interaction.reply(`checked: ${interaction.targetMessage.content}`)
      if (interaction.isButton() && interaction.customId === 'change') return interaction.update({ content: 'changed' })
      if (interaction.isButton()) {
        const input = { type: 4, customId: 'why', style: 2, label: 'Why?' }
        return interaction.showModal({
          customId: 'form',
          title: 'Form',
          components: [{ type: 1, components: [input] }],
        })
      }
      if (!interaction.isChatInputCommand()) return
      const buttons = ['change', 'form'].map((id) => ({ type: 2, style: 1, label: id, customId: id }))
      return interaction.reply({ content: 'asked', components: [{ type: 1, components: buttons }] })
    })
    const [asked] = (await peer.slash('ask', { question: 'q' }, place)).shown
    if (asked === undefined) throw new Error('nothing was shown')
    const form = await peer.press(asked, 'form', owner)
    expect((await peer.submit(form, { why: 'because' })).shown[0]?.content).toBe('typed: because')
    expect((await peer.press(asked, 'change', owner)).shown[0]?.content).toBe('changed')
    expect((await peer.autocomplete('ask', { question: 'ab' }, 'question', place)).choices).toEqual([
      { name: 'ab', value: 'v' },
    ])
    const said = await peer.say({ ...place, content: 'a quote' }, { waitMs: 1 })
    if (said.message === undefined) throw new Error('nothing was said')
    expect((await peer.menu('Check', said.message, owner)).shown[0]?.content).toBe('checked: a quote')
    await expect(peer.press(asked, 'nowhere', owner)).rejects.toThrow('no button')
  })
})
