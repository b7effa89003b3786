/** `eval`: measures the corpus that is indexed on questions with known answers. */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { setImmediate as giveWay } from 'node:timers/promises'
import { ask } from '../../ask.ts'
import { UserError } from '../../errors.ts'
import { ensureIndex } from '../corpus/ensure-index.ts'
import { indexedArticles } from '../corpus/facts.ts'
import type { Parts } from '../parts.ts'
import { createProgress } from '../progress.ts'
import { type Judged, judge, median, type Share, share } from './evaluate.ts'
import { readGolden } from './golden.ts'

export async function runEval(parts: Parts, file: string, flags: { readonly json?: boolean }): Promise<void> {
  const questions = await readGolden(file, parts.seedsFolder)
  await ensureIndex(parts)
  const absolute = (path: string) => resolve(parts.workingFolder, path)
  const languages = new Map((await indexedArticles(parts)).map(({ path, language }) => [absolute(path), language]))
  refuseOtherCorpus(
    questions.flatMap(({ expected }) => expected.flatMap((one) => one.file ?? [])),
    languages,
    file,
  )
  const askParts = await parts.askParts()
  const progress = createProgress({ title: 'Asking', unit: 'questions' })
  const judged: Judged[] = []
  for (const golden of questions) {
    // With everything in memory nothing else would get its turn, Ctrl-C neither.
    await giveWay()
    const answer = await ask(askParts, golden.question)
    judged.push(judge(golden, answer, absolute, languages))
    progress.update(judged.length, questions.length)
  }
  progress.stop()
  const report = measure(judged)
  const { print } = parts.output
  if (flags.json === true) await print(JSON.stringify({ ...report, questions: judged }, undefined, 2))
  else await print(renderReport(report))
}

/** Figures over articles that are not indexed would say nothing. */
function refuseOtherCorpus(files: readonly string[], indexed: ReadonlyMap<string, unknown>, golden: string): void {
  const missing = files.find((file) => !indexed.has(file))
  if (missing === undefined) return
  const remedy = existsSync(missing)
    ? 'set SOURCIER_SEEDS to its folder and SOURCIER_DATA to a folder of its own'
    : 'the file is not there'
  throw new UserError(`the index does not hold ${missing}, which ${golden} asks about: ${remedy}`)
}

type Row = { readonly name: string; readonly all: Share; readonly same?: Share; readonly across?: Share }
export type EvalReport = { readonly rows: readonly Row[]; readonly medianMs: number; readonly questions: number }

function measure(judged: readonly Judged[]): EvalReport {
  const answerable = judged.filter((one) => one.answerable)
  const unanswerable = judged.filter((one) => !one.answerable)
  const split = (name: string, isTrue: (one: Judged) => boolean): Row => ({
    name,
    all: share(answerable, isTrue),
    same: share(
      answerable.filter(({ across }) => across === false),
      isTrue,
    ),
    across: share(
      answerable.filter(({ across }) => across === true),
      isTrue,
    ),
  })
  const rows: Row[] = [
    split('right passage first', ({ rightFirst }) => rightFirst),
    split('right passage within five', ({ rightWithinFive }) => rightWithinFive),
    split('first claim quotes the answer', ({ firstClaimQuotes }) => firstClaimQuotes),
    split('everything expected is cited', ({ allCited }) => allCited),
    split('answerable, not found', ({ status }) => status === 'not-found'),
    split('answerable, unsure', ({ status }) => status === 'unsure'),
    { name: 'unanswerable, not found', all: share(unanswerable, ({ status }) => status === 'not-found') },
    { name: 'unanswerable, unsure', all: share(unanswerable, ({ status }) => status === 'unsure') },
    { name: 'unanswerable, answered', all: share(unanswerable, ({ status }) => status === 'answered') },
  ]
  return { rows, medianMs: median(judged.map(({ tookMs }) => tookMs)), questions: judged.length }
}

function renderReport({ rows, medianMs, questions }: EvalReport): string {
  const line = (name: string, cells: readonly string[]) =>
    [name.padEnd(30), ...cells.map((cell) => cell.padStart(16))].join(' ').trimEnd()
  return [
    line('', ['all', 'same language', 'across']),
    ...rows.map(({ name, all, same, across }) =>
      line(
        name,
        [all, same, across].map((one) => (one === undefined ? '' : renderShare(one))),
      ),
    ),
    `${questions} questions, ${medianMs.toFixed(1)} ms at the median`,
  ].join('\n')
}

function renderShare({ count, of }: Share): string {
  return of === 0 ? '–' : `${count}/${of} ${((100 * count) / of).toFixed(1)} %`
}
