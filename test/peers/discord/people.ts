/** People: each act sends its event and resolves with what the bot finally showed to the person, and how soon. */
import { setTimeout as wait } from 'node:timers/promises'
import type { Json } from './api-error.ts'
import type { Gateway } from './gateway.ts'
import type { Publish } from './interactions.ts'
import { type Message, makeMessage } from './messages.ts'
import {
  autocompleteType,
  commandType,
  componentType,
  type OptionValues,
  openInteraction,
  type Place,
  submitType,
  writeCommand,
  writeMenu,
  writePress,
  writeSubmission,
} from './payloads.ts'
import { messageFlags } from './protocol.ts'
import { type Shown, showMessage } from './shown.ts'
import type { Choice, Interaction, State } from './state.ts'
import type { User } from './world.ts'

/** How an act turned out. Times in milliseconds since it; undefined where it did not happen. */
export type Outcome = {
  readonly shown: readonly Shown[]
  readonly acknowledgedMs: number | undefined
  readonly answeredMs: number | undefined
  readonly modal?: Json
  readonly choices?: readonly Choice[]
  /** What the person did, when it was a message. */
  readonly message?: Message
  readonly interaction?: Interaction
}

export type Patience = {
  /** Longest to wait for an answer. */
  readonly waitMs?: number
  /** An answer is final when nothing about it changed for so long. */
  readonly quietMs?: number
  /** The event is delivered so many times. */
  readonly deliveries?: number
}

export type Said = Place & {
  readonly content: string
  readonly replyTo?: Message
  /** A reply with the ping switched off does not mention its author. */
  readonly silentReply?: boolean
}

export type People = {
  say(said: Said, patience?: Patience): Promise<Outcome>
  slash(name: string, options: OptionValues, place: Place, patience?: Patience): Promise<Outcome>
  autocomplete(name: string, options: OptionValues, focused: string, place: Place): Promise<Outcome>
  menu(name: string, target: Message, user: User, patience?: Patience): Promise<Outcome>
  /** `button`: its custom id or its label. Throws when the message shows no such button to press. */
  press(on: Shown, button: string, user: User, patience?: Patience): Promise<Outcome>
  choose(on: Shown, customId: string, values: readonly string[], user: User, patience?: Patience): Promise<Outcome>
  /** A button that the message does not have, or not for this person: what a forged client could send. */
  forge(message: Message, customId: string, place: Place, patience?: Patience): Promise<Outcome>
  submit(shownForm: Outcome, values: Readonly<Record<string, string>>, patience?: Patience): Promise<Outcome>
}

export function createPeople(state: State, gateway: Gateway, publish: Publish): People {
  /** Answers of any number of parts are final when they have been quiet for a while. */
  async function quiet(signature: () => string, quietMs: number): Promise<void> {
    for (let before = ''; before !== signature(); ) {
      before = signature()
      await wait(quietMs)
    }
  }

  async function follow(interaction: Interaction, event: Json, patience: Patience = {}): Promise<Outcome> {
    const { waitMs = 10_000, quietMs = 40, deliveries = 1 } = patience
    for (let time = 0; time < deliveries; time++) gateway.dispatch('INTERACTION_CREATE', event)
    const ended = () =>
      interaction.answeredAt !== undefined || interaction.modal !== undefined || interaction.choices !== undefined
    await state.until(() => ended() || interaction.state === 'deferred-update', waitMs)
    if (!ended()) await state.until(ended, Math.min(waitMs, 800))
    const parts = () => [interaction.original, ...interaction.followUps].filter((message) => message !== undefined)
    await quiet(
      () =>
        parts()
          .map(({ id, editedAt }) => `${id} ${editedAt}`)
          .join(),
      quietMs,
    )
    const visible = parts().filter((message) => !message.deleted && (message.flags & messageFlags.loading) === 0)
    const changed = interaction.answeredAt !== undefined
    return {
      shown: changed ? visible.map(showMessage) : [],
      acknowledgedMs: since(interaction.createdAt, interaction.acknowledgedAt),
      answeredMs: since(interaction.createdAt, interaction.answeredAt),
      ...(interaction.modal !== undefined && { modal: interaction.modal }),
      ...(interaction.choices !== undefined && { choices: interaction.choices }),
      interaction,
    }
  }

  const act = (type: number, data: Json, place: Place & { source?: Message }, patience?: Patience) => {
    const { interaction, event } = openInteraction(state, type, data, place)
    return follow(interaction, event, patience)
  }

  const press = (message: Message, data: Json, user: User, patience?: Patience) =>
    act(componentType, data, { user, channel: message.channel, source: message }, patience)

  return {
    async say({ user, channel, content, replyTo, silentReply = false }, patience = {}) {
      const { waitMs = 10_000, quietMs = 40, deliveries = 1 } = patience
      const reference = replyTo === undefined ? {} : { message_reference: { message_id: replyTo.id } }
      const mentions = { parse: ['users', 'roles', 'everyone'], replied_user: !silentReply }
      const body = { content, ...reference, allowed_mentions: mentions }
      const message = makeMessage(state.messages, { channel, author: user, body })
      state.messages.set(message.id, message)
      for (let time = 0; time < deliveries; time++) publish('MESSAGE_CREATE', message)
      const answers = () =>
        state.sent.filter((sent) => !sent.deleted && (sent.replyTo === message || sent.channel.id === message.id))
      await state.until(() => answers().length > 0, waitMs)
      await quiet(
        () =>
          answers()
            .map(({ id, editedAt }) => `${id} ${editedAt}`)
            .join(),
        quietMs,
      )
      const first = answers()[0]?.createdAt
      const typed = [channel.id, message.id]
        .map((id) => state.typing.get(id))
        .find((at) => (at ?? 0) >= message.createdAt)
      return {
        shown: answers().map(showMessage),
        acknowledgedMs: since(message.createdAt, typed ?? first),
        answeredMs: since(message.createdAt, first),
        message,
      }
    },
    slash: async (name, options, place, patience) =>
      act(commandType, writeCommand(state, name, options, place.channel), place, patience),
    autocomplete: async (name, options, focused, place) =>
      act(autocompleteType, writeCommand(state, name, options, place.channel, focused), place, { waitMs: 3_000 }),
    menu: async (name, target, user, patience) =>
      act(commandType, writeMenu(state, name, target), { user, channel: target.channel }, patience),
    async press(on, button, user, patience) {
      const now = showMessage(on.message)
      const found = now.buttons.find(({ customId, label }) => customId === button || label.includes(button))
      if (found?.customId === undefined || found.disabled) {
        throw new Error(`no button "${button}" to press among: ${now.buttons.map(({ label }) => label).join(', ')}`)
      }
      if (now.ephemeral && on.message.interaction?.user.id !== user.id) throw new Error('nobody else sees this message')
      return press(on.message, writePress(found.customId), user, patience)
    },
    async choose(on, customId, values, user, patience) {
      const menu = showMessage(on.message).menus.find((entry) => entry.customId === customId)
      if (menu === undefined || !values.every((value) => menu.values.includes(value)))
        throw new Error(`no such choice in "${customId}"`)
      return press(on.message, writePress(customId, values), user, patience)
    },
    forge: (message, customId, place, patience) =>
      act(componentType, writePress(customId), { ...place, source: message }, patience),
    async submit({ modal, interaction }, values, patience) {
      if (modal === undefined || interaction === undefined) throw new Error('no form was shown')
      const { user, channel, source } = interaction
      return act(submitType, writeSubmission(modal, values), { user, channel, ...(source && { source }) }, patience)
    },
  }
}

const since = (start: number, end: number | undefined): number | undefined =>
  end === undefined ? undefined : end - start
