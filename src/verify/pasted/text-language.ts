import { foldWords } from '../../text/fold.ts'
import { countStopWords } from '../../text/stop-words.ts'
import type { Language } from '../../types.ts'

/** The language in which whoever pasted a text is answered: by its function words, then by its accents. */
export function guessLanguage(text: string): Language {
  const { en, fr } = countStopWords(foldWords(text).map(({ word }) => word))
  if (en === fr) return /[àâçéèêëîïôùûœ«»]/iu.test(text) ? 'fr' : 'en'
  return fr > en ? 'fr' : 'en'
}
