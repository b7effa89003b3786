/** What is wanted before anything is searched: a greeting is not a question, and a poem is not in the articles. */

/**
 * `search`: look into the articles; `help`: say what the bot does; `thanks`: a word of politeness; `task`: asked to make
 * something, which it does not; `wordless`: nothing but signs.
 */
export type Intent = 'search' | 'help' | 'thanks' | 'task' | 'wordless'

const greeting =
  /^(?:hi|hello|hey|hiya|good (?:morning|afternoon|evening|day|night)|greetings|bonjour|bonsoir|bonne nuit|salut|coucou|allo|hola)(?: (?:there|you|all|everyone|bot|sourcier|a (?:tous|toi|vous)|tout le monde))?(?: (?:how are you|ca va|comment (?:ca va|vas tu|allez vous)))?$/
/** "Are you a robot?" */
const identity =
  /^(?:are you (?:an? )?(?:\w+ )?(?:ai|bot|robot|human|chatgpt|machine|real|artificial intelligence|person)$|(?:es tu|etes vous|t es) (?:une? )?(?:\w+ )?(?:ia|robot|bot|humaine?|chatgpt|machine|intelligence artificielle|personne)$)/
const thanks =
  /^(?:thanks?|thank you|thx|cheers|merci|ok|okay|cool|great|super|parfait|bye|goodbye|au revoir)(?: (?:you|a lot|so much|very much|beaucoup|bien|(?:for (?:your|the)|pour (?:ton|ta|votre|l|la|cette)) (?:help|answers?|aide|reponse)))*$/
const selfQuestion =
  /^(?:(?:hi|hello|bonjour|salut) )?(?:help(?: me)?|aide(?: moi)?|how are you|ca va|comment (?:ca va|vas tu|allez vous)|can you help(?: me)?|(?:est ce que )?(?:tu peux|vous pouvez|peux tu|pouvez vous) m aider|what are you able to do|what (?:topics|subjects) do you (?:cover|know)|de quoi (?:peux tu|pouvez vous|sais tu) parler|(?:what|which things) (?:can|do) you (?:do|know|answer)|how (?:do you work|does (?:this|it) work|do i use (?:you|this|it))|who are you|what are you|what is (?:this bot|sourcier)|(?:que|qu est ce que tu) (?:peux|sais)(?: tu)? (?:faire|repondre)|que (?:pouvez|savez) vous faire|qu est ce que (?:tu|vous) (?:peux|pouvez|sais|savez) faire|(?:tu es qui|qui es tu|qui etes vous)|comment (?:ca marche|tu marches|ca fonctionne|fonctionnes tu|t utiliser|vous utiliser)|c est quoi sourcier|a quoi (?:sers tu|servez vous|tu sers))$/
const politeness = '(?:(?:please|can you|could you|would you|peux tu|pouvez vous|pourrais tu|s il te plait|stp|svp) )*'
const makeSomething = new RegExp(
  `^${politeness}(?:(?:say|repeat|confirm|admit|claim|dis|dites|repete|repetez|confirme|affirme) (?:that|que|qu)|write(?! off)|translate|sing|calculate|compute|ecris|ecrivez|redige|redigez|traduis|traduisez|chante|dessine|calcule)\\b`,
)
/** Verbs that are nouns too, "program for citizens", "draft law": asked for only with what is to be made. */
const makeOneThing = new RegExp(
  `^${politeness}(?:compose[rz]?|draft|program|code|generate|draw|ecrire|traduire|genere) (?:me|us|moi|nous|an?|the|some|this|my|une?|des|du|ce|cet|cette)\\b`,
)
/** Told to be somebody else, or to forget what it is. */
const otherOrders =
  /^(?:(?:please )?(?:ignore|forget|disregard) (?:all |any )?(?:of )?(?:your|the|my|previous|prior|these|those) |(?:ignore|oublie|oubliez) (?:toutes |tous )?(?:tes|vos|les|ces) (?:\w+ )?(?:instructions|consignes|regles)|you are now |from now on you |pretend (?:to be|that you)|act as |tu es (?:maintenant|desormais) |fais comme si)/
const entertain =
  /\b(?:tell me (?:a|an) (?:\w+ )?(?:joke|story|poem|riddle)|raconte[sz]?(?: moi| nous)? une? (?:\w+ )?(?:blague|histoire|poeme|devinette)|sing me)\b/

/** Whether a text holds a letter or a digit; "???" and "👍" ask for nothing that can be looked for. */
export function isWordless(text: string): boolean {
  return !/[\p{L}\p{N}]/u.test(text)
}

/** Reads the intent from a question's folded words, joined by single spaces. */
export function readIntent(foldedText: string): Intent {
  const text = foldedText.trim()
  if (thanks.test(text)) return 'thanks'
  if (greeting.test(text) || selfQuestion.test(text) || identity.test(text)) return 'help'
  if (makeSomething.test(text) || makeOneThing.test(text) || entertain.test(text) || otherOrders.test(text))
    return 'task'
  return 'search'
}
