/** Words that turn what stands beside them, by what they do: function words and a few classes that language closes. Folded. */

const edge = '(?<![\\p{L}\\p{N}])'
const close = '(?![\\p{L}\\p{N}])'

/** Conditions: what they belong to holds only with them. */
export const condition = new RegExp(
  `${edge}(?:if|unless|once|provided|providing|as long as|so long as|on condition|subject to|in case|even if|only (?:if|when|after|between|on|in|for|with|at|to)|until(?! (?:\\d|january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday))|weather permitting|si|s'ils?|a moins (?:que|qu'|d[e'])|a condition|pourvu qu|sous reserve|a supposer|au cas|en cas de|tant que|tant qu'|jusqu'a ce que|des lors que|le temps que|meme si)${close}`,
  'u',
)
/** Exceptions, and what limits a statement behind it. */
export const exception = new RegExp(
  `^ *(?:without|sans)${close}|${edge}(?:except(?:ing)?|apart from|other than|excluding|save for|barring|with the exception|not counting|(?:alone|only)(?= *[.,;"]| *$)|at (?:most|best)|on paper|in theory|in principle|before (?:inflation|tax|taxes|costs)|after (?:inflation|tax)|for now|sauf|hormis|excepte(?:e?s)?|hors|a l'exception|non comprise?s?|exclu(?:e?s)?|en theorie|en principe|sur le papier|au mieux|pour l'instant|avant impots?|a lui seul|a elle seule|et encore)${close}`,
  'u',
)
/** The other half of a contrast or a concession, at the beginning of a clause. */
export const contrast =
  /(?:^|[,;:(–—-]\s*)(?:(?:and|et)\s+)?(?:but|yet|however|though|although|even though|whereas|despite|in spite of|rather than|instead|not|never|mais|cependant|toutefois|pourtant|neanmoins|bien que|bien qu'|quoique|malgre|alors que|alors qu'|tandis que|tandis qu'|et non|non|pas|plutot que)(?![\p{L}])|(?<!\p{L})(?:but|mais|although|whereas|bien que|alors que|tandis que|rather than|instead of|plutot que|au lieu d)(?![\p{L}])/u
/** What is set aside, conceded or lacking before a clause. */
export const concession = new RegExp(
  `${edge}(?:although|though|even though|despite|in spite of|instead of|rather than|without|contrary to|were it not|but for|whatever|bien qu[e']|malgre|au lieu d[e']?|plutot qu[e']|faute d[e']?|sans|contrairement|quoi qu[e']|quoique)${close}`,
  'u',
)
/** Right before what they limit. */
export const restrictor = new RegExp(
  `${edge}(?:only|just|merely|solely|most(?: of)?|some(?: of)?|several|half(?: of)?|la plupart(?: des| de| d')?|certaine?s|quelques|la moitie(?: des| de)?|few(?: of)?|little|hardly(?: any)?|barely|scarcely|no longer|never|not|not all|ne|n'|so-called|supposed|alleged|fake|seule?s?|seulement|uniquement|a peine|peu(?: de| d')?|rares? sont|tout au plus|au plus|soi-disant|pretendue?s?|suppos\\p{L}*|faux|fausse)(?: (?:the|of|of the|les|des|un|une|a|an))? *$`,
  'u',
)
/** Right before a figure. */
export const approximation = new RegExp(
  `${edge}(?:at (?:least|most|best)|up to|as (?:many|much|few|little) as|no (?:more|fewer|less) than|(?:more|fewer|less|better) than|about|around|roughly|some|nearly|almost|over|under|close to|an estimated|au (?:plus|moins|maximum|minimum)|jusqu'a|pres de|environ|quelque|plus de|moins de|presque|autour de|quasiment|a peine)(?: (?:the|les))? *$`,
  'u',
)
/** What comes of it later, or what it is called: the rest of the sentence takes the words back. */
export const reversal =
  /(?<!\p{L})(?:annul|overturn|revers(?:ed|al)|withdr[ae]w|retract|quash|rescind|revok|repeal|debunk|dispro|refut|discredit|acquit|exonerat|cleared|scrapp|cancel|nonsense|untrue|false(?:ly)?(?!\p{L})|wrong(?:ly)?(?!\p{L})|hoax|fabricat|invented|baseless|unfounded|lie(?!\p{L})|lies(?!\p{L})|mensong|infond|fau(?:x|sse)(?:s|ment)?(?!\p{L})|dementi|dement(?!\p{L})|infirm|retire(?:e?s)?(?!\p{L})|invalid|abroge|blanchi|relaxe|disculp|acquitt|ecarte(?:e?s)?(?!\p{L})|abandonn|canular|invente|a tort(?!\p{L})|den(?:y|ies|ied)(?!\p{L})|disput|contest|rejet|reject|nie(?:nt)?(?!\p{L})|doubt(?:s|ed)?(?!\p{L})|doute(?:nt)?(?!\p{L})|unlikely|improbable|uncertain|incertain)/u
/** Irony, fiction, and what marks a text as neither true nor meant. */
export const irony =
  /(?<!\p{L})(?:satir|parod|fictio|fictif|fictiv|spoof|hoax|jok(?:e|es|ed|ing)(?!\p{L})|in jest|sarcas|ironi|tongue in cheek|april fool|poisson d'avril|canular|blagu|plaisant|pastich|caricatur|sketch|novel|roman(?!\p{L})|imagin|dream|reve(?!\p{L})|fable|legend|conte(?!\p{L})|if only|supposedly)/u
/** Before a colon: what is told there is held to be untrue, or is somebody's claim. */
export const label =
  /(?:^|[.!?\n]\s*)\W*(?:myth|fiction|false|fake|rumou?r|hoax|claim|wrong|untrue|misconception|legend|error|lie|mythe|faux|intox|rumeur|idee recue|legende|mensonge|erreur|canular|cliche|prejuge)s?(?: (?:no|n°|number|numero)? ?\d+)?\s*[:–—-]\s*["“«]?\s*$/u
/** A short sentence behind that takes the one before it back. */
export const takesBack =
  /^\W*(?:(?:but|mais|and|et|or)\s+)?(?:(?:that|this|it)(?:'s| is| was)? (?:false|wrong|untrue|a lie|nonsense|not true|not so|not the case)|not true|false|wrong|untrue|c'est (?:faux|inexact|un mensonge)|faux|il n'en est rien|ce n'est pas (?:vrai|le cas)|rien n'est plus faux)\W*$/u
/** A clause behind "that" whose governor vouches for it. */
export const vouching =
  /(?<!\p{L})(?:announc|confirm|reveal|show|admi[t]|acknowledg|recall|remind|remember|disclos|point(?:ed|s) out|prov(?:e|es|ed|en)|discover|found|know|fact|evident|clear|so|such|annonc|revel|montr|reconn|rappel|adm[ei][st]|prouv|decouvert|constat|sai[ts]|savai[ts]|etabli|fait|preuve|tel|telle|tellement|parce|lors|afin|pour|depuis|pendant|ainsi|apres|des)\p{L}*(?: \p{L}+){0,2}$/u
export const inversion =
  /^\W*(?:had|were|should|did|does|do|is|are|was|will|can|could|would|has|have|may|might|est-ce)\W*$/u
/** The last word before a verb that is only wanted, denied, begun or ended. */
export const governor =
  /(?<!\p{L})(?:to|will|would|may|might|can|could|shall|should|must|cannot|did|does|do|of|for|from|about|against|by|before|stop(?:ped|s)?|de|d'|a|pour|sans|avant de|peut|peuvent|pourrait|pourraient|doit|doivent|devrait|devraient|veut|veulent|va|vont|faire|laisser)\s*$/u

/** Whom alone it is said of: "those who work well | have nothing to fear". */
export const restrictive =
  /(?<!\p{L})(?:celui|celle|ceux|celles|quiconque|those|anyone|anybody|whoever|everyone who|only)(?!\p{L})[^,;]*$/u
/** What it reaches, told by what it does not: "You may share | what you do not sell". */
export const restrictedObject =
  /^\s*(?:what|whatever|whoever|those|ce qu|ce que|celui qui|ceux qui|celles qui)(?!\p{L})[^,;]*?(?<!\p{L})(?:not|never|no|n't|ne|n'|pas)(?!\p{L})/u
/** "Had the dam burst, | …", "Were it to fail, | …": a condition without "if". */
export const invertedCondition = /^\W*(?:had|were|should)\s(?=[^,]*,\s*$)/u
