/** The words by which a question leans on the one before. Folded: lower case, no accents, straight apostrophes. */
import type { Language } from '../types.ts'

type FollowUpWords = {
  /** At the beginning: "and in 2025?" */
  readonly lead: RegExp
  /** The whole question asks for one thing and says of what nothing: "how many?", "depuis quand ?" */
  readonly bare: RegExp
  /** A person spoken of before. */
  readonly person: RegExp
  /** A thing, a place or a time spoken of before. */
  readonly thing: RegExp
  /** How a question begins that needs no other: taken off the topic that is carried over. */
  readonly asking: RegExp
  /** At the beginning of a part of a sentence that cannot stand alone: "in Thailand?" */
  readonly preposition: RegExp
  /** Whom or what a pronoun stands for, when the question itself says it before the pronoun. */
  readonly antecedent: RegExp
  /** Words with which any question asks. */
  readonly interrogative: RegExp
  /** "il" that stands for nothing: "y a-t-il", "faut-il". */
  readonly empty: RegExp
}

const end = '(?![\\p{L}\\p{N}])'
const start = '(?<![\\p{L}\\p{N}])'

export const followUpWords: Readonly<Record<Language, FollowUpWords>> = {
  en: {
    lead: /^(?:(?:ok(?:ay)?|so|then|yes|no|but)[, ]+)*(?:and (?:what|how) about|and for|and|what about|how about|same (?:question )?for|what of|but what about|also|or)(?![\p{L}\p{N}])[, ]*/u,
    bare: /^(?:how (?:many|much|long|old|often|far|so|come)(?: (?:exactly|in (?:all|total)|people|of them|times))?|when(?: exactly| was that)?|where(?: exactly| was that)?|why(?: not| is that| so)?|who(?: exactly| was it| else)?|which(?: ones?)?|what(?: else| for| exactly)?|since when|until when|by whom|by who|for whom|for what|with whom|against whom|says who|who says(?: so| that)?|according to whom|in what year|what year|in which country|tell me more|more|and then|anything else)$/u,
    person: new RegExp(`${start}(?:he|she|him|her|his|hers|himself|herself)${end}`, 'u'),
    thing: new RegExp(
      `${start}(?:they|them|theirs?|these|those|the same|(?<!(?:is|are|was|were|be|been) )there(?! (?:is|are|was|were|has|have|will)${end})|(?:it|this|that)(?=$| (?:happen|happened|cost|last|lasted|start|begin|end|take|work)${end}))${end}`,
      'u',
    ),
    asking:
      /^(?:how (?:many|much|long|old|often)|(?:when|where|why|who|whom|whose|which|what)(?:'s| is| are| was| were| did| does| do| has| have| had| will| would| can)?|did|does|do|is|are|was|were|has|have)(?![\p{L}\p{N}])[, ]*/u,
    preposition:
      /^(?:in|on|at|for|by|from|during|since|before|after|with|without|between|under|until|near)(?![\p{L}\p{N}])/u,
    antecedent: /(?<!\p{L})(?:the|an?|every|each|many|which|what) (?!same)\p{L}{3,}/u,
    interrogative: /(?<!\p{L})(?:how|when|where|why|who|whom|whose|which|what)(?!\p{L})/u,
    empty: /(?!)/u,
  },
  fr: {
    lead: /^(?:(?:ok|bon|alors|oui|non|mais)[, ]+)*(?:(?:et )?(?:qu'en est-il|quid)(?: de| du| des)?|et pour|et concernant|et|meme (?:question|chose) pour|idem pour|ou bien|aussi)(?![\p{L}\p{N}])[, ]*/u,
    bare: /^(?:combien(?: exactement| au total| en tout| de (?:temps|fois|personnes)| d'entre (?:eux|elles))?|quand(?: exactement| ca)?|ou(?: exactement| ca)?|pourquoi(?: pas| ca| cela)?|qui(?: ca| exactement| d'autre| donc)?|lesquel(?:le)?s|lequel|laquelle|quoi(?: d'autre| exactement)?|comment(?: ca)?|depuis quand|jusqu'a quand|par qui|pour qui|pour quoi|avec qui|contre qui|selon qui|qui le dit|d'apres qui|en quelle annee|quelle annee|a quelle date|dans quel pays|dis-m'en plus|encore|et apres|rien d'autre|c'est tout)$/u,
    person: new RegExp(
      `(?:-(?:t-)?(?:il|elle)(?! vrai| possible| question| necessaire)${end}|${start}(?:qu'|)(?:il|elle)${end}(?! (?:y a|s'agit|faut|est vrai))|${start}(?:lui|son|sa|ses)${end})`,
      'u',
    ),
    thing: new RegExp(
      `(?:-(?:t-)?(?:ils|elles)${end}|${start}(?:ils|elles|eux|leurs?|y (?=[ae])|en (?=a|ont|est)|celui-ci|celle-ci|ceux-ci|celles-ci|cela|la-bas|ce dernier|cette derniere)${end})`,
      'u',
    ),
    asking:
      /^(?:combien d'|qu'|(?:combien(?: de)?|(?:quand|ou|pourquoi|comment|qui|que|quoi|lequel|laquelle)(?: est-ce que?| est| sont| a| ont)?|quel(?:le)?s?(?: est| sont| etait)?|est-ce que?|qu'est-ce que?)(?![\p{L}\p{N}]))[, ]*/u,
    preposition:
      /^(?:en|a|au|aux|dans|sur|pour|par|depuis|avant|apres|pendant|avec|sans|entre|sous|chez|vers)(?![\p{L}\p{N}])/u,
    antecedent:
      /(?<!\p{L})(?:(?:le|la|les|un|une|des|ce|cet|cette|ces) |l'|combien (?:de |d')|quel(?:le)?s )\p{L}{3,}[^,]*$/u,
    interrogative:
      /(?<!\p{L})(?:combien|quand|ou|pourquoi|comment|qui|que|quoi|quel(?:le)?s?|lequel|laquelle|est-ce)(?!\p{L})|qu'/u,
    empty: /(?<!\p{L})(?:y a-t-il|faut-il|s'agit-il|existe-t-il|il y a|il faut|il s'agit)(?!\p{L})/u,
  },
}
