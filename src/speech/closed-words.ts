/** Function words of both languages, folded, and the commonest verbs of saying: hints where grammar alone leaves two readings. */

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/))
}

export const determiners = setOf(
  `the a an his her its their my our your this that these those another one some many several most
   le la les l' un une des du ce cet cette ces son sa ses leur leurs mon ma mes notre nos votre vos certains certaines plusieurs`,
)
export const possessives = setOf('his her its their son sa ses leur leurs')
export const pronouns = setOf('he she they it il elle ils elles on who qui i we je nous')
/** They join a noun to what it belongs to: "the mayor of Selby", "président du club". */
export const joiners = setOf("of for from at and de du des d' à au aux et en l' la le les the with avec pour & s")
export const prepositions = setOf(
  `in on at to by with à from during after before since until about against over under between among through into without despite
   dans sur lors par avec depuis avant apres devant contre entre chez vers sous sans pendant durant malgre jusqu' selon des
   according following amid via outside inside near beside behind pres plus moins environ about`,
)
export const conjunctions = setOf(
  `and but or nor yet so because although though while whereas when if unless as than which whose where whom that
   et mais ou ni car donc or parce quand lorsque lorsqu' si comme que qu' dont puisque puisqu' tandis alors`,
)
/** Before the comma they set a scene, and the subject comes behind it. */
export const openers = setOf(
  `in on at during after before since until asked speaking when while with following despite by as once although from under over
   questioned interviewed citing referring writing replying responding reacting standing turning
   en dans lors apres avant depuis à au aux interroge interrogee interroges questionne questionnee face par pendant durant devant sur
   quand lorsque lorsqu' si comme sous malgre hier lundi mardi mercredi jeudi vendredi samedi dimanche yesterday today
   contacte contactee joint jointe sollicite sollicitee invite invitee faute`,
)
export const auxiliaries = setOf(
  `has have had is are was were be been will would may might can could shall should must do does did
   a ont avait avaient est sont etait etaient sera seront serait seraient aurait auraient ne n' se s' y lui leur me m' nous vous
   peut peuvent doit doivent veut veulent va vont fait font n't not also then later already`,
)
export const copulas = setOf('is are was were be been est sont etait etaient sera fut furent remains reste')

/** Folded; the present, the past and the participle of verbs that give words to somebody. */
const saying =
  /^(?:sa(?:y|ys|id|ying)|t(?:ell|ells|old)|pointed|w(?:rite|rites|rote|ritten)|(?:stat|declar|announc|not|argu|insist|conced|disclos|observ|describ|believ|acknowledg|complain|explain|confirm|claim|add|assert|affirm|stress|report|warn|indicat|remark|comment|conclud|estimat|reveal|respond|recall|recount|jok|quipp|sigh|predict|suggest|alleg|maintain|contend|lament|boast|tweet|post|vow|emphasi[sz]|mention|testif|admitt|admit|answer|underlin|fear|hop|expect|agre|promis|repeat|urg|forecast|reckon)(?:s|es|ed|d|e|ing|ies|ied)?|repl(?:y|ies|ied)|sw(?:ear|ears|ore)|sp(?:eak|eaks|oke|oken)|thinks?|thought|feels?|felt|den(?:y|ies|ied)|(?:di(?:t|sent|sait|saient|re)|ecri(?:t|vent|vait|re)|repon(?:d|dent|du|dait|dit|dre)|previen(?:t|nent)|prevenu|prevenait|soutien(?:t|nent)|soutenu|maintien(?:t|nent)|reconnai(?:t|ssent)|reconnu|conclu(?:t|ent)?|croi(?:t|ent)|cru|promi[st]|promet(?:tent)?|admi[st]|admet(?:tent)?|avert(?:it|i|issent)|poursui(?:t|vi|vent)|senti|dement(?:ent|i)?|ni(?:e|ent|ait)|souten(?:ait|aient)|rappel(?:le|lent|e)|savoir|ironise|prevoi(?:t|ent)|prevoyait|parl(?:e|ent|ait|aient))|(?:declar|affirm|ajout|annonc|assur|precis|soulign|expliqu|indiqu|confirm|racont|estim|not|rapport|insist|martel|lanc|repet|resum|revel|denonc|evoqu|avanc|regrett|jug|pens|consider|deplor|temoign|confi|tranch|signal|plaid|jur|reclam|reconn|observ|constat|critiqu|alert|accus|commenc|replique|nuanc|calcul|soupir|grond|temper|analys|dout|craign|esper|redout|salu|interrog|demand|argu|pretend|revendiqu)(?:e|ee|ent|ait|aient|a|er|u)?)$/u

export function isSayingVerb(folded: string): boolean {
  return saying.test(folded)
}

/** Whoever counts gives the count: with a figure behind them these say something, whoever their subject is. */
const counting =
  /^(?:count(?:s|ed)?|tall(?:y|ies|ied)|puts?|recens(?:e|ent|ait)?|denombr(?:e|ent|ait)?|comptabilis(?:e|ent|ait)?|chiffr(?:e|ent|ait)?|evalu(?:e|ent|ait)?)$/u
/** And these where a paper or a body finds something: anybody may find thirty coins. */
const finding =
  /^(?:f(?:inds?|ound)|show(?:s|ed)?|identif(?:y|ies|ied)|document(?:s|ed)?|list(?:s|ed)?|montr(?:e|ent|ait)|relev(?:e|ent|ait)|identifi(?:e|ent)|repertori(?:e|ent))$/u

/** @param isBody whether the subject is a paper, an office or a body. */
export function isCountingVerb(folded: string, isBody: boolean): boolean {
  return counting.test(folded) || (isBody && finding.test(folded))
}

/** Names its source itself: what follows up to the comma speaks. The weak ones also open other phrases. */
export const sourceLead =
  /^["\s]*(?:(?<strong>according to|in the (?:words|view|opinion|eyes) of|as per|selon|d'apres|a en croire|de l'avis (?:de|du|des|d')|aux dires (?:de|du|des|d')|aux yeux (?:de|du|des|d')|dans l'esprit (?:de|du|des))|(?<weak>for|to|pour|chez))(?![\p{L}\p{N}])\s*/u

/** Nouns for bodies that speak: "the company" of a firm named before. */
export const bodyNoun =
  /^(?:compan(?:y|ies)|firm|group|groupe|bank|banque|societe|entreprise|association|union|syndicat|federation|club|operator|exploitant|organi[sz]ation|agency|agence|ministry|ministere|council|conseil|university|universite|museum|musee|party|parti|airline|manufacturer|constructeur|fabricant|charity|ngo|ong|regulat(?:or|eur)|county|departement|authority|autorite|institute|institut|college|hospital|hopital|direction|prefecture|rectorat|police|government|gouvernement|commission|committee|comite|office|observatory|observatoire|promoteur|chain|chaine|retailer|lobby|collectif|court|tribunal|city|town|mairie|state|etat|parliament|assemblee|report|rapport|study|etude)$/u

/** Nouns for what is written and speaks for its author: "the report". */
export const documentNoun =
  /^(?:report|study|survey|letter|statement|document|order|decree|indictment|inquiry|review|audit|rapport|etude|enquete|lettre|communique|decret|arrete|requisitoire)$/u

export const feminineNoun =
  /^(?:mother|wife|woman|girl|sister|daughter|aunt|grandmother|queen|actress|widow|spokeswoman|chairwoman|businesswoman|lady|mrs|ms|miss|mme|mlle|madame|mere|femme|fille|soeur|tante|reine|veuve|\p{L}+(?:trice|euse|iere|ienne))$/u
export const masculineNoun =
  /^(?:father|husband|man|boy|brother|son|uncle|grandfather|king|widower|spokesman|chairman|businessman|gentleman|mr|sir|monsieur|pere|mari|homme|successeur|predecesseur|fondateur|\p{L}{3,}teur|fils|frere|oncle|roi|veuf)$/u
