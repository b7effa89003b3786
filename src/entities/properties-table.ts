import { relationRows } from './relations-table.ts'

/** What kind of thing a question asks about: a property, an office held, an object seized or owned, an event, or what one does to another. */
export type PropertyKind = 'property' | 'office' | 'object' | 'event' | 'relation'

/**
 * A slot that questions ask about. `ask`: how questions in English or French name it; `evidence`: what a passage must
 * mention, in either language, to say anything of it. Folded; `*` ends a stem; `_` stands for up to four words; words are
 * matched whole ("age" is not in "agence").
 */
export type Property = {
  readonly key: string
  readonly kind: PropertyKind
  readonly ask: readonly string[]
  readonly evidence: readonly string[]
}

/** key; ways of asking; evidence. Evidence that starts with `+` repeats all of the ways of asking. */
type Row = readonly [key: string, ask: string, evidence: string]

const properties: readonly Row[] = [
  [
    'age',
    "how old|what age|age of|his age|her age|'s age|quel age|age de|age du|age d|age a|ages de|age ont|age",
    'aged|years old|year old|years of age|age de|agee|agees|birthday|anniversaire|ne en|nee en|born in|born on',
  ],
  [
    'birth',
    'born|birth|birthday|birthdate|birthplace|date of birth|place of birth|naissance|est il ne|est elle nee|ou est ne|est ne|est nee|sont nes|quand est ne|ne le|nee le|natif|native',
    'born|birth*|native of|naissance|ne a|ne en|ne le|nee a|nee en|nee le|est ne|est nee|natif|originaire|sont nes|nes a',
  ],
  [
    'death-of',
    'date of death|how did _ die|when did _ die|comment est mort|quand est mort|de quoi est mort|cause of death',
    'died|dies|death|dead|mort|morte|morts|deces|decede*|killed|tue|tuee|tues',
  ],
  [
    'spouse',
    'wife|husband|spouse|married|marry|marries|partner of|epouse|epoux|femme de|femme du|mari de|mari du|marie a|marie avec|mariee|conjoint|conjointe|compagne',
    'wife|husband|spouse|marri*|wed|wedding|epouse|epoux|mari|marie|mariee|mariage|conjoint*|compagne|sa femme|veuve|widow',
  ],
  [
    'children-of',
    'children does _ have|kids does|has children|have children|have kids|have any children|des enfants|his children|her children|son of|daughter of|sons|daughters|enfants de|a t il des enfants|a t elle des enfants|enfants a t|fils de|fille de|combien d enfants a',
    'child|children|son|sons|daughter|daughters|kids|enfant|enfants|fils|fille|filles',
  ],
  [
    'family',
    'family|parents of|father|mother|brother|sister|siblings|uncle|famille|pere|mere|frere|soeur|parents de',
    'famil*|father|mother|parent|parents|brother*|sister*|sibling*|uncle|pere|mere|frere|freres|soeur|soeurs|oncle|fils|son|daughter|fille',
  ],
  [
    'lawyer',
    'lawyer|lawyers|attorney|defence counsel|defense counsel|avocat|avocate|avocats|defend*',
    'lawyer*|attorney*|counsel|solicitor*|barrister*|avocat|avocate|avocats|avocates|legal team|defenseur*',
  ],
  [
    'phone',
    'phone number|telephone number|telephone of|call center number|numero de telephone|numero de tel|numero vert|hotline|joindre par telephone|quel numero',
    'phone number*|hotline|tel|call us|numero de telephone|numero vert|appelez|appeler le|telephone number*',
  ],
  [
    'email',
    'email|e mail|mail address|adresse mail|adresse electronique|courriel de|adresse email',
    'email*|e mail*|courriel*|adresse electronique',
  ],
  [
    'address',
    'address of|street address|postal address|headquarters|headquartered|head office|adresse de|adresse du|siege social|siege de|siege du',
    'address|street|avenue|boulevard|headquarter*|head office|adresse|rue|siege|based in|base a|basee a',
  ],
  [
    'website',
    'website|web site|url|web page|site web|site internet|adresse internet',
    'website*|web site*|site web|site internet|http*|www',
  ],
  [
    'price',
    'price|prices|cost|costs|how expensive|how much does|how much did _ cost|how much is|prix|tarif|tarifs|cout de|cout du|coute|coutent|combien vaut|combien a coute|couter',
    'pric*|cost|costs|costing|expens*|prix|tarif*|cout|couts|coute|coutent|coutait|couter|vaut|worth|sell*|sold|vend*|valu*|valeur|montant*|payer|paid|pay',
  ],
  ['budget', 'budget|funding|financement|investment|investissement', 'budget*|fund*|financ*|invest*|credit*'],
  [
    'population',
    'population|how many inhabitants|how many people live|habitants|combien de personnes vivent',
    'population|inhabitant*|residents|people live|habitant|habitants|peuple',
  ],
  ['capital-city', 'capital of|capital city|capitale de|capitale du|capitale des', 'capital|capitale'],
  [
    'party',
    'political party|which party|what party|party leader|parti politique|quel parti|de quel parti',
    'party|parties|parti|partis',
  ],
  [
    'prison-sentence',
    'prison sentence|what sentence|which sentence|sentence did|sentence was|sentence of|sentenced|jail term|how long _ prison|how long _ jail|years in prison|years in jail|prison term|convicted|condamn*|peine|annees de prison|ans de prison|combien de prison|verdict',
    'sentenc*|convict*|condamn*|jail term|prison term|years in prison|years in jail|ans de prison|annees de prison|peine|peines|emprisonn*|imprison*|verdict|guilty|coupable*',
  ],
  [
    'fine',
    'fine imposed|amount of the fine|how much _ fine|fined|amende|amendes',
    'fine|fined|fines|amende|amendes|penalty|penalties|penalite*',
  ],
  ['bail', 'bail|caution|liberte sous caution', 'bail|bailed|caution'],
  [
    'charge',
    'charged with|indicted|what charges|charges against|inculp*|mis en examen|chef d accusation|chefs d accusation',
    'charg*|indict*|accus*|inculp*|mis en examen|mise en examen|prosecut*|poursuivi*|poursuites',
  ],
  [
    'salary',
    'salary|salaries|wage|wages|monthly pay|weekly pay|annual pay|paid per|paid a month|paid a year|is _ paid per|how much _ earn|how much _ paid|how much does _ make|income of|salaire|salaires|paye par mois|combien gagne|remuneration|revenu',
    'salar*|salaire*|wage*|earn*|income*|pay|paid|stipend*|remuner*|gagne|gagnent|gagnait|revenu|revenus|paye|payes|payees',
  ],
  [
    'net-worth',
    'net worth|fortune of|how rich|wealth of|fortune de|fortune du|patrimoine',
    'net worth|fortune|wealth*|billionaire*|millionaire*|milliardaire*|millionnaire*|assets|patrimoine|riche|rich',
  ],
  [
    'weather',
    'weather|forecast|will it rain|meteo|quel temps fait|quel temps fera|temps fait il|temps fera',
    'weather|rain*|sunny|forecast*|storm*|cloud*|meteo*|pluie*|soleil|ensoleill*|orage*|averse*|nuage*',
  ],
  [
    'temperature',
    'temperature|how hot|how cold|how warm|quelle temperature|combien de degres',
    'temperature*|degree*|celsius|fahrenheit|degre|degres|chaleur|heat',
  ],
  [
    'gdp',
    'gdp|gross domestic product|economic growth|growth rate|pib|produit interieur brut|croissance economique|taux de croissance',
    'gdp|gross domestic|pib|produit interieur|growth|croissance',
  ],
  ['inflation', 'inflation', 'inflation|deflation|consumer price*'],
  ['unemployment', 'unemployment|jobless rate|chomage|chomeurs', 'unemploy*|jobless*|chomage|chomeur*'],
  [
    'currency',
    'currency of|official currency|which currency|what currency|monnaie|devise',
    'currency|currencies|monnaie*|devise|devises',
  ],
  [
    'exchange-rate',
    'exchange rate|conversion rate|taux de change|cours du dollar|cours de l euro',
    'exchange rate*|taux de change|cours du|cours de l euro|convert*',
  ],
  [
    'religion',
    'religion|religious|buddhist*|muslim*|christian*|which faith|religieu*|bouddhist*|musulman*|chretien*',
    'religi*|buddhis*|bouddhis*|muslim*|musulman*|islam*|christian*|chretien*|catholi*|hindu*|jewish|juif|juive|juifs|faith|monk|monks|moine|moines|pagode*|pagoda*|temple*|mosque*|church*|eglise*',
  ],
  [
    'height',
    'how tall|height of|how high|hauteur|taille de|combien mesure|quelle taille',
    'tall|height|metres|meters|high|hauteur|taille|mesure|altitude|haut de|haute de',
  ],
  [
    'weight',
    'how heavy|weight of|how much does _ weigh|poids|combien pese',
    'weigh*|heavy|kilo*|kg|tonne*|pounds|tons|poids|pese|pesait|pesant',
  ],
  [
    'nationality',
    'nationality of|which nationality is|what nationality is|nationalite de|nationalite d|nationalite du|quelle nationalite est|citizenship|citoyennete',
    'nationalit*|citizen*|national|nationals|citoyen*|ressortissant*|originaire*|passport|passeport',
  ],
  [
    'education',
    'school did|which school|what school|university did|which university|studied|study at|studies|degree from|graduated|graduate|education of|quelle ecole|quelle universite|etudes|etudie|diplome',
    'school*|universit*|college|studied|studies|graduat*|degree in|academy|educated|ecole*|etudes|etudie|diplome*|lycee|faculte|academie',
  ],
  [
    'foundation',
    'founded|founding|when was _ established|set up|created in|year of creation|fonde|fondee|fonder|fondation de|creee|cree en|date de creation|creation du|creation de',
    'founded|founder*|founding|establish*|created|creation|set up|fonde|fondee|fondes|fonder|fondateur*|fondatrice*|fondation|cree|creee|crees|creees',
  ],
  [
    'founder',
    'founder|founders|who founded|co founder|fondateur|fondateurs|fondatrice|qui a fonde|qui a cree',
    'founder*|founded|cofound*|co founder*|fondateur*|fondatrice*|fonde|fondee|cree|creee|created',
  ],
  [
    'staff',
    'employees|how many staff|workforce|employes|salaries compte|combien de salaries|effectif|effectifs|personnel compte|combien de policiers|how many workers',
    'employ*|staff|workforce|workers|salarie|salaries|effectif*|personnel|travailleur*|officers|policiers|agents',
  ],
  ['floors', 'floors|storeys|stories high|etages', 'floor|floors|storey*|stories|etage|etages'],
  ['rooms', 'how many rooms|bedrooms|chambres|combien de pieces', 'room|rooms|bedroom*|chambre|chambres|pieces'],
  [
    'reward',
    'reward|rewards|bounty|recompense|recompenses|prime offerte',
    'reward*|bounty|bounties|recompense*|prime offerte|prime de',
  ],
  ['ransom', 'ransom|rancon', 'ransom*|rancon|rancons'],
  [
    'predecessor',
    'predecessor|who preceded|before him|succeeded whom|predecesseur|qui precedait|avant lui|avant elle',
    'predecessor*|preceded|former|previous|succeed*|replac*|took over|predecesseur*|ancien|ancienne|precedent|precedente|succede|remplace|remplacait',
  ],
  [
    'successor',
    'successor|who succeeded|who replaced|who will succeed|who will replace|successeur|qui a succede|qui remplace|qui a remplace|qui succedera|remplacant',
    'success*|succeed*|replac*|took over|succede*|succedera|remplac*',
  ],
  [
    'distance',
    'how far|distance|how many kilometers|how many kilometres|how many miles|quelle distance|a combien de kilometres|combien de kilometres',
    'km|kilomet*|mile|miles|metre|metres|meters|distance*|far from|loin',
  ],
  [
    'length',
    'length of the|how many kilometers long|how many metres long|longueur',
    'long|length|km|kilomet*|metre|metres|meters|miles|longueur|longue',
  ],
  [
    'area',
    'surface area|how large is|how big is|area of|superficie|quelle surface|hectares',
    'hectare*|acre|acres|square|superficie|surface|km2|m2|carre|carres|area',
  ],
  [
    'speed',
    'how fast|speed|quelle vitesse|vitesse|a quelle allure',
    'speed*|km h|kilometres an hour|kilometers an hour|kilometres per hour|kilometres heure|kilometres a l heure|mph|knot|knots|noeud|noeuds|fast|vitesse|rapide|rapidement|allure',
  ],
  [
    'duration',
    'how long did|how long does|how long will|how long has|how long was|duration|combien de temps|quelle duree|duree de',
    'minute*|hour|hours|day|days|week|weeks|month|months|year|years|heure|heures|jour|jours|semaine*|mois|an|ans|annee|annees|duree|duration|decade*|long|lasting|lasted',
  ],
  [
    'colour',
    'color|colour|what colour|couleur',
    'color*|colour*|couleur*|red|blue|green|white|black|yellow|orange|rouge*|bleu*|vert|verte|verts|vertes|blanc*|noir|noire|noirs|jaune*|grey|gray|gris|grise',
  ],
  [
    'winner',
    'who won|winner|won the|qui a gagne|gagnant|vainqueur|qui a remporte|champion',
    'won|win|wins|winner*|winning|champion*|victor*|gagn*|vainqueur*|rempor*|victoire*',
  ],
  ['score', 'score|final score|result of the match|resultat du match', 'score*|goals|points|match|buts|draw|nil'],
  [
    'recipe',
    'recipe|how to cook|ingredients|recette|comment cuisiner|comment preparer',
    'recipe*|ingredient*|cook*|recette*|cuisine*|cuire',
  ],
  [
    'translation',
    'translate|translation of|how do you say|traduis|traduire|traduction|comment dit on',
    'translat*|tradui*|traduction*|means|signifie',
  ],
  ['visa', 'visa|visas|entry permit', 'visa|visas'],
  [
    'opening-hours',
    'opening hours|opening times|when does _ open|what time does _ open|horaires|heures d ouverture|a quelle heure ouvre|a quelle heure ferme',
    'opening hours|open from|opens at|closes at|horaire*|heures d ouverture|ouvert de|ouvert du|ouvre a|ferme a',
  ],
  [
    'interest-rate',
    'interest rate|interest rates|taux d interet|taux directeur',
    'interest rate*|taux d interet*|taux directeur',
  ],
  [
    'language-spoken',
    'what language|which language|languages spoken|official language|quelle langue|langues parlees|langue officielle',
    'language*|langue|langues|speak*|spoken|parle|parlent|parlee|parlees',
  ],
  ['flag', 'flag of|drapeau', 'flag*|drapeau*'],
  ['anthem', 'anthem|hymne', 'anthem*|hymne*'],
  [
    'stock',
    'stock price|share price|market capitalisation|market cap|cours de l action|cours de bourse|capitalisation',
    'stock*|shares|share price|bourse|boursier*|actions|market cap*|capitalisation',
  ],
  [
    'revenue',
    'revenue of|turnover|annual profit|profits of|chiffre d affaires|benefice net|benefices',
    'revenue*|turnover|profit*|earning*|chiffre d affaires|benefice*|recettes|revenus',
  ],
  [
    'tax',
    'tax|taxes|tax rate|impot|impots|taxe|taxes|tva',
    'tax|taxes|taxation|taxed|impot*|taxe|taxes|fiscal*|tva|vat',
  ],
  [
    'health',
    'symptoms|symptomes|illness|disease|maladie|sick with|vaccine|vaccin',
    'symptom*|disease*|illness*|ill|sick*|maladie*|malade*|vaccin*|virus|infect*|fever|fievre*|hopital|hospital*|health|sante',
  ],
  [
    'cause-of',
    'cause of the|what caused|qu est ce qui a cause|cause de l|causes de',
    'caus*|because|due to|led to|parce|en raison|a cause|provoqu*|entrain*|resulted',
  ],
  [
    'airline',
    'airline|airlines|which carrier|compagnie aerienne|quelle compagnie',
    'airline*|airways|carrier*|compagnie*|company|companies|flight operated|air',
  ],
  ['flight', 'flight number|numero de vol|numero du vol', 'flight*|vol|vols'],
  ['bank', 'bank|banks|banque|banques|bank account|compte bancaire', 'bank*|banque*|bancaire*'],
  [
    'cryptocurrency',
    'crypto*|bitcoin|bitcoins|ethereum|tether|usdt|blockchain',
    'crypto*|bitcoin*|ethereum|tether|usdt|blockchain|stablecoin*|virtual currenc*|digital currenc*|digital asset*|monnaie virtuelle|monnaies virtuelles',
  ],
  ['brand', 'brand|make and model|marque|quelle marque', 'brand*|marque|marques|model|modele*|make of'],
  [
    'author',
    'author|who wrote|written by|journalist who wrote|auteur|qui a ecrit|redige par',
    'author*|wrote|written|writer*|auteur*|ecrit|ecrite|redige*|signe',
  ],
  [
    'hobby',
    'hobby|hobbies|favourite|favorite|loisir|loisirs|passe temps|prefere',
    'hobby|hobbies|favourit*|favorit*|enjoys|loisir*|passe temps|prefere*|passion*',
  ],
]

const offices: readonly Row[] = [
  [
    'king',
    'king|queen|monarch|emperor|sultan|roi|reine|monarque|empereur',
    'king|queen|monarch*|emperor|sultan|roi|reine|monarque*|empereur|majesty|majeste',
  ],
  [
    'president',
    'president|presidente|head of state|chef de l etat',
    'president|presidents|presidente|presidency|head of state|chef de l etat|presidence',
  ],
  [
    'prime-minister',
    'prime minister|pm|premier ministre|premiere ministre|head of government|chef du gouvernement',
    'prime minister|premier ministre|premiere ministre|premier|head of government|chef du gouvernement',
  ],
  [
    'health-minister',
    'minister of health|health minister|ministre de la sante|ministry of health|ministere de la sante',
    'health|sante',
  ],
  [
    'finance-minister',
    'minister of finance|finance minister|ministre des finances|ministre de l economie|ministry of finance|economy minister',
    'finance|finances|economy|economie',
  ],
  [
    'foreign-minister',
    'foreign minister|minister of foreign affairs|ministre des affaires etrangeres|foreign ministry',
    'foreign minist*|foreign affairs|affaires etrangeres',
  ],
  [
    'interior-minister',
    'minister of interior|interior minister|minister of the interior|home minister|home secretary|ministre de l interieur',
    'interior|interieur|home secretary|home affairs',
  ],
  [
    'defence-minister',
    'defence minister|defense minister|minister of defence|minister of defense|ministre de la defense',
    'defence|defense|armees',
  ],
  ['justice-minister', 'justice minister|minister of justice|ministre de la justice', 'justice'],
  ['education-minister', 'education minister|minister of education|ministre de l education', 'education'],
  ['tourism-minister', 'tourism minister|minister of tourism|ministre du tourisme', 'tourism*|touris*'],
  [
    'minister',
    'minister|ministers|ministre|ministres',
    'minister*|ministre|ministres|secretary of state|secretaire d etat',
  ],
  ['pope', 'pope|pape|vatican', 'pope|pape|vatican|holy see|saint siege|pontiff|pontife'],
  ['governor', 'governor|governors|gouverneur|gouverneurs', 'governor*|gouverneur*'],
  ['mayor', 'mayor|maire|mairesse|bourgmestre', 'mayor*|maire|maires|mairie|mairesse|bourgmestre*|alderman|echevin*'],
  [
    'ambassador',
    'ambassador|ambassadors|ambassadeur|ambassadrice|consul',
    'ambassador*|ambassadeur*|ambassadrice*|consul|consuls',
  ],
  ['embassy', 'embassy|consulate|ambassade|consulat', 'embass*|consulat*|ambassade*|ambassador*|ambassadeur*'],
  ['judge', 'judge|judges|magistrate|juge|juges|magistrat', 'judge|judges|magistrat*|juge|juges|justice of'],
  ['prosecutor', 'prosecutor|prosecutors|procureur|procureurs', 'prosecutor*|procureur*|parquet|attorney general'],
  [
    'ceo',
    'ceo|chief executive|managing director|pdg|directeur general d|dirigeant de|patron de|president directeur general',
    'ceo|chief executive|managing director|pdg|directeur|directrice|dirigeant*|patron|chairman|chair|head of|boss',
  ],
  [
    'director',
    'director|director general|directeur|directrice|directeur general',
    'director*|directeur*|directrice*|dirige|heads|head of|chef',
  ],
  [
    'police-chief',
    'police chief|chief of police|police commissioner|chef de la police|chef de police|prefet de police',
    'police chief|chief of police|commissioner|chef de la police|chef de police|commissaire|prefet',
  ],
  ['spokesperson', 'spokesperson|spokesman|spokeswoman|porte parole', 'spokes*|porte parole|porte paroles'],
  ['coach', 'coach|trainer|entraineur|selectionneur', 'coach*|entraineur*|selectionneur*|manager'],
  [
    'secretary-general',
    'secretary general|secretaire generale|secretaire general',
    'secretary general|secretaire general|secretaire generale|secretary|secretaire',
  ],
  [
    'senator',
    'senator|senators|member of parliament|mp|deputy of|senateur|depute|parlementaire',
    'senator*|senateur*|lawmaker*|parliament*|parlement*|depute|deputee|deputes|mps',
  ],
  [
    'general-army',
    'army chief|chief of staff|commander in chief|chef d etat major|chef de l armee',
    'army|armee|armees|chief of staff|commander*|etat major|military|militaire*',
  ],
]

const objects: readonly Row[] = [
  [
    'weapons',
    'weapon|weapons|gun|guns|firearm*|rifle|rifles|arme|armes|fusil|fusils|pistolet*|ammunition|munitions',
    'weapon*|gun|guns|gunfire|firearm*|rifle*|pistol*|ammunition|munition*|arme|armes|fusil*|arsenal|grenade*',
  ],
  [
    'drugs',
    'drug|drugs|narcotic*|cocaine|heroin*|methamphetamine*|drogue|drogues|stupefiant*',
    'drug*|narcotic*|cocain*|heroin*|meth|methamphetamine*|drogue*|stupefiant*|cannabis|opium|fentanyl|ketamine',
  ],
  [
    'cash',
    'cash|banknotes|how much money _ seiz*|how much money _ confiscat*|argent liquide|especes|liquide',
    'cash|banknote*|argent liquide|en especes|en liquide|billets|bank notes',
  ],
  ['gold', 'gold|jewel*|bijoux|lingots', 'gold|jewel*|bijou*|lingot*|diamond*|diamant*'],
  [
    'passports',
    'passport|passports|passeport|passeports',
    'passport*|passeport*|travel document*|papiers|identity document*|pieces d identite',
  ],
  [
    'vehicles',
    'car|cars|vehicle|vehicles|trucks|motorbike*|voiture|voitures|vehicule|vehicules|motos|camions',
    'car|cars|vehicle*|truck*|motorbike*|motorcycle*|van|vans|bus|buses|voiture*|vehicule*|moto|motos|camion*',
  ],
  [
    'phones',
    'smartphone|smartphones|mobile phones|how many phones|cell phones|telephones portables|combien de telephones|telephones',
    'phone|phones|smartphone*|mobile|mobiles|telephone|telephones|iphone*|cellphone*',
  ],
  [
    'computers',
    'computer|computers|laptop|laptops|ordinateur|ordinateurs',
    'computer*|laptop*|desktop*|ordinateur*|pc|pcs|server|servers|serveur*',
  ],
  ['sim-cards', 'sim card|sim cards|carte sim|cartes sim', 'sim|sims'],
  ['hospital', 'hospital|hospitals|hopital|hopitaux', 'hospital*|hopital|hopitaux|clinic*|clinique*'],
  ['schools', 'how many schools|schools|ecoles', 'school*|ecole*|lycee*|college*|universit*'],
  ['restaurant', 'restaurant|restaurants|where to eat|ou manger', 'restaurant*|cafe|cafes|eat|dining|manger'],
  ['hotel', 'hotel|hotels', 'hotel*|guesthouse*|resort*|auberge*'],
  ['casino', 'casino|casinos', 'casino*|gambling|jeux d argent'],
  [
    'plane',
    'plane|planes|aircraft|avion|avions|helicopter*|helicoptere*',
    'plane|planes|aircraft|airplane*|jet|jets|avion*|helicopter*|helicoptere*|flight*|vol|vols',
  ],
  [
    'ship',
    'ship|ships|boat|boats|navire|navires|bateau|bateaux',
    'ship|ships|boat|boats|vessel*|navire*|bateau*|ferry',
  ],
  ['journalists', 'journalist*|reporter|reporters', 'journalist*|reporter*|correspondent*|correspondant*'],
  [
    'children',
    'how many children|children were|minors|how many _ minors|combien d enfants|enfants|mineurs',
    'child*|minor|minors|enfant*|mineur|mineurs|mineure|mineures|kids|teenager*|adolescent*',
  ],
  [
    'soldiers',
    'soldier|soldiers|troops|soldat|soldats|militaires',
    'soldier*|troop*|military|army|soldat*|militaire*|armee*',
  ],
  ['tourists', 'tourist|tourists|touriste|touristes', 'touris*|visitor*|visiteur*|holidaymaker*'],
  ['teachers', 'teacher|teachers|enseignant|enseignants|professeurs', 'teacher*|enseignant*|professeur*|professor*'],
  ['doctors', 'doctor|doctors|medecin|medecins', 'doctor*|physician*|medecin*|docteur*'],
  ['monks', 'monk|monks|moine|moines|bonze|bonzes', 'monk|monks|moine*|bonze*'],
  [
    'documents',
    'contract|treaty|agreement|accord|traite|contrat',
    'contract*|treat*|agreement*|accord|accords|traite|traites|contrat*|memorandum|deal|signed',
  ],
]

const events: readonly Row[] = [
  [
    'deaths',
    'died|killed|dead|deaths|death toll|fatalities|how many die|morts|mort|tues|tuees|deces|victimes mortelles|bilan humain|trouve la mort',
    'kill*|dead|died|dies|death*|fatal*|perdu la vie|lost their lives|lost his life|lost her life|mort|morte|morts|mortes|mortel*|tue|tuee|tues|tuees|deces|decede*|perish*|casualt*',
  ],
  [
    'injured',
    'injured|wounded|hurt|injuries|blesse|blesses|blessees',
    'injur*|wound*|hurt|blesse|blessee|blesses|blessees|blessure*|casualt*',
  ],
  [
    'executed',
    'executed|execution|death penalty|peine de mort|executions|excecut*|executes',
    'executed|executions|death penalty|death sentence|peine de mort|peine capitale|executes|executee|executees|hanged',
  ],
  [
    'kidnapped',
    'kidnap*|abduct*|enlev*|kidnappe*|hostage*|otage|otages',
    'kidnap*|abduct*|hostage*|enleve|enlevee|enleves|enlevement*|otage*|captive*|captif*',
  ],
  [
    'escaped',
    'escaped|how many escape|fled|evade|evades|echappe|echappes|fui',
    'escap*|fled|flee*|evad*|echapp*|fui|fuite|fuir|runaway',
  ],
  [
    'rescued',
    'rescued|how many _ freed|freed|saved|liberes|secourus|sauves',
    'rescu*|freed|saved|released|liber*|secouru*|sauve|sauves|sauvee|sauvees|sauvetage*',
  ],
  [
    'elections',
    'election|elections|vote|voter turnout|polls|scrutin|electoral*|participation electorale',
    'election*|elected|electoral*|electi*|vote|votes|voter*|voting|ballot*|polls|scrutin*|elu|elue|elus|suffrage*|referendum',
  ],
  ['earthquake', 'earthquake|quake|seisme|tremblement de terre', 'earthquake*|quake*|seism*|tremblement*'],
  ['flood', 'flood|floods|flooding|inondation|inondations', 'flood*|inondation*|inond*'],
  [
    'fire',
    'fire broke|wildfire|blaze|incendie|incendies',
    'fire|fires|wildfire*|blaze|burn*|incendie*|brul*|feu|flammes',
  ],
  ['war', 'war|wars|guerre', 'war|wars|warfare|guerre|guerres|conflict*|conflit*|combat*|fighting'],
  ['strike', 'on strike|strikes|strike action|greve|greves', 'strike|strikes|striking|walkout|greve*|greviste*'],
  [
    'protest',
    'protest|protests|demonstration|demonstrations|protesters|manifestation|manifestations|manifestants',
    'protest*|demonstrat*|rally|rallies|manifest*|march|marches',
  ],
  ['pandemic', 'covid*|coronavirus|pandemic|pandemie', 'covid*|coronavirus|pandemi*'],
  [
    'world-cup',
    'world cup|coupe du monde|olympic*|jeux olympiques',
    'world cup|coupe du monde|olympi*|tournament|tournoi',
  ],
  ['wedding', 'wedding|mariage', 'wedding*|marri*|mariage*|marie|mariee'],
  ['resigned', 'resign|resigned|resignation|demission|demissionne', 'resign*|step* down|quit|demission*'],
  [
    'appointed',
    'appointed|appointment of|nominated|nomme|nommee|nomination',
    'appoint*|nominat*|named|nomm*|nomination*|took office|prise de fonction',
  ],
  ['extradited', 'extradit*|extrade|extradee|extrades', 'extradit*|extrad*|handed over|remis'],
  ['acquitted', 'acquit*|acquitte|relaxe|innocente', 'acquit*|not guilty|relax*|innocent*|cleared'],
  ['tortured', 'torture|tortured|torturees|tortures', 'tortur*|beaten|abuse*|electric shock*|maltrait*'],
  [
    'raped',
    'rape|raped|sexual assault|sexual abuse|viol|violee|violees|agression sexuelle',
    'rape|raped|rapes|sexual*|viol|viols|violee|violees|agression* sexuelle*',
  ],
  ['refugees', 'refugee|refugees|refugie|refugies|asylum|asile', 'refugee*|refugie*|asylum|asile|displaced|deplaces'],
]

function rows(kind: PropertyKind, list: readonly Row[]): readonly Property[] {
  return list.map(([key, ask, evidence]) => ({ key, kind, ask: ask.split('|'), evidence: evidence.split('|') }))
}

/** A general bilingual resource: nothing in it comes from an article. */
export const propertyTable: readonly Property[] = [
  ...rows('property', properties),
  ...rows('office', offices),
  ...rows('object', objects),
  ...rows('event', events),
  ...rows('relation', relationRows),
]
