/** `ask`: one question, or a file of them. */
import { setImmediate as giveWay } from 'node:timers/promises'
import { renderAnswer } from '../../adapters/terminal/render-answer.ts'
import { type AskOptions, ask, questionLimit } from '../ask.ts'
import { isKept } from '../desk/is-kept.ts'
import { UserError } from '../errors.ts'
import { interfaceTexts } from '../interface-texts.ts'
import type { Language } from '../types.ts'
import { toAnswerJson } from './answer-json.ts'
import { deepenForAWhile } from './corpus/deepen.ts'
import { ensureIndex } from './corpus/ensure-index.ts'
import type { Parts } from './parts.ts'
import { createProgress } from './progress.ts'
import { readQuestionsFile } from './questions-file.ts'
import { sweepEarlier } from './sweep-earlier.ts'

export type AskFlags = {
  readonly json?: boolean
  readonly explain?: boolean
  readonly lang?: Language
  readonly asOf?: number
  readonly private?: boolean
  readonly batch?: string
}

/** @throws UserError for what cannot be asked, before anything is opened or written. */
export async function runAsk(parts: Parts, words: readonly string[], flags: AskFlags): Promise<void> {
  if (flags.batch !== undefined) {
    if (words.length > 0) throw new UserError('give a question or --batch FILE, not both')
    return await askBatch(parts, flags.batch, flags)
  }
  if (words.length === 0)
    throw new UserError('write a question: sourcier ask "…", or give a file of them with --batch FILE')
  const question = words.join(' ')
  refuseUnaskable(question, flags.lang)
  await ensureIndex(parts)
  await deepenForAWhile(parts)
  const answer = await ask(await parts.askParts(), question, toAskOptions(parts, flags))
  const { colours, width, print } = parts.output
  const explain = flags.explain === true
  const kept = isKept(parts.settings, flags.private === true)
  if (flags.json === true) await print(JSON.stringify(toAnswerJson(answer, explain), undefined, 2))
  else await print(renderAnswer(answer, { colours, width, explain, kept }).trimEnd())
  // Loaded after the answer is shown: what makes the record need not be waited for.
  const { recordAnswer } = await import('./record.ts')
  await recordAnswer(parts, answer, flags.private === true)
}

/** Answers a file of questions in its order, one line each as soon as it is there; its id opens a proof. */
async function askBatch(parts: Parts, file: string, flags: AskFlags): Promise<void> {
  const questions = await readQuestionsFile(file)
  sweepEarlier()
  await ensureIndex(parts)
  await deepenForAWhile(parts)
  const askParts = await parts.askParts()
  const { recordAnswer } = await import('./record.ts')
  const progress = createProgress({ title: 'Answering', unit: 'questions' })
  try {
    for (const [position, { id, question }] of questions.entries()) {
      // With everything in memory nothing else would get its turn, neither Ctrl-C nor a reader that left.
      await giveWay()
      const answer = await ask(askParts, question, toAskOptions(parts, flags))
      await recordAnswer(parts, answer, flags.private === true)
      await parts.output.print(JSON.stringify({ id, answer: toAnswerJson(answer, flags.explain === true) }))
      progress.update(position + 1, questions.length)
    }
  } finally {
    progress.stop()
  }
}

/** The same that the core refuses, before an index is built for it. */
function refuseUnaskable(question: string, language: Language = 'en'): void {
  const texts = interfaceTexts(language)
  if (question.trim() === '') throw new UserError(texts.empty)
  if (question.length > questionLimit) throw new UserError(texts.tooLong(questionLimit))
}

function toAskOptions({ settings }: Parts, flags: AskFlags): AskOptions {
  const { lang, asOf } = flags
  return {
    private: flags.private === true || settings.privateByDefault,
    ...(lang !== undefined && { language: lang }),
    ...(asOf !== undefined && { asOf }),
  }
}
