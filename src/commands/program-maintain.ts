/** The command line of the maintainers: names and flags of what changes or describes the corpus. */
import { type Command, InvalidArgumentError, Option } from 'commander'
import type { EditFlags } from './corpus/articles.ts'
import type { FollowFlags } from './follow.ts'
import type { GapsFlags } from './gaps.ts'
import type { Parts } from './parts.ts'
import { parseRevision, type RunWithParts } from './program-parts.ts'

type JsonFlag = { readonly json?: boolean }
const jsonFlag = ['--json', 'print JSON'] as const

export function addMaintenance(program: Command, withParts: RunWithParts): void {
  program
    .command('articles')
    .description('list the articles that count now')
    .option(...jsonFlag)
    .action((flags: JsonFlag) =>
      withParts(async (parts) => {
        await (await import('./corpus/articles.ts')).runArticles(parts, flags)
        return 0
      }),
    )

  program
    .command('remove')
    .description('take articles out, their old citations still open; or forget a source')
    .argument('<id or source...>', 'ids, as "articles" lists them; addresses and paths, as "status" lists them')
    .option(...jsonFlag)
    .action((ids: string[], flags: JsonFlag) =>
      withParts(async (parts) => {
        await (await import('./corpus/articles.ts')).runRemove(parts, ids, flags)
        return 0
      }),
    )

  program
    .command('edit')
    .description('say what is known of an article; an empty text takes it back')
    .argument('<id>', 'as "articles" lists it')
    .option('--title <text>', 'its title')
    .option('--label <text>', 'a short description, for one without a title')
    .option('--author <text>', 'who wrote it')
    .option('--outlet <text>', 'who published it')
    .option('--url <address>', 'where it stands')
    .option('--published <date>', 'when it was published: 2026-02-09')
    .option('--updated <date>', 'when it was last changed')
    .option(...jsonFlag)
    .action((id: string, flags: EditFlags) =>
      withParts(async (parts) => {
        await (await import('./corpus/articles.ts')).runEdit(parts, id, flags)
        return 0
      }),
    )

  program
    .command('diff')
    .description('what one revision has that another has not')
    .argument('<from>', 'number of a revision', parseRevision)
    .argument('<to>', 'number of a revision', parseRevision)
    .option(...jsonFlag)
    .action((from: number, to: number, flags: JsonFlag) =>
      withParts(async (parts) => {
        await (await import('./corpus/difference.ts')).runDifference(parts, from, to, flags)
        return 0
      }),
    )

  program
    .command('gaps')
    .description('what people asked and did not get, grouped by meaning')
    .addOption(new Option('--limit <number>', 'how many groups').default(50).argParser(parseLimit))
    .addOption(new Option('--format <format>', 'print as').choices(['md', 'csv', 'json']))
    .option(...jsonFlag)
    .action((flags: GapsFlags) =>
      withParts(async (parts) => {
        await (await import('./gaps.ts')).runGaps(parts, flags)
        return 0
      }),
    )
  addFollow(program, withParts)
  addDiscord(program, withParts)

  const addFile = (
    name: 'backup' | 'restore',
    purpose: string,
    run: (parts: Parts, file: string, flags: JsonFlag) => Promise<void>,
  ) =>
    program
      .command(name)
      .description(purpose)
      .argument('<file>')
      .option(...jsonFlag)
      .action((file: string, flags: JsonFlag) =>
        withParts(async (parts) => {
          await run(parts, file, flags)
          return 0
        }),
      )
  addFile('backup', 'copy the corpus to one file, while bots run', async (parts, file, flags) =>
    (await import('./corpus/backup.ts')).runBackup(parts, file, flags),
  )
  addFile('restore', 'a new revision with what a backup held', async (parts, file, flags) =>
    (await import('./corpus/backup.ts')).runRestore(parts, file, flags),
  )
  program
    .command('compact')
    .description('give unused room back to the disk; nothing is lost')
    .option(...jsonFlag)
    .action((flags: JsonFlag) =>
      withParts(async (parts) => {
        await (await import('./corpus/backup.ts')).runCompact(parts, flags)
        return 0
      }),
    )
}

function addFollow(program: Command, withParts: RunWithParts): void {
  const follow = program
    .command('follow')
    .description('questions that are asked again after every run, and whose news are told')
    .helpCommand(false)
  follow
    .command('add')
    .description('follow a question')
    .argument('<question...>')
    .requiredOption('--to <place>', 'discord:CHANNEL, telegram:CHAT or stdout')
    .addOption(new Option('--lang <language>', 'the language of the answers').choices(['en', 'fr']))
    .option(...jsonFlag)
    .action((words: string[], flags: FollowFlags) =>
      withParts(async (parts) => {
        await (await import('./follow.ts')).runFollowAdd(parts, words, flags)
        return 0
      }),
    )
  follow
    .command('list')
    .description('list the followed questions')
    .option(...jsonFlag)
    .action((flags: JsonFlag) =>
      withParts(async (parts) => {
        await (await import('./follow.ts')).runFollowList(parts, flags)
        return 0
      }),
    )
  follow
    .command('remove')
    .description('follow a question no more')
    .argument('<id>', 'as "follow list" shows it')
    .action((id: string) =>
      withParts(async (parts) => {
        await (await import('./follow.ts')).runFollowRemove(parts, id)
        return 0
      }),
    )
}

function addDiscord(program: Command, withParts: RunWithParts): void {
  program
    .command('discord')
    .description('what concerns Discord alone')
    .helpCommand(false)
    .command('deploy')
    .description('register the commands; the bot does so itself when it starts')
    .option('--guild <id>', 'in one server only, where they appear at once')
    .action((flags: { readonly guild?: string }) =>
      withParts(async (parts) => {
        await (await import('./discord-deploy.ts')).runDiscordDeploy(parts, flags)
        return 0
      }),
    )
}

function parseLimit(text: string): number {
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new InvalidArgumentError('It must be a number from 1 to 9999.')
  return Number(text)
}
