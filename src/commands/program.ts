/** The command line: names and flags, and which command runs what. */
import { Command, Option } from 'commander'
import type { AskFlags } from './ask.ts'
import type { IndexFlags } from './corpus/index-articles.ts'
import type { FiguresFlags } from './figures.ts'
import type { Parts } from './parts.ts'
import { addMaintenance } from './program-maintain.ts'
import { parseMinutes, parseRevision, type RunWithParts } from './program-parts.ts'
import type { ProofFlags } from './proof.ts'
import type { VerifyFlags } from './verify.ts'
import { readVersion } from './version.ts'

type JsonFlag = { readonly json?: boolean }
const jsonFlag = ['--json', 'print JSON'] as const
const verifyHelp = `
The verdict is about the words alone: verbatim, altered, stitched or not-found. Read "notes" too before you print them:
  other-speaker, speaker, no-speaker   the article gives the words to somebody else, never names whom you name, or gives
                                       the words to nobody ("speakers" says whom): the verdict may be verbatim all the same
  cut-off, parts, part-speakers        words of the sentence, or sentences, are left out ("cutOff", "parts")
  accents, case-only, marks-only, brackets, partly, figures-only, too-short, several   what the verdict is about`

/**
 * @param startsChat whether nothing but the program's name was given: with a default action, commander takes a misspelt
 * command for an argument and does not say what was meant.
 */
export function createProgram(withParts: RunWithParts, startsChat: boolean): Command {
  const program = new Command('sourcier')
    .description(
      'Answers questions from news articles with their exact words. Without a command: a chat in the terminal.',
    )
    .version(readVersion(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .exitOverride()
    .configureOutput({ writeErr: () => undefined })
    .addHelpText('after', '\nSettings: .env (see .env.example). Exit status: 0 done, 1 failed, 2 wrong use.')
  if (startsChat) program.action(() => withParts(async (parts) => (await import('./start.ts')).runStart(parts)))

  program
    .command('ask')
    .description('answer one question, or a file of them')
    .argument('[question...]', 'the question; put -- before one that starts with a dash')
    .option(...jsonFlag)
    .option('--explain', 'say why: reasons, and evidence with its scores')
    .addOption(new Option('--lang <language>', 'the language of the answer').choices(['en', 'fr']))
    .option('--as-of <revision>', 'answer from the corpus as it was', parseRevision)
    .option('--private', 'keep nothing of the question, or of those of a batch')
    .option(
      '--batch <file>',
      'read {"id","question"} a line, write {"id","answer"} a line; answers are kept unless --private',
    )
    .action((words: string[], flags: AskFlags) =>
      withParts(async (parts) => {
        await (await import('./ask.ts')).runAsk(parts, words, flags)
        return 0
      }),
    )

  program
    .command('verify')
    .description('is this quote real? check one text, or a file of them')
    .argument('[text...]', 'the words, as pasted; put -- before one that starts with a dash')
    .option(...jsonFlag)
    .option('--batch <file>', 'read {"id","text"} a line, write {"id","verdict","notes","matches"} a line')
    .addHelpText('after', verifyHelp)
    .action((words: string[], flags: VerifyFlags) =>
      withParts(async (parts) => {
        await (await import('./verify.ts')).runVerify(parts, words, flags)
        return 0
      }),
    )

  program
    .command('figures')
    .description('every figure that the articles give for a topic, with who says it and for when')
    .argument('[topic...]', 'a topic or a question')
    .option(...jsonFlag)
    .addOption(new Option('--format <format>', 'print as').choices(['csv', 'md', 'json']))
    .addOption(new Option('--lang <language>', 'the language of the table').choices(['en', 'fr']))
    .option('--as-of <revision>', 'from the corpus as it was', parseRevision)
    .action((words: string[], flags: FiguresFlags) =>
      withParts(async (parts) => {
        await (await import('./figures.ts')).runFigures(parts, words, flags)
        return 0
      }),
    )

  program
    .command('index')
    .description('bring all sources up to date, or add files, folders and web addresses')
    .argument('[source...]', 'added and remembered: .txt, .md, .html, .pdf, a folder, a page, a feed, a sitemap')
    .option('--dry-run', 'say what would change, change nothing')
    .option(...jsonFlag)
    .option('--yes', 'withdraw even when more than a fifth of the articles have vanished')
    .option('--rebuild', 'embed everything anew, with the model that is set')
    .option('--anew', 'after a loss: begin a new corpus from all sources; what is left of the old one is kept aside')
    .option('--watch', 'go on: a run at every change of a file, and one now and then for web addresses')
    .option('--every <minutes>', 'with --watch: minutes between two visits to web addresses (15)', parseMinutes)
    .action((sources: string[], flags: IndexFlags) =>
      withParts(async (parts) => (await import('./corpus/index-articles.ts')).runIndex(parts, sources, flags)),
    )

  addSimple(program, 'status', 'what is there: index, sources, answers', withParts, async (parts, flags) => {
    await (await import('./status.ts')).runStatus(parts, flags)
    return 0
  })
  addSimple(program, 'doctor', 'look for what is wrong, and say what to do', withParts, async (parts, flags) =>
    (await import('./doctor/doctor.ts')).runDoctor(parts, flags),
  )
  addSimple(program, 'revisions', 'list the states of the corpus', withParts, async (parts, flags) => {
    await (await import('./corpus/revisions.ts')).runRevisions(parts, flags)
    return 0
  })

  program
    .command('rollback')
    .description('a new revision with the articles of an old one')
    .argument('<revision>', 'its number', parseRevision)
    .option(...jsonFlag)
    .action((revision: number, flags: JsonFlag) =>
      withParts(async (parts) => {
        await (await import('./corpus/revisions.ts')).runRollback(parts, revision, flags)
        return 0
      }),
    )

  program
    .command('proof')
    .description('show again what an answer stands on, and whether the articles still read the same')
    .argument('<id...>', 'the ten characters shown under the answer, or the line that shows them')
    .addOption(
      new Option('--format <format>', 'Markdown, JSON, references, a table').choices(['md', 'json', 'csl', 'csv']),
    )
    .option(...jsonFlag)
    .action((words: string[], flags: ProofFlags) =>
      withParts(async (parts) => (await import('./proof.ts')).runProof(parts, words.join(' '), flags)),
    )

  program
    .command('eval')
    .description('measure on questions with known answers')
    .argument(
      '<path>',
      'a file of {"id","lang","doc","question","answer","kind"} a line over what is indexed, or a folder of articles with questions.jsonl',
    )
    .option(...jsonFlag)
    .action((file: string, flags: JsonFlag) =>
      withParts(async (parts) => {
        await (await import('./eval/eval.ts')).runEval(parts, file, flags)
        return 0
      }),
    )
  addMaintenance(program, withParts)
  return program
}

function addSimple(
  program: Command,
  name: string,
  purpose: string,
  withParts: RunWithParts,
  run: (parts: Parts, flags: JsonFlag) => Promise<number>,
): void {
  program
    .command(name)
    .description(purpose)
    .option(...jsonFlag)
    .action((flags: JsonFlag) => withParts((parts) => run(parts, flags)))
}
