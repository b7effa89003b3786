/**
 * Words that say nothing about what a text or a question is about. Folded (lower case, no accents), but for the French
 * forms whose accent makes another word: `né` (born) must not be read as `ne` (not).
 */
import type { Language } from '../types.ts'

const english = `
a about above after again against all already also although always am an and another any anyone anything are aren as at away be because been
before being below between both but by can cannot could couldn did didn do does doesn doing don done down during each either else even ever every
everything few for from further get gets getting give given gives go goes going gone got had hadn has hasn have haven having he her here hers herself him himself
his how however i if in into is isn it its itself just know let ll made make makes many may maybe me might mine more most much must my myself
near need neither no nor not nothing now of off often on once one only onto or other others our ours out over own per please put quite
rather re really same say see shall she should shouldn since so some something soon still such t tell than that the their theirs them
themselves then there these they thing things this those though through thus to together too toward towards under until up upon us ve very was wasn
we were weren what whatever when where whether which whichever while who whoever whom whose why will with within without won would wouldn yes yet
you your yours yourself
find found happen happened happens show shows list exactly actually concerning regarding according want like mean means called named name
allegedly reportedly apparently supposedly currently
explain describe kind sort type lot say says said`

const french = `
a afin ai ainsi alors apres as au aucun aucune aujourd aupres auquel aussi autant autre autres aux auxquelles auxquels avaient avais avait avant avec
avez avoir avons ayant beaucoup bien c ca car ce ceci cela celle celles celui cependant certain certaine certaines certains ces cet cette ceux chaque
chez ci combien comme comment contre d dans de dehors deja depuis des desquelles desquels dessous dessus deux devant doit doivent donc dont du duquel
durant elle elles en encore entre envers es est et etaient etais etait etant etc ete etes etre eu eux eut faire fait faites faut
font furent fut hors hui i il ils j je jusqu jusque l la laquelle le lequel les lesquelles lesquels leur leurs lors lorsque lui m ma mais
malgre me meme memes mes mien moi moins mon n ne ni nos notre notamment nous on ont ou oui par parce parmi pas pendant
peu peut peuvent plus plusieurs plutot pour pourquoi pourrait pouvez pres presque puis puisque qu quand quant que quel quelle quelles
quelque quelques quels qui quoi quoique rien s sa sans sauf se selon sera seraient serait seront ses si sien sinon soi soient soit
sommes son sont sous souvent suis sur surtout t ta tandis tant te tel telle telles tels tes toi ton toujours tous tout toute toutes tres
trop tu un une va vais vers via voici voila vont vos votre vous vraiment y
dit dis dire donnez donner cite citez citer passe passer passait trouve montre montrez explique expliquez veut veux savoir sais parle parler quelqu chose choses appelle
actuellement apparemment maintenant pretendument
sorte genre type arrive arriver concernant propos`

const stopWords: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: new Set(english.trim().split(/\s+/)),
  fr: new Set(french.trim().split(/\s+/)),
}

/** Words that look like stop words once folded and are not. */
const accented = new Set(['né', 'née', 'nés', 'nées', 'dû', 'sûr', 'sûre', 'sûrs', 'sûres'])

/** Whether a word carries no topic in a language. `folded` as `fold()` makes it; `original` as written. */
export function isStopWord(folded: string, language: Language, original = folded): boolean {
  if (accented.has(original.toLowerCase().normalize('NFC'))) return false
  return stopWords[language].has(folded)
}

/** How many of the folded words are function words of each language: tells them apart in the shortest texts. */
export function countStopWords(words: readonly string[]): Readonly<Record<Language, number>> {
  const count = (language: Language) => words.filter((word) => stopWords[language].has(word)).length
  return { en: count('en'), fr: count('fr') }
}
