/** A claim is one sentence of plain text: no links, no markup, no characters that hide or imitate others. */
import type { ClaimFailure } from './types.ts'

/** UTF-16 units; a sentence of an answer is shorter. */
export const longestClaim = 600

const link =
  /[a-z][a-z\d+.-]*:\/\/|\b(?:https?|mailto|javascript|data|tel):|www\.|\b(?:[a-z\d-]+\.)+(?:com|org|net|info|io|fr|eu|uk|us|me|co|app|dev|xyz|ru|cn|kh|test|example|invalid|site|online|link|gg|ly|ai)\b(?!['’])|\S@\S+\.\p{L}/iu
const markup =
  /\]\(|!\[|\[\[|<\/?[a-z!@#:]|&(?:#\d+|[a-z]+);|\*\*|__|~~|`|\|\||^\s*(?:#{1,6}|[>*+•-])\s|\\[a-z[\]]|[{}]/imu
const mention = /(?<![\p{L}\p{N}])@[\p{L}\p{N}_]|(?<![\p{L}\p{N}&])#[\p{L}_]/u
const hidden = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\u3164\uffa0]/u
/** Digits and letters that look like ordinary ones and are read otherwise: full-width, superscript, Cyrillic a. */
const imitation = /(?=\p{N})[^\d½¼¾⅓⅔²³]|(?=\p{L})[^\p{Script=Latin}]/gu

/** @param cited words in which other scripts may stand: the passages'. */
export function checkPlainText(text: string, cited: string): readonly ClaimFailure[] {
  const failures: ClaimFailure[] = []
  const fail = (words: string, why: string) => failures.push({ lock: 'markup', words, why })
  if (text.length > longestClaim) {
    fail(`${text.slice(0, 40)}…`, `it is longer than ${longestClaim} characters`)
    return failures
  }
  const rules: readonly (readonly [RegExp, string])[] = [
    [link, 'a link'],
    [markup, 'markup'],
    [mention, 'a mention'],
    [hidden, 'a character that is not seen'],
  ]
  for (const [pattern, name] of rules) {
    const found = pattern.exec(text)
    if (found !== null) fail(found[0], `it holds ${name}`)
  }
  const strange = [...text.matchAll(imitation)].find(([character]) => !cited.includes(character))
  if (strange !== undefined) fail(strange[0], 'it holds a letter or digit of another script')
  return failures
}
