/** Numbers and names of Discord's API version 10, as its documentation gives them (August 2026). */

export const opcodes = {
  dispatch: 0,
  heartbeat: 1,
  identify: 2,
  presence: 3,
  voiceState: 4,
  resume: 6,
  reconnect: 7,
  requestMembers: 8,
  invalidSession: 9,
  hello: 10,
  heartbeatAcknowledged: 11,
} as const

export const closeCodes = {
  unknownError: 4000,
  unknownOpcode: 4001,
  decodeError: 4002,
  notAuthenticated: 4003,
  authenticationFailed: 4004,
  alreadyAuthenticated: 4005,
  invalidSequence: 4007,
  rateLimited: 4008,
  sessionTimedOut: 4009,
  invalidShard: 4010,
  shardingRequired: 4011,
  invalidVersion: 4012,
  invalidIntents: 4013,
  disallowedIntents: 4014,
} as const

export const intents = {
  guilds: 1 << 0,
  guildMembers: 1 << 1,
  guildPresences: 1 << 8,
  guildMessages: 1 << 9,
  directMessages: 1 << 12,
  messageContent: 1 << 15,
} as const
/** Bits 0 to 16, 20, 21, 24 and 25 are taken. */
export const knownIntents = 0b11_0011_0001_1111_1111_1111_1111
export const privilegedIntents = intents.guildMembers | intents.guildPresences | intents.messageContent

export const interactionTypes = { command: 2, component: 3, autocomplete: 4, modalSubmit: 5 } as const
export const callbackTypes = {
  pong: 1,
  message: 4,
  deferredMessage: 5,
  deferredUpdate: 6,
  update: 7,
  autocomplete: 8,
  modal: 9,
} as const

export const messageFlags = {
  suppressEmbeds: 1 << 2,
  ephemeral: 1 << 6,
  loading: 1 << 7,
  suppressNotifications: 1 << 12,
  componentsV2: 1 << 15,
} as const

export const messageTypes = { ordinary: 0, reply: 19, chatCommand: 20, menuCommand: 23 } as const
export const channelTypes = { guildText: 0, direct: 1, publicThread: 11, privateThread: 12 } as const
export const componentTypes = {
  row: 1,
  button: 2,
  stringSelect: 3,
  textInput: 4,
  userSelect: 5,
  channelSelect: 8,
  section: 9,
  textDisplay: 10,
  thumbnail: 11,
  mediaGallery: 12,
  file: 13,
  separator: 14,
  container: 17,
  label: 18,
} as const

export const permissions = {
  administrator: 1n << 3n,
  manageGuild: 1n << 5n,
  viewChannel: 1n << 10n,
  sendMessages: 1n << 11n,
  embedLinks: 1n << 14n,
  attachFiles: 1n << 15n,
  readMessageHistory: 1n << 16n,
  mentionEveryone: 1n << 17n,
  useCommands: 1n << 31n,
  sendInThreads: 1n << 38n,
} as const
export const allPermissions = (1n << 53n) - 1n

export const limits = {
  contentCharacters: 2_000,
  embeds: 10,
  embedCharactersTogether: 6_000,
  rows: 5,
  components: 40,
  textDisplayCharactersTogether: 4_000,
  nonceCharacters: 25,
  choices: 25,
  commandCharactersTogether: 8_000,
  acknowledgeMs: 3_000,
  interactionMs: 15 * 60_000,
  gatewaySendsAMinute: 120,
  identifyMs: 5_000,
} as const

export const locales = new Set(
  (
    'id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru uk hi th zh-CN ja ' +
    'zh-TW ko'
  )
    .split(' ')
    .filter((code) => code !== ''),
)
