/** The settings: read and checked once at start, every fault in one message, each by its name. */
import { z } from 'zod'
import { UserError } from './errors.ts'

/** Empty counts as absent, so that a line `NAME=` in .env is as good as none. */
const absentWhenEmpty = (value: unknown): unknown =>
  typeof value === 'string' && value.trim() === '' ? undefined : value
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(absentWhenEmpty, schema.optional())
const withDefault = <T extends z.ZodType<unknown, string>>(schema: T, fallback: string) =>
  z.preprocess((value) => absentWhenEmpty(value) ?? fallback, schema)

const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d+$/, { error: 'must be a whole number', abort: true })
    .transform(Number)
    .pipe(
      z
        .number()
        .min(least, { error: `must be at least ${least}` })
        .max(most, { error: `must be at most ${most}` }),
    )
/** Copied with what stands around it. */
const secret = z.string().trim()
const webAddress = z.url({ protocol: /^https?$/, error: 'must be an http(s) address' })
const yesOrNo = z
  .enum(['1', '0', 'true', 'false', 'yes', 'no'], { error: 'must be true or false' })
  .transform((value) => ['1', 'true', 'yes'].includes(value))
const people = z
  .string()
  .transform((text) => text.split(/[\s,]+/).filter((entry) => entry !== ''))
  .pipe(z.array(z.string().regex(/^(?:discord|telegram):\d+$/, { error: 'each must be discord:ID or telegram:ID' })))

const chats = z
  .string()
  .transform((text) => text.split(/[\s,]+/).filter((entry) => entry !== ''))
  .pipe(
    z.array(
      z
        .string()
        .regex(/^-?\d{1,15}$/, { error: 'each must be the number of a person or group' })
        .transform(Number),
    ),
  )

const environment = z.object({
  SOURCIER_DATA: withDefault(z.string(), './data'),
  SOURCIER_SEEDS: withDefault(z.string(), './seeds'),
  SOURCIER_EMBEDDING_MODEL: withDefault(
    z.string().regex(/^[\w.-]+(?:\/[\w.-]+)?$/, { error: 'must be a model name such as Xenova/multilingual-e5-small' }),
    'bilingual',
  ),
  SOURCIER_READER_MODEL: withDefault(
    z.string().regex(/^(?:contextual|static|chat|[\w.-]+\/[\w.-]+)$/, {
      error: 'must be contextual, static, chat or a model name such as Xenova/bge-reranker-base',
    }),
    'contextual',
  ),
  SOURCIER_LOG_LEVEL: withDefault(
    z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], {
      error: 'must be trace, debug, info, warn, error, fatal or silent',
    }),
    'warn',
  ),
  SOURCIER_ADMINS: withDefault(people, ''),
  SOURCIER_PRIVATE: withDefault(yesOrNo, 'false'),
  SOURCIER_KEEP_DAYS: withDefault(wholeNumber(0, 3650), '90'),
  SOURCIER_RATE_PER_MINUTE: withDefault(wholeNumber(1, 10_000), '10'),
  SOURCIER_DISCORD_TOKEN: optional(secret),
  SOURCIER_DISCORD_API: optional(webAddress),
  SOURCIER_TELEGRAM_TOKEN: optional(secret),
  SOURCIER_TELEGRAM_API: optional(webAddress),
  SOURCIER_TELEGRAM_WEBHOOK_URL: optional(webAddress),
  SOURCIER_TELEGRAM_WEBHOOK_SECRET: optional(
    z.string().regex(/^[\w-]{1,256}$/, { error: 'must be 1 to 256 of A-Z a-z 0-9 _ -' }),
  ),
  SOURCIER_TELEGRAM_ALLOWED: withDefault(chats, ''),
  SOURCIER_HOST: withDefault(z.string(), '127.0.0.1'),
  SOURCIER_PORT: withDefault(wholeNumber(0, 65_535), '8080'),
  SOURCIER_PUBLIC_URL: optional(webAddress),
  SOURCIER_FETCH_PRIVATE: withDefault(yesOrNo, 'false'),
  SOURCIER_CHAT_MODEL: optional(z.string()),
  SOURCIER_CHAT_URL: optional(webAddress),
  SOURCIER_CHAT_KEY: optional(secret),
})

const paired = environment.superRefine((values, context) => {
  if (values.SOURCIER_READER_MODEL === 'chat' && values.SOURCIER_CHAT_MODEL === undefined)
    context.addIssue({
      code: 'custom',
      path: ['SOURCIER_READER_MODEL'],
      message: 'is chat, and no chat model is set: set SOURCIER_CHAT_MODEL and SOURCIER_CHAT_URL too',
    })
  if ((values.SOURCIER_CHAT_MODEL === undefined) === (values.SOURCIER_CHAT_URL === undefined)) return
  const missing = values.SOURCIER_CHAT_MODEL === undefined ? 'SOURCIER_CHAT_MODEL' : 'SOURCIER_CHAT_URL'
  context.addIssue({
    code: 'custom',
    path: [missing],
    message: 'must be set too: a chat model needs its name and its address',
  })
})

const named = paired.transform((values) => ({
  dataFolder: values.SOURCIER_DATA,
  seedsFolder: values.SOURCIER_SEEDS,
  embeddingModel: values.SOURCIER_EMBEDDING_MODEL,
  /** `contextual`, `static`, `chat`, or a cross-encoder of a hub. */
  readerModel: values.SOURCIER_READER_MODEL,
  logLevel: values.SOURCIER_LOG_LEVEL,
  admins: values.SOURCIER_ADMINS,
  privateByDefault: values.SOURCIER_PRIVATE,
  keepDays: values.SOURCIER_KEEP_DAYS,
  ratePerMinute: values.SOURCIER_RATE_PER_MINUTE,
  discord: { token: values.SOURCIER_DISCORD_TOKEN, api: values.SOURCIER_DISCORD_API },
  telegram: {
    token: values.SOURCIER_TELEGRAM_TOKEN,
    api: values.SOURCIER_TELEGRAM_API,
    webhookUrl: values.SOURCIER_TELEGRAM_WEBHOOK_URL,
    webhookSecret: values.SOURCIER_TELEGRAM_WEBHOOK_SECRET,
    /** Of people and groups; none: everybody is answered. */
    allowed: values.SOURCIER_TELEGRAM_ALLOWED,
  },
  web: { host: values.SOURCIER_HOST, port: values.SOURCIER_PORT, publicUrl: values.SOURCIER_PUBLIC_URL },
  /** Whether articles may be fetched from addresses that are not of the public internet. */
  fetchPrivate: values.SOURCIER_FETCH_PRIVATE,
  chat: { model: values.SOURCIER_CHAT_MODEL, url: values.SOURCIER_CHAT_URL, key: values.SOURCIER_CHAT_KEY },
}))

export type Settings = Readonly<z.output<typeof named>>

/** The names of the settings whose values are secrets: never logged, shown or sent. */
export const secretNames = [
  'SOURCIER_DISCORD_TOKEN',
  'SOURCIER_TELEGRAM_TOKEN',
  'SOURCIER_TELEGRAM_WEBHOOK_SECRET',
  'SOURCIER_CHAT_KEY',
] as const

/**
 * Reads the settings from environment variables.
 * @throws UserError naming every wrong setting at once.
 */
export function readSettings(variables: Readonly<Record<string, string | undefined>>): Settings {
  const parsed = named.safeParse(variables)
  if (parsed.success) return parsed.data
  const faults = parsed.error.issues.map(({ path, message }) => `${path[0]?.toString()} ${message}`)
  throw new UserError(`wrong settings: ${[...new Set(faults)].join('; ')} (see .env.example)`)
}

/** The variables that look like settings and are none: most likely misspelt. */
export function unknownSettings(variables: Readonly<Record<string, string | undefined>>): readonly string[] {
  return Object.keys(variables).filter((name) => name.startsWith('SOURCIER_') && !(name in environment.shape))
}
