/** The life of an interaction: first answer within 3 s and once, edits and follow-ups for 15 minutes. */
import { type Json, refusals } from './api-error.ts'
import { checkCallback } from './checks/callback.ts'
import { checkMessage } from './checks/message.ts'
import { isObject } from './checks/values.ts'
import { editMessage, type Message, makeMessage, type SentFile } from './messages.ts'
import { callbackTypes, interactionTypes, limits, messageFlags, messageTypes } from './protocol.ts'
import type { Choice, Interaction, State } from './state.ts'

/** Tells the gateway what became of a message. */
export type Publish = (event: 'MESSAGE_CREATE' | 'MESSAGE_UPDATE' | 'MESSAGE_DELETE', message: Message) => void
export type Body = { readonly json: Json; readonly files: readonly SentFile[] }

/** The first answer. @throws ApiError 10062 when it comes too late, 40060 when there was one. */
export function answerInteraction(state: State, publish: Publish, id: string, token: string, body: Body): Interaction {
  const interaction = state.interactions.get(id)
  if (interaction === undefined || interaction.token !== token) throw refusals.unknownInteraction()
  if (interaction.state !== 'waiting') throw refusals.acknowledged()
  if (Date.now() - interaction.createdAt > limits.acknowledgeMs) throw refusals.unknownInteraction()
  checkCallback(interaction.type, body.json, body.files.length)
  const data = isObject(body.json['data']) ? body.json['data'] : {}
  const { deferredMessage, deferredUpdate, update, autocomplete, modal, message } = callbackTypes
  interaction.acknowledgedAt = Date.now()
  interaction.state = 'answered'
  switch (body.json['type']) {
    case message:
      settle(interaction, store(state, publish, interaction, { json: data, files: body.files }))
      break
    case deferredMessage:
      interaction.state = 'deferred'
      interaction.original = store(
        state,
        publish,
        interaction,
        { json: { flags: data['flags'] }, files: [] },
        messageFlags.loading,
      )
      break
    case deferredUpdate:
      interaction.state = 'deferred-update'
      if (interaction.source !== undefined) interaction.original = interaction.source
      break
    case update:
      if (interaction.source === undefined) throw refusals.unknownMessage()
      editMessage(interaction.source, data, body.files)
      settle(interaction, interaction.source)
      publish('MESSAGE_UPDATE', interaction.source)
      break
    case modal:
      interaction.modal = data
      break
    case autocomplete:
      interaction.choices = data['choices'] as readonly Choice[]
  }
  state.changed()
  return interaction
}

function settle(interaction: Interaction, original: Message): void {
  interaction.original = original
  interaction.state = 'answered'
  interaction.answeredAt ??= Date.now()
}

function store(state: State, publish: Publish, interaction: Interaction, body: Body, flags = 0): Message {
  const { id, type, user, channel } = interaction
  const messageType = type === interactionTypes.command ? messageTypes.chatCommand : messageTypes.reply
  const ephemeral = Number(body.json['flags'] ?? 0) & messageFlags.ephemeral
  const message = makeMessage(state.messages, {
    channel,
    author: state.bot,
    body: body.json,
    files: body.files,
    type: messageType,
    flags: flags | ephemeral,
    interaction: { id, type, user },
  })
  state.messages.set(message.id, message)
  state.sent.push(message)
  if (ephemeral === 0) publish('MESSAGE_CREATE', message)
  return message
}

/** @throws ApiError when the token is none, or older than 15 minutes. */
export function findByToken(state: State, token: string): Interaction {
  const interaction = [...state.interactions.values()].findLast((candidate) => candidate.token === token)
  if (interaction === undefined) throw refusals.unknownWebhook()
  if (Date.now() - interaction.createdAt > limits.interactionMs) throw refusals.invalidWebhookToken()
  return interaction
}

/** The message that an interaction's webhook names: `@original`, a follow-up, or the message whose button was pressed. */
export function findAnswer(interaction: Interaction, id: string): Message {
  if (interaction.state === 'waiting') throw refusals.unknownWebhook()
  const candidates = [interaction.original, ...interaction.followUps]
  const message = id === '@original' ? interaction.original : candidates.find((candidate) => candidate?.id === id)
  if (message === undefined || message.deleted) throw refusals.unknownMessage()
  return message
}

export function editAnswer(state: State, publish: Publish, interaction: Interaction, id: string, body: Body): Message {
  const message = findAnswer(interaction, id)
  checkMessage(body.json, { edit: true, files: body.files.length })
  editMessage(message, body.json, body.files)
  if (message === interaction.original) settle(interaction, message)
  if ((message.flags & messageFlags.ephemeral) === 0) publish('MESSAGE_UPDATE', message)
  state.changed()
  return message
}

/** A further message; after a deferral the first one takes the promised message's place, as Discord still has it. */
export function followUp(state: State, publish: Publish, interaction: Interaction, body: Body): Message {
  if (interaction.state === 'waiting') throw refusals.unknownWebhook()
  checkMessage(body.json, { files: body.files.length })
  if (interaction.state === 'deferred') return editAnswer(state, publish, interaction, '@original', body)
  const message = store(state, publish, interaction, body)
  interaction.followUps.push(message)
  interaction.answeredAt ??= Date.now()
  state.changed()
  return message
}
