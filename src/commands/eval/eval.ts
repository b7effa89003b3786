/** `eval`: measures on questions with known answers: over the corpus that is indexed, or a folder that brings its own articles. */
import { existsSync, statSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setImmediate as giveWay } from 'node:timers/promises'
import { ask } from '../../ask.ts'
import { UserError } from '../../errors.ts'
import { ensureIndex } from '../corpus/ensure-index.ts'
import { indexedArticles } from '../corpus/facts.ts'
import { createParts, type Parts } from '../parts.ts'
import { createProgress } from '../progress.ts'
import { type Judged, judge } from './evaluate.ts'
import { readGolden } from './golden.ts'
import { measure, renderReport } from './report.ts'

/** @param path a file of questions over what is indexed, or a folder of articles with `questions.jsonl`. */
export async function runEval(parts: Parts, path: string, flags: { readonly json?: boolean }): Promise<void> {
  const isFolder = existsSync(path) && statSync(path).isDirectory()
  const judged = isFolder ? await judgeFolder(parts, path) : await judgeFile(parts, path)
  const report = measure(judged)
  const { print } = parts.output
  if (flags.json === true) await print(JSON.stringify({ ...report, questions: judged }, undefined, 2))
  else await print(renderReport(report))
}

/** Indexed by itself, in a folder that is gone afterwards: what the maintainer holds is neither asked nor changed. */
async function judgeFolder(parts: Parts, folder: string): Promise<readonly Judged[]> {
  const questions = join(folder, 'questions.jsonl')
  if (!existsSync(questions))
    throw new UserError(`${folder} holds no questions.jsonl: put the questions there, one a line`)
  const data = await mkdtemp(join(tmpdir(), 'sourcier-eval-'))
  const own = createParts({ ...parts.variables, SOURCIER_SEEDS: resolve(folder), SOURCIER_DATA: data })
  try {
    return await judgeFile(own, questions)
  } finally {
    await own.close()
    await rm(data, { recursive: true, force: true })
  }
}

async function judgeFile(parts: Parts, file: string): Promise<readonly Judged[]> {
  const questions = await readGolden(file, parts.seedsFolder)
  await ensureIndex(parts)
  const absolute = (path: string) => resolve(parts.workingFolder, path)
  const languages = new Map((await indexedArticles(parts)).map(({ path, language }) => [absolute(path), language]))
  const files = questions.flatMap(({ expected }) => expected.flatMap((one) => one.file ?? []))
  refuseOtherCorpus(files, languages, file)
  const askParts = await parts.askParts()
  // A question that finds its vectors made is what people meet.
  await (await parts.contextual())?.deepen()
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
  return judged
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
