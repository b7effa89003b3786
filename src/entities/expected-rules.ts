/** What a question asks for. */
export type ExpectedType =
  | 'number'
  | 'money'
  | 'person'
  | 'organisation'
  | 'place'
  | 'country'
  | 'date'
  | 'duration'
  | 'age'
  | 'time'
  | 'name'
  | 'reason'
  | 'manner'
  | 'quote'
  | 'definition'
  | 'list'
  | 'yes-no'
  | 'several-figures'
  | 'other'

const which = '(?:which|what|quel|quelle|quels|quelles)'
const of = '(?: of the| the| of| de la| du| des| de| les| d)?'
const some = '(?: \\S+){0,5}?'

const units =
  'years?|months?|days?|hours?|weeks?|minutes?|decades?|annees?|ans?|mois|jours?|heures?|semaines?|minutes?|temps'
const organisations =
  'company|companies|firms?|organi[sz]ations?|ngos?|banks?|agency|agencies|groups?|party|parties|embassy|embassies|ministry|ministries|committees?|institutions?|body|newspapers?|outlets?|airlines?|university|school|teams?|clubs?|authority|entreprises?|societes?|organisations?|ong|banques?|agences?|groupes?|partis?|ambassades?|ministeres?|comites?|compagnies?|journal|journaux|medias?|universites?|ecoles?|equipes?|autorites?'
const persons =
  'ministers?|person|man|woman|officials?|president|presidents|generals?|chiefs?|police chiefs?|leaders?|officers?|spokes\\S+|governors?|kings?|queens?|founders?|directors?|judges?|ministres?|personne|personnalites?|homme|femme|responsables?|dirigeants?|chefs?|officiers?|gouverneurs?|rois?|reines?|fondateurs?|directeurs?|juges?'
const places =
  'cit(?:y|ies)|towns?|provinces?|airports?|places?|villages?|regions?|districts?|locations?|areas?|capital|prisons?|villes?|aeroports?|lieux?|endroits?|quartiers?|capitale'

/** In order: the first that matches decides. Over the words, folded and corrected, with a space before and after each. */
export const expectedRules: readonly (readonly [ExpectedType, RegExp])[] = [
  [
    'several-figures',
    new RegExp(
      ` (?:all|every|each|tous|toutes|different|various|differents)${of} (?:figures?|numbers?|statistics|stats|counts|totals|chiffres?|nombres?|statistiques|bilans) `,
    ),
  ],
  [
    'several-figures',
    / (?:what are|which are|quels sont|quelles sont|give me|donne moi|donnez moi|list|liste) (?:the|les|des|some)? ?(?:figures|numbers|statistics|chiffres|statistiques|donnees chiffrees) /,
  ],
  [
    'quote',
    / (?:exact words?|exact quote|mots? exacts?|mot pour mot|verbatim|word for word|textuellement|propos exacts?|citation exacte|quote from|quotes? of|citation de|citations? d) /,
  ],
  ['reason', / (?:why|pourquoi|how come|for (?:what|which) reasons?|pour quelles? raisons?|pour quel motif) /],
  [
    'reason',
    new RegExp(
      ` ${which}(?: is| was| are| est| etait| sont)? (?:the |la |les |le |l )?(?:reasons?|causes?|raisons?|motifs?|motives?) `,
    ),
  ],
  [
    'time',
    / (?:(?:at |around |by |until |till )?what time(?! of year)|what o clock|(?:at )?(?:what|which) hour|(?:a |vers |jusqu a |a partir de |depuis )?quelle heure) /,
  ],
  ['age', / (?:how old|what age|which age|quel age|age of|age de|age du|age d) /],
  [
    'definition',
    / (?:stands? for|what does \S+ mean|que signifie|que veut dire|definition|definir|define|acronyme|signification|que veulent dire) /,
  ],
  [
    'definition',
    /^ (?:what s|what is|what are|c est quoi|qu est ce que|qu est ce qu|qu est ce qu un|qu est ce que c est que|quest ce que)(?: the| a| an| le| la| les| l| un| une)* \S+(?: \S+)? $/,
  ],
  [
    'money',
    / (?:how much (?:money|cash)|combien d argent|combien (?:ca |cela )?(?:coute\S*|a coute|ont coute|vaut|gagne\S*|rapporte\S*|a rapporte)|combien de (?:dollars|wons?|francs|riels?|bahts?)|combien d euros|how many (?:dollars|euros|won|riels?|baht)) /,
  ],
  [
    'money',
    new RegExp(
      ` how (?:much|expensive)${some} (?:costs?|earn\\S*|pay|paid|worth|price|made?|spend|spent|steal|stole|stealing|stolen|fine|owe) `,
    ),
  ],
  [
    'money',
    new RegExp(
      ` ${which}(?: is| was| est| etait| are| sont)?(?: the| le| la| l| les| minimum| exact| total| ) ?(?:price|prix|cost|cout|montant|amount|sum|somme|salary|salaire|wage|budget|fine|amende|fortune|reward|recompense) `,
    ),
  ],
  ['money', / (?:price|prix|salary|salaire|tarif)s? (?:of|de|du|des|d) | (?:bitcoin|gold) price $/],
  ['money', /^ (?:quelle|quel|what|which) (?:somme|montant|prix|amount|sum|price) /],
  [
    'duration',
    new RegExp(
      ` (?:how long|combien de (?:${units})|combien d (?:${units})|how many (?:${units})|quelle duree|what duration|duration of|duree (?:de|du|d)) `,
    ),
  ],
  [
    'number',
    / (?:how many|how much|combien|how far|how tall|how high|how big|how large|how fast|how heavy|quelle quantite|quelle distance|quelle proportion|quelle part|quel nombre|quel pourcentage|quel taux) /,
  ],
  [
    'number',
    new RegExp(
      ` (?:${which}|the|le|la) (?!(?:\\S+ ){0,2}(?:phone|telephone|flight|passport|registration|serial) )(?:\\S+ ){0,3}?(?:number|nombre|gdp|pib|percentage|pourcentage|percent|ratio|proportion|share|population|rate|taux|total|distance|quantity|quantite) `,
    ),
  ],
  ['number', /^ (?:number|nombre|total|percentage|pourcentage)(?: of| de| d| des) /],
  ['date', /^ (?:\S+ ){0,2}?(?:when|quand) | (?:since|until|depuis|jusqu a|jusque) (?:when|quand) | (?:when|quand) $/],
  [
    'date',
    new RegExp(
      ` (?:${which}|a quelle|en quelle)(?: is| was| est)?(?: the| la| le)? (?:exact )?(?:day|dates?|year|month|week|jour|annee|mois|semaine|siecle|century) `,
    ),
  ],
  [
    'country',
    new RegExp(
      ` ${which}(?: other| autres?| is the| are the| sont les| est la)? (?:country|countries|nations?|nationalit\\S+|pays|etats?) `,
    ),
  ],
  [
    'place',
    /^ (?:\S+ ){0,2}?(?:where|d ou|par ou|jusqu ou) |^ ou |(?: where| ou) $| (?:where|whereabouts) (?:is|are|was|were|did|does|do) /,
  ],
  [
    'place',
    new RegExp(
      ` ${which}(?: is the| are the| est la| est le| sont les)? (?:${places}) | a quels? endroits? |^ (?:capital of|capitale d\\S*) `,
    ),
  ],
  ['organisation', new RegExp(` ${which}(?: \\S+)? (?:${organisations}) `)],
  [
    'quote',
    new RegExp(
      ` (?:what|que|qu)(?: did| does| do| has| have| had)${some} (?:say|says|said|state|stated|declare|declared|tell|told|announce|comment|describe) `,
    ),
  ],
  [
    'quote',
    /^ (?:que|qu|qu est ce que|qu est ce qu|quoi) (?:\S+ ){0,3}?(?:dit|dire|declare|declarait|affirme|affirmait|explique|expliquait|annonce|deplore|raconte|decrit) (?!on )/,
  ],
  ['quote', / (?:ce que|what) (?:\S+ ){1,4}(?:said|says|a dit|a declare|dit|declare) /],
  ['place', new RegExp(` (?:name|nom)s? (?:of|de|du|des|d)(?: the| la| l| le| les)? (?:${places}) `)],
  [
    'name',
    / (?:what (?:is|was|are|were|s) (?:the |his |her |its |their )?(?:\S+ )?names? of|what (?:is|was|are|were) (?:\S+ ){1,5}(?:called|named) $|(?:real|full|first|last) name of|quels? (?:est|etait|sont|etaient) (?:le |les |son |leur )?(?:\S+ )?noms?(?: \S+)? (?:de|du|des|d)|comment (?:s appel\w+|se nomm\w+|s intitul\w+)|under what name|sous quel nom) /,
  ],
  // What belongs to whom is seldom told by a name: "the city", "the State".
  [
    'other',
    /^ (?:\S+ ){0,2}?(?:who (?:owns?|owned|operates?|operated|runs?|manages?|insures?|sued)|a qui appart\S+|qui (?:possede|detient|exploite|gere|assure)) /,
  ],
  [
    'person',
    /^ (?:\S+ ){0,2}?(?:who|qui)(?: s| is| was| are| were| est| sont| etait| etaient) (?:the|le|la|l|les|his|her|its|son|sa|leur|their|a|an|un|une|this|that|ce|cet|cette|en charge|responsible|behind|charge|in|now|currently|actuellement|accused|accuse\S*|arrested|nomme|elected|derriere|concerne\S*) /,
  ],
  [
    'definition',
    /^ (?:who|qui|c est qui)(?: s| is| was| are| were| est| sont| etait| etaient)? (?:(?!is |was |are |were |est |sont )\S+ ){1,4}$(?<= (?:is|was|s|are|were|est|sont|etait|etaient|c est qui) (?:\S+ ){1,4})/,
  ],
  [
    'person',
    /^ (?:who|whom|whose|qui) |^ (?:et |and |so |alors |mais |but )(?:who|qui) | (?:by|with|to|from|of|for|against|avec|par|de|a|pour|chez|contre) (?:whom?|qui) |^ (?:\S+ ){1,3}(?:who|qui) $/,
  ],
  ['person', new RegExp(` ${which}(?: \\S+)? (?:${persons}) |^ (?:name|nom) (?:of|de|du|d) `)],
  ['manner', /^ (?:\S+ ){0,2}?(?:how|comment|de quelle (?:maniere|facon)|by what means|par quel moyen) /],
  [
    'list',
    /^ (?:which|quels|quelles|lesquels|lesquelles) | (?:what are|list|liste|enumerate|enumere|enumerer|name all|name the|citez les|cite les|give me all|donne moi tous|donne moi les) /,
  ],
]

/** Begins with a verb, and asks for nothing by a question word. */
export const yesNoRule =
  /^ (?:(?:is|are|was|were|do|does|did|has|have|had|will|would|should|must|may|might|isn|aren|wasn|weren|didn|doesn|don) (?!you know)|est ce (?:que|qu|vrai)|(?:est|sont|etait|etaient|ont|avait|a t|fut) (?:il|elle|ils|elles|on|ce|t))/
/** French inversion ("utilisaient-ils", "a-t-elle"), over the folded text. */
export const inversion = /\p{L}-(?:t-)?(?:il|elle|ils|elles|on)(?!\p{L})/u
export const questionWord =
  / (?:who|whom|whose|what|when|where|which|why|how|qui|que|qu|quoi|quand|ou|quel|quelle|quels|quelles|pourquoi|comment|combien|lequel|laquelle|lesquels|lesquelles) /
