/** Whether a sentence gives a reason: "why?" is not answered by one that only tells what happened. */
import type { Language } from '../../types.ts'

/** Words that join an event to its reason. Folded text, whole words. */
const joining: Readonly<Record<Language, RegExp>> = {
  en: /\b(?:because|due to|owing to|thanks to|as a result|so that|in order to|reasons?|cause[sd]?|citing|blam\w+|since|therefore|amid|driven by|result(?:s|ed)? (?:of|from|in)|following|prompted|led to|why|explain\w*|aim\w*|to (?:avoid|prevent|protect|allow|help|stop|limit|reduce|curb|ensure|keep|make|fight|combat))\b/,
  fr: /\b(?:car|parce qu\w*|puisqu\w*|en raison|a cause|du fait|grace a|afin|suite a|faute de|motifs?|raisons?|causes?|causee?s?|visant|vise|face a|estimant|jugeant|invoquant|provoqu\w+|entrain\w+|pourquoi|expliqu\w+|deni\w+|resulte\w*|pour (?:que|eviter|empecher|proteger|permettre|aider|lutter|limiter|reduire|garantir|assurer|faire|avoir)|ainsi)\b/,
}

/** @param folded the sentence as `fold()` makes it. */
export function givesReason(folded: string, language: Language): boolean {
  return joining[language].test(folded)
}
