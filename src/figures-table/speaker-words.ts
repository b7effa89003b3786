/** Words by which an article says who says something: sources of regular expressions over folded text. */

const englishVerbs =
  'said|says|stated|states|told|tells|declared|declares|added|adds|wrote|writes|announced|announces|claimed|claims|confirmed|confirms|noted|notes|emphasi[sz]ed|stressed|explained|explains|argued|argues|asserted|affirmed|insisted|insists|reported|reports|warned|warns|indicated|indicates|remarked|commented|concluded|concludes|estimated|estimates|revealed|reveals|acknowledged|acknowledges|admitted|admits|pointed out|disclosed|estimate|say'
const frenchParticiples =
  'dit|declare|affirme|ajoute|ecrit|annonce|assure|precise|souligne|explique|indique|confirme|rappele|raconte|estime|note|rapporte|averti|prevenu|insiste|soutenu|conclu|resume|revele|reconnu|admis|denonce|evoque|recense|comptabilise|chiffre|releve|fait etat|fait savoir|laisse entendre'
const frenchPresent =
  'disent|declare|declarent|affirme|affirment|ajoute|ajoutent|annonce|annoncent|assure|assurent|precise|precisent|souligne|soulignent|explique|expliquent|indique|indiquent|confirme|confirment|rappelle|rappellent|raconte|racontent|estime|estiment|rapporte|rapportent|avertit|avertissent|soutient|conclut|concluent|resume|revele|revelent|reconnait|reconnaissent|denonce|denoncent|evoque|evoquent|recensent|relevent|fait etat|font etat'

const edge = '(?<![\\p{L}\\p{N}])'
const close = '(?![\\p{L}\\p{N}])'
const adverb = '(?: (?:also|then|later|already|egalement|aussi|ensuite|deja|meme|\\p{L}{3,}(?:ly|ment)))?'
const papers =
  'report|study|survey|letter|document|statement|audit|inquiry|review|analysis|rapport|etude|enquete|lettre|communique|sondage|bilan'
const findings =
  'identified|identifies|found|finds|documented|documents|listed|lists|recorded|records|showed|shows|counted|counts|accused|accuses|described|describes|concluded|concludes|identifie|trouve|documente|repertorie|montre|accuse|decrit|pointe|dresse'

/** After its subject: "has confirmed", "a également déclaré", "estime". */
export const speechAfterSubject = new RegExp(
  `${edge}(?:(?:(?:has|have|had)${adverb} )?(?:${englishVerbs})|(?:a|ont|avait|avaient)${adverb} (?:${frenchParticiples})|${frenchPresent})${close}`,
  'gu',
)
/** After "a-t-il". */
export const spokenParticiple = new RegExp(`^${adverb} (?:${frenchParticiples})${close}`, 'u')
/** Before its subject, after a quotation or a comma: "said X", "a déclaré X", "estime X". */
export const speechBeforeSubject = new RegExp(
  `(?<=[",?!] ?)(?:${englishVerbs}|(?:a|ont|avait|avaient)${adverb} (?:${frenchParticiples})|${frenchPresent})${close}`,
  'gu',
)
/** A paper that finds something: "a recent report by the agency identified". Its words are the group `paper`. */
export const paperFinds = new RegExp(
  `(?:^|[,;:"(] ?)(?<paper>(?:[\\p{L}\\p{N}.'-]+ ){1,6}?(?:${papers})(?: (?:of|by|from|de|du|des|d')(?: ?[\\p{L}.'-]+){1,5}?)?) (?<finds>(?:(?:has|have|had|a|ont|avait)${adverb} )?(?:${findings}))${close}`,
  'u',
)
/** Names its source itself: what follows up to the next comma. */
export const sourceLead = new RegExp(
  `${edge}(?:according to|in the words of|selon|d'apres|(?:reported|announced|published|quoted|cited|given|recorded|estimated) by|(?:annonce|publie|rapporte|cite|communique|avance|etabli|recense)(?:e?s|e)? par)${close}`,
  'gu',
)
/** Nobody that a name is needed for: offices, bodies and documents that speak. */
export const speakingNoun = new RegExp(
  `${edge}(?:minist(?:er|re|ry|ere)s?|governments?|gouvernements?|police|officials?|officers?|authorit(?:y|ies)|autorites?|army|armee|spokes(?:man|woman|person|people)|porte-parole|presidents?|president(?:e|es)|prosecutors?|procureure?s?|parquet|court|tribunal|judges?|juges?|reports?|rapports?|communiques?|statements?|press release|letter|lettre|document|figures|data|donnees|statistics|statistiques|study|etude|survey|enquete|investigation|commission|committee|comite|agenc(?:y|ies)|agences?|organi[sz]ations?|ngos?|ong|associations?|unions?|syndicats?|federations?|compan(?:y|ies)|entreprises?|societe|group|groupe|banks?|banque|management|direction|operators?|exploitant|experts?|economists?|economistes?|analysts?|analystes?|researchers?|chercheurs?|scientists?|scientifiques?|doctors?|medecins?|hospitals?|hopital|hopitaux|lawyers?|avocate?s?|witness(?:es)?|temoins?|residents?|habitants?|sources?|media|medias|newspapers?|journal|journaux|broadcaster|radio|governors?|gouverneurs?|prefects?|prefets?|prefecture|mayors?|maires?|mairie|ambassad(?:or|eur)s?|embass(?:y|ies)|ambassades?|directors?|directeurs?|directrices?|managers?|chiefs?|chefs?|heads?|secretar(?:y|ies)|secretaires?|cell|cellule|office|bureau|institutes?|instituts?|university|universite|parliament|parlement|senate|senat|assembly|assemblee|defence|defense|organi[sz]ers?|organisateurs?|nations unies|united nations|onu)${close}`,
  'u',
)
/** Speaks for somebody named before: looked up in the sentence before. */
export const speakingPronoun = /^(?:and |et |but |mais )?(?:he|she|they|it|il|elle|ils|elles|on|who|qui)$/u
export const invertedPronoun = /(?<![\p{L}\p{N}])\p{L}+-(?:t-)?(?:il|elle|ils|elles|on)(?![\p{L}\p{N}])/u
