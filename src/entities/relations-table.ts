/** What one can do to another: a question that asks for it is answered only where it is spoken of. Folded; see `Property`. */

/** key; ways of asking; evidence beside the single words of asking. */
type Row = readonly [key: string, ask: string, evidence: string]

export const relationRows: readonly Row[] = [
  [
    'owner',
    'who owns|who own|owner of|owners of|who is the owner|who are the owners|owned by|belong|belongs|belonged|a qui appartient|a qui appartenait|a qui est|proprietaire de|proprietaire du|proprietaires de|qui est le proprietaire|qui est la proprietaire|qui possede|qui detient',
    'own|owns|owner*|owned|owning|ownership|belonging|its own|property of|stake|stakes|share|shares|shareholder*|acquired|bought|buyer|buys|subsidiary|landlord|parent company|private|state run|proprietaire*|appartient|appartenant|appartenait|appartiennent|possede*|detient|detenu|detenue|propriete|rachete*|achete*|acquis|actionnaire*|filiale|actions|parts',
  ],
  [
    'operator',
    'who operates|operates|operated|operator|who runs|who run|who manages|qui exploite|exploite par|exploitee par|exploitant|qui gere|gestionnaire|quelle entreprise exploite|quelle societe exploite',
    'operat*|run|runs|ran|running|manage|manages|managed|manager*|managing|in charge|chief executive|head|heads|exploit*|gere|geree|geres|gerer|gerait|gestion|confie*|dirige|dirigee|operateur*',
  ],
  [
    'leader',
    'who leads|who led|who heads|who headed|led by|headed by|in charge of|who is in charge|who chairs|who chaired|who commands|who commanded|who directed|who presided|who coordinates|qui dirige|qui a dirige|qui dirigeait|dirige par|dirigee par|qui preside|qui a preside|presidee par|qui commande|qui commandait|qui est a la tete|qui coordonne|qui a mene|qui mene',
    'lead|leads|led|leading|leader*|leadership|head|heads|headed|heading|chair*|chief|boss|command*|direct|directs|directed|director*|manag*|presid*|premier*|minister|mayor|governor|king|queen|captain|coach|coordinat*|run|runs|ran|charge|dirig*|direct*|chef|cheffe|tete|patron*|responsable*|ministre|maire|gouverneur*|roi|reine|capitaine|entraineur*|coordonn*|coordinat*|mene|menee|pilote*|conduit*|gere',
  ],
  [
    'builder',
    'who built|who constructed|was built|were built|been built|built by|who designed|designed by|architect|architects|qui a construit|qui a bati|ete construit|ete construite|construit par|construite par|qui a concu|architecte',
    'build|builds|building of|builder*|built|rebuilt|rebuild*|construct*|design|designs|designed|designer*|erected|completed|opened in|construi*|construct*|bati|batie|batir|bati par|concu|concue|concepteur|edifi*|inaugur*|rebati*|reconstrui*|works|travaux',
  ],
  [
    'killer',
    'who killed|who murdered|who shot|murdered|murderer|killer|who assassinated|qui a tue|qui a assassine|qui a abattu|meurtrier|assassin',
    'murder*|kill|kills|killed|killing|shot|shoot*|stab*|assassinat*|slain|homicide|manslaughter|tue|tuee|tues|tuees|meurtr*|assassin*|abattu*|poignard*|homicide*',
  ],
  [
    'theft',
    'stole|stolen|steal|theft|robbed|qui a vole|ete vole|ete volee|ete voles|ete volees|derobe|derobes|derobee|derobees',
    'steals|stealing|thefts|thief|thieves|rob|robber*|robbing|burgl*|loot*|heist|embezzl*|diverted|took away|vole|voles|volee|volees|voleur*|vol|vols|derob*|cambriol*|pill*|detourne*|detournement*|braqu*|fraud*|escroc*|escroqu*',
  ],
  [
    'seller',
    'who sold|was sold|were sold|been sold|who sells|qui a vendu|qui vend|ete vendu|ete vendue|ete vendus|ete vendues',
    'sell|sells|sold|selling|seller*|sale|sales|auction*|ticket*|vend|vendu*|vendre|vendait|vente|ventes|vendeur*|encheres',
  ],
  [
    'buyer',
    'who bought|who buys|who purchased|who acquired|qui a achete|qui a rachete|qui achete|acquereur',
    'buy|buys|bought|buying|buyer*|purchas*|acquir*|acquisition|take over|takes over|took over|takeover|achet*|rachet*|achat|rachat|acquer*|acquis*|repren*|repris*|reprise',
  ],
  [
    'home',
    'where does _ live|where do _ live|where did _ live|where is _ home|place of residence|ou habite|ou vit|ou _ vit il|ou _ vit elle|ou _ habite t il|ou _ habite t elle|ou _ reside t il|ou _ reside t elle|ou habitent|ou vivent|ou reside|ou vivait|ou habitait|lieu de residence',
    'live|lives|lived|living|resid*|home|house|flat|apartment|moved|settled|villa|from|based|neighbour*|habit*|vit|vivent|vivait|vivaient|resid*|domicil*|logement|appartement|maison|villa|demenag*|install*|originaire*',
  ],
  [
    'guilt',
    'guilty|found guilty|convicted|was convicted|coupable|coupables|ete condamne|ete condamnee|ete condamnes|ont ils ete condamnes|est il condamne|est elle condamnee|condamnes|sentenced to|sentence did|reconnu coupable',
    'guilty|convict*|sentence|sentenced|sentences|plead*|acquit*|cleared|not guilty|verdict|coupable*|condamn*|acquitt*|relax*|plaid*|peine|peines|ecope*|reclusion|jail term|prison term',
  ],
  [
    'arrest',
    'arrested|detained|who arrested|taken into custody|arrestation|arrestations|ete arrete|ete arretee|ete arretes|ete arretees|arretes|arretees|interpelle|interpelles|interpellee|interpellations',
    'arrest*|detain*|detention*|custody|picked up|held|apprehend*|captur*|caught|round* up|jailed|behind bars|raid*|suspects|arrete*|arrestation*|interpell*|garde a vue|detenu*|detention|ecrou*|incarcer*|captur*|pris|saisi|attrap*|deferre*|emmen*',
  ],
  [
    'dismissal',
    'fired|sacked|dismissed|laid off|licencie|licenciee|licencies|licenciees|limoge|limogee|vire|viree',
    'fire|sack*|dismiss*|removed|laid off|lay off|layoff*|redundan*|suspend*|job cuts|ousted|lost his job|lost her job|lost their jobs|licenci*|limog*|renvoy*|revoqu*|suspendu*|suppression*|ecarte*',
  ],
  [
    'leaving',
    'why did _ resign|why did _ leave|why did _ quit|why has _ resigned|when did _ resign|pourquoi _ demissionne|pourquoi _ quitte|quand _ demissionne|a t il demissionne|a t elle demissionne',
    'resign*|step* down|stood down|stand* down|quit|quits|leave|leaves|leaving|left|departure|departed|gone|retire*|demission*|quitt*|depart|parti|partie|partis|retire|retrait*|quitter',
  ],
  [
    'operation',
    'operated on|surgeon|who operated|surgery|chirurgien|chirurgienne|a opere|operation chirurgicale',
    'surg*|operation|operations|operated on|hospital*|chirurg*|opere|operee|operes|hopital|hopitaux',
  ],
  [
    'inspection',
    'who inspected|last inspected|inspected by|inspection|qui a inspecte|derniere inspection|inspecte',
    'inspect*|audit*|check|checks|checked|control*|visite|inspecte*|controle*',
  ],
  [
    'insurer',
    'insurer|insurance company|who insures|insured by|assureur|compagnie d assurance|assure par',
    'insur*|underwrit*|assur*|mutuelle',
  ],
  [
    'depth',
    'how deep|depth of|depth|profondeur|quelle profondeur',
    'deep|deeper|depth*|profond*|fathom*|metres down|below the surface|sous la surface',
  ],
  [
    'dispute',
    'who sued|suing|filed a complaint|who complained|qui a porte plainte|porte plainte|poursuit en justice',
    'sue|sues|sued|suing|lawsuit*|complain*|class action|filed|court|plainte*|poursui*|justice|tribunal|assign*',
  ],
]
