/** What a lead-in does to the words that it gives to somebody: most only give them. */
import { foldString } from '../figures/folded-text.ts'
import type { SpeechHedge } from './types.ts'

const kinds: readonly (readonly [SpeechHedge, RegExp])[] = [
  [
    'joke',
    /(?<!\p{L})(?:jok|jest|sarcas|ironi|satir|parod|mock|tongue in cheek|plaisant|blagu|raill|moqu|pastich|pour rire)/u,
  ],
  [
    'denied',
    /(?<!\p{L})(?:den(?:y|ies|ied|ying)|reject|refut|rebut|disput|dement|nie(?:r|nt|ait)?(?!\p{L})|refus|rejett?|recus|contest)/u,
  ],
  ['doubted', /(?<!\p{L})(?:doubt|wrongly|falsely|mistakenly|dout|a tort|faussement)/u],
  ['alleged', /(?<!\p{L})(?:alleg|claim|accus|purport|pretend|soupconn|suppos|rumou?r|supposedly)/u],
  ['asked', /(?<!\p{L})(?:ask(?:ed|s)? (?:whether|if)|wonder|demand(?:e|ait|ent)? si|se demande)/u],
]

export function hedgeOf(leadIn: string): SpeechHedge | undefined {
  const folded = foldString(leadIn)
  return kinds.find(([, pattern]) => pattern.test(folded))?.[0]
}
