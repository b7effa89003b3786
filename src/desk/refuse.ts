import { questionLimit } from '../ask.ts'
import { UserError } from '../errors.ts'
import { interfaceTexts } from '../interface-texts.ts'
import type { PassageIndex } from '../ports/passage-index.ts'
import type { Language } from '../types.ts'
import { verificationTexts } from '../verify/verification-texts.ts'
import { verifyLimit } from '../verify/verify-text.ts'
import { deskTexts } from './desk-texts.ts'

/** The same that the core refuses, before anything is done for it. Throws UserError for an empty or too long question. */
export function refuseUnaskable(question: string, language: Language): void {
  const texts = interfaceTexts(language)
  if (question.trim() === '') throw new UserError(texts.empty)
  if (question.length > questionLimit) throw new UserError(texts.tooLong(questionLimit))
}

/** @throws UserError for an empty or too long text to verify. */
export function refuseUnverifiable(text: string, language: Language): void {
  const texts = verificationTexts(language)
  if (text.trim() === '') throw new UserError(texts.empty)
  if (text.length > verifyLimit) throw new UserError(texts.tooLong(verifyLimit))
}

/** @throws UserError while nothing was ever indexed: "not found" would blame the articles. */
export async function refuseWithoutCorpus(index: PassageIndex, language: Language): Promise<void> {
  if ((await index.revision()) === undefined) throw new UserError(deskTexts(language).noCorpus)
}
