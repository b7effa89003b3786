/** `verify`: is this quote real? One text, or a file of them. */
import { setImmediate as giveWay } from 'node:timers/promises'
import { z } from 'zod'
import { renderVerification } from '../../adapters/terminal/render-verification.ts'
import { factsOf } from '../article-facts.ts'
import { UserError } from '../errors.ts'
import { guessLanguage } from '../verify/pasted/text-language.ts'
import { readVerifyCorpus } from '../verify/search/corpus.ts'
import { withEarlier } from '../verify/search/earlier-versions.ts'
import type { Match, Verification } from '../verify/types.ts'
import { verificationTexts } from '../verify/verification-texts.ts'
import { verifyAgainst } from '../verify/verify-against.ts'
import { verifyLimit, verifyText } from '../verify/verify-text.ts'
import { ensureIndex } from './corpus/ensure-index.ts'
import { readJsonLines } from './lines-file.ts'
import type { Parts } from './parts.ts'
import { createProgress } from './progress.ts'
import { idSchema } from './questions-file.ts'

/** For a file of texts so many articles are read once and held; of more, each text's candidates. */
const mostArticlesAtOnce = 500

export type VerifyFlags = { readonly json?: boolean; readonly batch?: string }

const textSchema = z
  .string({ error: 'must be there, a text' })
  .max(verifyLimit, { error: `is too long: at most ${verifyLimit} characters` })
  .refine((text) => text.trim() !== '', { error: 'is empty' })
const batchLine = z.object({ id: idSchema, text: textSchema }, { error: 'must be a JSON object' })

/** @throws UserError for what cannot be checked, before anything is opened or written. */
export async function runVerify(parts: Parts, words: readonly string[], flags: VerifyFlags): Promise<void> {
  if (flags.batch !== undefined) {
    if (words.length > 0) throw new UserError('give a text or --batch FILE, not both')
    return await verifyBatch(parts, flags.batch)
  }
  if (words.length === 0)
    throw new UserError('paste the words to check: sourcier verify "…", or give a file of them with --batch FILE')
  const text = words.join(' ')
  const language = guessLanguage(text)
  if (text.trim() === '') throw new UserError(verificationTexts(language).empty)
  if (text.length > verifyLimit) throw new UserError(verificationTexts(language).tooLong(verifyLimit))
  await ensureIndex(parts)
  const verification = await verifyAgainst((await parts.corpus()).index, text)
  const { colours, width, print } = parts.output
  if (flags.json === true) {
    await print(JSON.stringify({ text, language, ...toVerificationJson(verification) }, undefined, 2))
  } else await print(renderVerification(verification, { colours, width, language }).trimEnd())
}

/** Checks a file of texts in its order, one line each as soon as it is there. */
async function verifyBatch(parts: Parts, file: string): Promise<void> {
  const lines = await readJsonLines(file, batchLine, 'text')
  await ensureIndex(parts)
  const { index } = await parts.corpus()
  const isLong = (await index.articles()).length > mostArticlesAtOnce
  const corpus = isLong ? undefined : await readVerifyCorpus(index)
  const progress = createProgress({ title: 'Checking', unit: 'quotes' })
  try {
    for (const [position, { value }] of lines.entries()) {
      // Nothing else would get its turn, neither Ctrl-C nor a reader that left.
      await giveWay()
      const verification =
        corpus === undefined
          ? await verifyAgainst(index, value.text)
          : await withEarlier(index, value.text, verifyText(value.text, corpus))
      await parts.output.print(JSON.stringify({ id: value.id, ...toVerificationJson(verification) }))
      progress.update(position + 1, lines.length)
    }
  } finally {
    progress.stop()
  }
}

/** The shape that other programs rely on. */
export function toVerificationJson(verification: Verification) {
  const { verdict, words, speaker, meaning, notes, matches, speakers, parts, quotes, unshown, earlier } = verification
  return {
    verdict,
    words,
    speaker,
    meaning,
    notes,
    ...(speakers !== undefined && { speakers }),
    ...(parts !== undefined && { parts }),
    ...(quotes !== undefined && { quotes }),
    ...(unshown !== undefined && { unshown }),
    ...(earlier !== undefined && { earlier: { ...earlier, match: toMatchJson(earlier.match) } }),
    matches: matches.map(toMatchJson),
  }
}

function toMatchJson(match: Match) {
  const {
    passageId,
    paragraph,
    article,
    quote,
    start,
    end,
    given,
    differences,
    cutOff,
    leftOut,
    sentence,
    corrections,
  } = match
  return {
    passageId,
    article: factsOf(article),
    paragraph,
    quote,
    start,
    end,
    given,
    differences: differences.map(({ kind, given, original, at }) => ({ kind, given, original, ...at })),
    cutOff,
    ...(leftOut !== undefined && { leftOut }),
    ...(sentence !== undefined && { sentence }),
    ...(corrections !== undefined && { corrections }),
  }
}
