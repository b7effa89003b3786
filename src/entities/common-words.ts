import { isStopWord } from '../text/stop-words.ts'
import type { Language } from '../types.ts'

/** Ordinary words that often stand first in a sentence, a heading or a question, folded; beside the stop words. */
const starters = `accused according apart quote quotes cite compare estimate summarise summarize activists additionally afterwards amid among analysts another approximately arrest arrests asked at attacks authorities because besides beyond both
  breaking business child torture children cities citizens civil combien comment companies concerns consequently court critics crime cyber despite due during earlier education efforts eight elsewhere
  eventually every experts family farmers finally first five foreign foreigners former four fresh funds furthermore give government governments hello hi help historically however human hundreds
  if initially inside instead investigators it judges justice last later latest law leaders lists local many meanwhile media members men military millions moreover most name nearly new news next nine nobody
  none nothing officers officials one online only operations opposition otherwise overall owners parents people perhaps photo police politicians power previously prices prisoners property prosecutors
  protesters raids recent recently regional regarding rescue residents rights scope second security several seven similarly since sites six soldiers some sources soon speaking state still students such suspects survivors
  tell ten tensions tension thanks then therefore thousands three today together tomorrow traffic translate two under unlike until victims voters water weather when whereas women workers world yesterday young
  alors apres aucun aucune aujourd auparavant aussi autorites autres avant avec beaucoup bien bonjour campagne cela celui cependant certains chaque cinq citoyens combien comme comment conformement contrairement
  considere dans debut deja depuis derriere des deux dix dirige donne douze durant elle en enfin enfants ensuite entre environ escrocs et etrangers face femmes fin forces gouvernement grace habitants hier hommes huit ici interroge
  il ils jamais jeudi jusqu justice kidnappe lors lorsque lundi lutte malgre mardi mais medias meme mercredi mesures mieux ministre moins neuf non nouveau nouveaux nouvelle nouvelles nous officiers ou ouvriers outre par parallelement parmi pendant
  personne personnes peu plus plusieurs police policiers pour pourtant pres premier presque prison puis quand quant quatre quelque quelques raconte recemment reste rien samedi sans secteur selon sept seul seule seuls si six soldats soupconnes sous suite
  sur suspects tandis tension tensions toujours tous tout toute toutefois toutes traduis traduire trois trop un une vendredi vers victimes voici voila
  write describe explain summarize summarise ecris ecrivez raconte resume resumez traduisez cite citez
  albeit although around as before behind below beneath from in into like near of off on onto out over past per than that the through to toward upon via with within without`

const words = new Set(starters.trim().split(/\s+/))
const wordShape: Readonly<Record<Language, RegExp>> = {
  en: /(?:[^s]ing|[^aeiou]ed|ly|tions?|ments?|ness|ities|ists|ers|ors|ians|ous|ful|less|able|ances?|ences?)$/,
  fr: /(?:ment|ments|tions?|sions?|ements?|ites?|eurs?|euses?|ants?|antes?|ees?|iques?|ables?|istes?|ismes?|elles?|ances?|ences?|aires?)$/,
}

/** Whether a folded word is an ordinary one of the language, by list or by its ending: no name, when it only begins a sentence. */
export function isCommonWord(folded: string, language: Language): boolean {
  return words.has(folded) || isStopWord(folded, language) || (folded.length > 5 && wordShape[language].test(folded))
}
