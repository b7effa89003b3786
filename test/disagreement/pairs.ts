/**
 * Articles that do not exist, in pairs: some disagree on what is asked, some only seem to. The rules were tuned on
 * `tuning`; `held` was written at the same time and only measured.
 */
import type { Language } from '../../src/types.ts'

type Story = readonly [published: string, outlet: string, text: string, language?: Language]
export type Pair = {
  readonly name: string
  readonly question: string
  readonly stories: readonly Story[]
  /** The figures that differ, those of the newest article first; absent where the sources do not disagree. */
  readonly differ?: readonly string[]
}
type Set = { readonly disagree: readonly Pair[]; readonly seem: readonly Pair[] }

export const tuning: Set = {
  disagree: [
    {
      name: 'ferry fire',
      question: 'How many crew members were treated after the fire on the ferry Solveig?',
      differ: ['14 crew members', '11 crew members'],
      stories: [
        [
          '2026-03-04',
          'The Daily Tide',
          'A fire broke out on the ferry Solveig off Port Halden. The coast guard said that 11 crew members were treated for smoke. The ship was towed back to the harbour.',
        ],
        [
          '2026-03-05',
          'Northern Post',
          'After the fire on the ferry Solveig, 14 crew members were treated for smoke, according to the hospital of Port Halden. The cause is not known. Passengers were taken to hotels.',
        ],
      ],
    },
    {
      name: 'library cost',
      question: 'How much does the new library of Marrowby cost?',
      differ: ['6.2 million euros', '4.5 million euros'],
      stories: [
        [
          '2026-01-10',
          'Marrow Gazette',
          'The new library of Marrowby costs 4.5 million euros, the council said. It has three floors and a garden.',
        ],
        [
          '2026-01-12',
          'The Valley Herald',
          'Marrowby opened its library with music and speeches. The new library costs 6.2 million euros, said the opposition leader, Petra Lind. She called it too large.',
        ],
      ],
    },
    {
      name: 'manifestation de Vauclair',
      question: 'Combien de manifestants ont défilé à Vauclair ?',
      differ: ['9 000 manifestants', '3 400 manifestants'],
      stories: [
        [
          '2026-02-15',
          'Le Courrier de Vauclair',
          'Une longue marche a traversé Vauclair contre la réforme des ports. La police a compté 3 400 manifestants dans les rues de la ville. Aucun incident n’a été signalé.',
          'fr',
        ],
        [
          '2026-02-16',
          'La Dépêche des Quais',
          'Selon les syndicats, 9 000 manifestants ont défilé à Vauclair contre la réforme des ports. Une nouvelle journée est prévue.',
          'fr',
        ],
      ],
    },
    {
      name: 'landslide',
      question: 'How many people died in the landslide of Orvik?',
      differ: ['21 personnes', '17 people'],
      stories: [
        [
          '2026-04-02',
          'Fjord Times',
          'A landslide hit the village of Orvik after a week of rain. It killed 17 people, the mayor, Tove Lund, said. Roads to the village are closed.',
        ],
        [
          '2026-04-03',
          'La Gazette du Nord',
          'Le glissement de terrain d’Orvik a tué 21 personnes, a déclaré le chef des secours, Aksel Brun. La pluie continue de tomber sur la vallée.',
          'fr',
        ],
      ],
    },
    {
      name: 'vaccination',
      question: 'Quel pourcentage des habitants de Sarlune est vacciné ?',
      differ: ['48 %', '62 %'],
      stories: [
        [
          '2026-05-01',
          'Santé Sarlune',
          'Le préfet a présenté la campagne de vaccination. À Sarlune, 62 % des habitants sont vaccinés, a assuré le préfet. La campagne dure jusqu’à l’été.',
          'fr',
        ],
        [
          '2026-05-03',
          'Le Journal du Lac',
          'Les médecins de Sarlune sont inquiets. D’après l’ordre des médecins, 48 % des habitants de Sarlune sont vaccinés.',
          'fr',
        ],
      ],
    },
    {
      name: 'smugglers on one day',
      question: 'How many smugglers were arrested at Cape Ormond?',
      differ: ['45 smugglers', '31 smugglers'],
      stories: [
        [
          '2026-03-04',
          'Cape Radio',
          'On 3 March 2026 the coast guard arrested 31 smugglers at Cape Ormond, its spokesman said. Two boats were seized.',
        ],
        [
          '2026-03-06',
          'The Ormond Star',
          'The customs office gave its account of the raid. On 3 March 2026, 45 smugglers were arrested at Cape Ormond, the customs director, Ines Valdo, said.',
        ],
      ],
    },
    {
      name: 'marins disparus',
      question: 'Combien de marins ont disparu dans le naufrage du Cormoran ?',
      differ: ['9 marins', '7 marins'],
      stories: [
        [
          '2026-01-20',
          'Ouest Marine',
          'Le chalutier Cormoran a coulé au large de Plouvenez. Sept hommes ont été sauvés. La préfecture maritime indique que 7 marins ont disparu dans le naufrage.',
          'fr',
        ],
        [
          '2026-01-21',
          'Le Phare',
          'Les familles attendent des nouvelles. Selon l’armateur du Cormoran, 9 marins ont disparu dans le naufrage du chalutier.',
          'fr',
        ],
      ],
    },
    {
      name: 'jobs in three articles',
      question: 'How many jobs does the Brandt factory cut?',
      differ: ['150 jobs', '120 jobs'],
      stories: [
        [
          '2026-06-01',
          'Works Weekly',
          'The Brandt factory cuts 120 jobs, its manager, Leo Kast, announced. It makes pumps.',
        ],
        [
          '2026-06-02',
          'The Lowland Echo',
          'Anger at the gates of the pump maker. The union says the Brandt factory cuts 150 jobs and closes a hall.',
        ],
        [
          '2026-06-01',
          'Business Lowland',
          'Orders have fallen for two years. The pump maker said on its site that 120 jobs will go at the Brandt factory.',
        ],
      ],
    },
    {
      name: 'flood damage',
      question: 'How much damage did the flood cause in Belmar?',
      differ: ['30 millions d’euros', '18 million euros'],
      stories: [
        [
          '2026-07-07',
          'Belmar Today',
          'The flood in Belmar caused damage of 18 million euros, the insurers’ association said. Most shops have reopened.',
        ],
        [
          '2026-07-09',
          'L’Écho de Belmar',
          'L’inondation a causé 30 millions d’euros de dégâts à Belmar, selon la mairie. Les écoles restent fermées.',
          'fr',
        ],
      ],
    },
    {
      name: 'hectares brûlés',
      question: 'Combien d’hectares l’incendie de Montreuil-la-Garde a-t-il brûlés ?',
      differ: ['1 300 hectares de pins', '850 hectares de pins'],
      stories: [
        [
          '2026-08-10',
          'Le Midi du Soir',
          'Les pompiers ont maîtrisé l’incendie de Montreuil-la-Garde. Le feu a brûlé 850 hectares de pins, précise la préfecture.',
          'fr',
        ],
        [
          '2026-08-11',
          'Forêts et Vallées',
          'L’incendie de Montreuil-la-Garde a brûlé 1 300 hectares de pins, affirme l’office des forêts.',
          'fr',
        ],
      ],
    },
    {
      name: 'oil spill',
      question: 'How many tonnes of oil did the tanker Halcyon spill?',
      differ: ['520 tonnes of oil', '300 tonnes of oil'],
      stories: [
        [
          '2026-09-01',
          'Harbour News',
          'The tanker Halcyon ran aground near Skelton Sound. It spilled 300 tonnes of oil, the owner said in a statement.',
        ],
        [
          '2026-09-02',
          'Green Coast',
          'Volunteers are cleaning the beaches of Skelton Sound. Scientists say that the tanker Halcyon spilled 520 tonnes of oil.',
        ],
      ],
    },
    {
      name: 'one weekday',
      question: 'How many houses did the tornado destroy in Hollis?',
      differ: ['63 houses', '40 houses'],
      stories: [
        [
          '2026-10-14',
          'Plains Press',
          'A tornado crossed the county on Tuesday. It destroyed 40 houses in Hollis on Tuesday, the sheriff, Dale Munro, said.',
        ],
        [
          '2026-10-15',
          'Hollis Ledger',
          'On Tuesday the tornado destroyed 63 houses in Hollis, the fire chief said. The school still stands.',
        ],
      ],
    },
  ],
  seem: [
    {
      name: 'two months',
      question: 'How many strikes were there in the ports of Talland?',
      stories: [
        [
          '2026-02-03',
          'Talland Post',
          'In January 2026 there were 14 strikes in the ports of Talland, the ministry said.',
        ],
        [
          '2026-03-03',
          'Dock Weekly',
          'The ports of Talland had 9 strikes in February 2026, according to the ministry.',
        ],
      ],
    },
    {
      name: 'Monday and Tuesday',
      question: 'How many people are missing after the avalanche at Kestrel Pass?',
      stories: [
        [
          '2026-02-09',
          'Alp News',
          'On Monday 9 February 2026, 12 people were missing after the avalanche at Kestrel Pass, the rescuers said.',
        ],
        [
          '2026-02-10',
          'Summit Daily',
          'On Tuesday 10 February 2026, 15 people were missing after the avalanche at Kestrel Pass, the rescuers said.',
        ],
      ],
    },
    {
      name: 'two towns',
      question: 'How many people were arrested in the raids on call centres?',
      stories: [
        ['2026-04-18', 'Korvia Sun', 'In the raids on call centres 210 people were arrested in Lessa, a colonel said.'],
        [
          '2026-04-18',
          'The Marn Mail',
          'In the raids on call centres 95 people were arrested in Marn, the police said.',
        ],
      ],
    },
    {
      name: 'dead and injured',
      question: 'How many victims did the explosion at the mill of Darrow claim?',
      stories: [
        ['2026-05-05', 'Darrow Daily', 'The explosion at the mill of Darrow killed 6 workers, the fire service said.'],
        ['2026-05-05', 'County Wire', 'The explosion at the mill of Darrow injured 22 workers, the hospital said.'],
      ],
    },
    {
      name: 'rounded',
      question: 'How many passengers were aboard the train to Quillan?',
      stories: [
        [
          '2026-06-11',
          'Rail Review',
          'The train to Quillan carried about 200 passengers when it stopped, the operator said.',
        ],
        [
          '2026-06-12',
          'Quillan News',
          'There were 203 passengers aboard the train to Quillan, according to the tickets.',
        ],
      ],
    },
    {
      name: 'copies of one agency',
      question: 'How many sheep died in the storm on Fair Moor?',
      stories: [
        [
          '2026-01-05',
          'Moor Messenger',
          'A storm swept over Fair Moor in the night and brought down the power lines of four villages, the regional grid said. Farmers say that 340 sheep died in the storm on Fair Moor, most of them under the snow. The roads have been open again since noon, and helpers from the army are bringing hay to the farms that cannot be reached. A second storm is expected at the end of the week, the weather office warned.',
        ],
        [
          '2026-01-05',
          'Upland Times',
          'A storm swept over Fair Moor in the night and brought down the power lines of four villages, the regional grid said. Farmers say that 430 sheep died in the storm on Fair Moor, most of them under the snow. The roads have been open again since noon, and helpers from the army are bringing hay to the farms that cannot be reached. A second storm is expected at the end of the week, the weather office warned.',
        ],
      ],
    },
    {
      name: 'more than',
      question: 'Combien de personnes ont été évacuées à Rochebrune ?',
      stories: [
        ['2026-03-15', 'Le Relais', 'Plus de 500 personnes ont été évacuées à Rochebrune, indique la mairie.', 'fr'],
        ['2026-03-16', 'Alpes Matin', 'À Rochebrune, 640 personnes ont été évacuées, précise le préfet.', 'fr'],
      ],
    },
    {
      name: 'part of the whole',
      question: 'How many workers does the Telnor shipyard employ?',
      stories: [
        ['2026-04-20', 'Yard News', 'The Telnor shipyard employs 800 workers, its director said.'],
        ['2026-04-22', 'Steel Today', 'The Telnor shipyard employs 120 foreign workers, the labour office said.'],
      ],
    },
    {
      name: 'planned and done',
      question: 'How many trees were planted in the park of Elmsworth?',
      stories: [
        [
          '2026-03-01',
          'Elm Gazette',
          'The council plans to plant 500 trees in the park of Elmsworth, said the gardener.',
        ],
        ['2026-11-01', 'Green Elmsworth', 'The council planted 320 trees in the park of Elmsworth, said the gardener.'],
      ],
    },
    {
      name: 'a month and a year',
      question: 'How much does the parking permit in Dunmore cost?',
      stories: [
        ['2026-02-01', 'Dunmore News', 'The parking permit in Dunmore costs 20 euros a month, the town hall said.'],
        ['2026-02-02', 'Motor Mail', 'The parking permit in Dunmore costs 220 euros a year, the drivers’ club said.'],
      ],
    },
    {
      name: 'deux années',
      question: 'Combien de visiteurs le musée de Lormont a-t-il accueillis ?',
      stories: [
        [
          '2026-01-08',
          'Lormont Infos',
          'Le musée de Lormont a accueilli 52 000 visiteurs en 2025, dit sa directrice.',
          'fr',
        ],
        [
          '2025-01-09',
          'Arts du Sud',
          'Le musée de Lormont a accueilli 47 000 visiteurs en 2024, dit sa directrice.',
          'fr',
        ],
      ],
    },
    {
      name: 'autre chose comptée',
      question: 'Combien d’écoles sont touchées par la grève à Vernay ?',
      stories: [
        [
          '2026-05-12',
          'Vernay Matin',
          'À Vernay, 45 écoles maternelles sont touchées par la grève, selon la mairie.',
          'fr',
        ],
        [
          '2026-05-12',
          'Le Tableau Noir',
          'À Vernay, 60 écoles primaires sont touchées par la grève, selon le syndicat.',
          'fr',
        ],
      ],
    },
    {
      name: 'a toll that says what it was',
      question: 'How many miners died at the Corvo mine?',
      stories: [
        ['2026-07-01', 'Pit Post', 'At the Corvo mine 12 miners died, the company said.'],
        [
          '2026-07-03',
          'Coal Courier',
          'At the Corvo mine 15 miners died, up from 12 miners on the first day, the company said.',
        ],
      ],
    },
    {
      name: 'same figure in two languages',
      question: 'Combien d’habitants compte le village de Sainte-Avoye ?',
      stories: [
        ['2026-02-20', 'Avoye Actu', 'Le village de Sainte-Avoye compte 1 250 habitants, selon le recensement.', 'fr'],
        ['2026-02-21', 'Country Walks', 'The village of Sainte-Avoye has 1,250 inhabitants, the census says.'],
      ],
    },
  ],
}

export const held: Set = {
  disagree: [
    {
      name: 'bus crash',
      question: 'How many pupils were hurt in the bus crash near Wenlow?',
      differ: ['23 pupils', '16 pupils'],
      stories: [
        [
          '2026-03-21',
          'Wenlow Wire',
          'A school bus left the road near Wenlow. In the bus crash 16 pupils were hurt, the police said.',
        ],
        [
          '2026-03-22',
          'Shire Post',
          'Doctors of two hospitals said that 23 pupils were hurt in the bus crash near Wenlow.',
        ],
      ],
    },
    {
      name: 'budget du stade',
      question: 'Combien coûte le stade de Roquevaire ?',
      differ: ['71 millions d’euros', '54 millions d’euros'],
      stories: [
        [
          '2026-09-10',
          'Sports du Sud',
          'Le stade de Roquevaire coûte 54 millions d’euros, a dit le maire, Paul Estève.',
          'fr',
        ],
        [
          '2026-09-14',
          'La Provence Libre',
          'Selon la cour des comptes, le stade de Roquevaire coûte 71 millions d’euros.',
          'fr',
        ],
      ],
    },
    {
      name: 'marchers',
      question: 'How many people marched in Galden against the dam?',
      differ: ['20,000 people', '6,500 people'],
      stories: [
        [
          '2026-05-17',
          'Galden Globe',
          'Crowds filled the centre of Galden. Police said 6,500 people marched against the dam.',
        ],
        ['2026-05-18', 'River Watch', 'The organisers said that 20,000 people marched in Galden against the dam.'],
      ],
    },
    {
      name: 'collision en mer',
      question: 'Combien de pêcheurs sont morts dans la collision au large de Kerloc ?',
      differ: ['5 fishermen', '3 pêcheurs'],
      stories: [
        [
          '2026-10-02',
          'Ouest Marine',
          'Dans la collision au large de Kerloc, 3 pêcheurs sont morts, selon le port.',
          'fr',
        ],
        ['2026-10-03', 'Channel News', 'The collision off Kerloc killed 5 fishermen, the British coast guard said.'],
      ],
    },
    {
      name: 'unemployment',
      question: 'What is the unemployment rate in Ostmark?',
      differ: ['11.8%', '9.2%'],
      stories: [
        ['2026-06-05', 'Labour Letter', 'The unemployment rate in Ostmark is 9.2%, the statistics office said.'],
        [
          '2026-06-06',
          'Ostmark Observer',
          'The unemployment rate in Ostmark is 11.8%, according to the unions’ institute.',
        ],
      ],
    },
    {
      name: 'armes saisies',
      question: 'Combien d’armes la police a-t-elle saisies à Brévent ?',
      differ: ['210 armes', '130 armes'],
      stories: [
        [
          '2026-11-03',
          'Brévent Infos',
          'La police a saisi 130 armes à Brévent le 2 novembre 2026, dit le procureur.',
          'fr',
        ],
        [
          '2026-11-04',
          'Le Veilleur',
          'Le 2 novembre 2026 la police a saisi 210 armes à Brévent, dit le ministre.',
          'fr',
        ],
      ],
    },
  ],
  seem: [
    {
      name: 'two harvests',
      question: 'How many tonnes of apples did the orchards of Pellham give?',
      stories: [
        ['2025-11-01', 'Farm Friday', 'The orchards of Pellham gave 1,800 tonnes of apples in 2025, the growers said.'],
        [
          '2024-11-01',
          'Orchard Watch',
          'The orchards of Pellham gave 2,300 tonnes of apples in 2024, the growers said.',
        ],
      ],
    },
    {
      name: 'deux quartiers',
      question: 'Combien de logements ont été privés d’eau à Castelnau ?',
      stories: [
        [
          '2026-07-20',
          'Castelnau Actu',
          'À Castelnau, 400 logements du quartier des Lilas ont été privés d’eau.',
          'fr',
        ],
        ['2026-07-20', 'Le Robinet', 'À Castelnau, 150 logements du quartier de la Gare ont été privés d’eau.', 'fr'],
      ],
    },
    {
      name: 'nearly',
      question: 'How many books does the library of Tarn lend?',
      stories: [
        ['2026-03-10', 'Tarn Times', 'The library of Tarn lends nearly 80,000 books, its director said.'],
        ['2026-03-12', 'Reader Weekly', 'The library of Tarn lends 78,400 books, the yearly report says.'],
      ],
    },
    {
      name: 'hommes et femmes',
      question: 'Combien de candidats se présentent à Méricourt ?',
      stories: [
        ['2026-02-11', 'Méricourt Hebdo', 'À Méricourt, 14 candidats se présentent, selon la préfecture.', 'fr'],
        ['2026-02-12', 'Urnes', 'À Méricourt, 5 candidates se présentent, selon la préfecture.', 'fr'],
      ],
    },
    {
      name: 'new ones',
      question: 'How many cases of cholera were found in Bassora Bay?',
      stories: [
        ['2026-08-01', 'Bay Bulletin', 'In Bassora Bay 90 cases of cholera were found, the health office said.'],
        ['2026-08-03', 'Medic Mail', 'In Bassora Bay 12 new cases of cholera were found, the health office said.'],
      ],
    },
    {
      name: 'euros and dollars',
      question: 'How much did the painting of Ravel Orme sell for?',
      stories: [
        ['2026-05-25', 'Art Ledger', 'The painting of Ravel Orme sold for 2 million euros, the auction house said.'],
        [
          '2026-05-25',
          'Gallery News',
          'The painting of Ravel Orme sold for 2.2 million dollars, the auction house said.',
        ],
      ],
    },
  ],
}

/** Written after the rules stood, to see how often they fail on what they were not made from. */
export const fresh: Set = {
  disagree: [
    {
      name: 'prison escape',
      question: 'How many inmates escaped from the prison of Gorlitz Bay?',
      differ: ['12 inmates', '7 inmates'],
      stories: [
        [
          '2026-04-01',
          'Bay Tribune',
          'A wall gave way in the night. The warden said 7 inmates escaped from the prison of Gorlitz Bay.',
        ],
        [
          '2026-04-02',
          'Justice Watch',
          'According to lawyers, 12 inmates escaped from the prison of Gorlitz Bay. None has been caught.',
        ],
      ],
    },
    {
      name: 'train derailment',
      question: 'Combien de wagons ont déraillé près de Saint-Brieul ?',
      differ: ['14 wagons', '9 wagons'],
      stories: [
        [
          '2026-05-20',
          'Rail Infos',
          'Un train de marchandises a quitté la voie. Selon l’exploitant, 9 wagons ont déraillé près de Saint-Brieul.',
          'fr',
        ],
        [
          '2026-05-21',
          'Le Petit Brieulois',
          'Les pompiers parlent d’un choc violent. D’après eux, 14 wagons ont déraillé près de Saint-Brieul.',
          'fr',
        ],
      ],
    },
    {
      name: 'museum theft',
      question: 'How many paintings were stolen from the Halberg museum?',
      differ: ['6 paintings', '4 paintings'],
      stories: [
        [
          '2026-06-15',
          'Culture Post',
          'Thieves came through the roof. Four guards slept. The director said 4 paintings were stolen from the Halberg museum.',
        ],
        ['2026-06-16', 'The Halberg Mail', 'Police sources say that 6 paintings were stolen from the Halberg museum.'],
      ],
    },
    {
      name: 'salary of the coach',
      question: 'How much does the coach of Vessel United earn?',
      differ: ['2.9 million pounds', '1.8 million pounds'],
      stories: [
        ['2026-07-10', 'Kick Off', 'The coach of Vessel United earns 1.8 million pounds a year, the club said.'],
        ['2026-07-12', 'Ball Business', 'The coach of Vessel United earns 2.9 million pounds a year, his agent said.'],
      ],
    },
    {
      name: 'cas de rougeole',
      question: 'How many measles cases were recorded in Tavel?',
      differ: ['61 cas', '38 measles cases'],
      stories: [
        ['2026-03-02', 'Health Line', 'The health agency recorded 38 measles cases in Tavel.'],
        [
          '2026-03-04',
          'Tavel Matin',
          'L’hôpital a enregistré 61 cas de rougeole à Tavel, dit le docteur Aline Roy.',
          'fr',
        ],
      ],
    },
    {
      name: 'buildings hit',
      question: 'How many buildings collapsed in the earthquake in Ismir Valley?',
      differ: ['58 buildings', '33 buildings'],
      stories: [
        [
          '2026-09-09',
          'Quake Report',
          'The earth shook for a minute. In Ismir Valley 33 buildings collapsed in the earthquake, the governor said.',
        ],
        [
          '2026-09-10',
          'Relief Now',
          'Aid workers counted the damage. They say 58 buildings collapsed in the earthquake in Ismir Valley.',
        ],
      ],
    },
  ],
  seem: [
    {
      name: 'north and south',
      question: 'How many farms were flooded in Calder county?',
      stories: [
        ['2026-02-02', 'North Calder', 'In the north of Calder county 34 farms were flooded, the farmers’ union said.'],
        ['2026-02-02', 'South Calder', 'In the south of Calder county 12 farms were flooded, the council said.'],
      ],
    },
    {
      name: 'adults and children',
      question: 'Combien de personnes ont été secourues à Port-Mareuil ?',
      stories: [
        ['2026-08-08', 'Côte Infos', 'À Port-Mareuil, 41 personnes ont été secourues, selon les sauveteurs.', 'fr'],
        ['2026-08-08', 'Marées', 'À Port-Mareuil, 13 enfants ont été secourus, selon les sauveteurs.', 'fr'],
      ],
    },
    {
      name: 'arrested and charged',
      question: 'How many people were arrested over the Redfield bank fraud?',
      stories: [
        ['2026-10-10', 'Redfield Times', 'Over the Redfield bank fraud 19 people were arrested, the police said.'],
        ['2026-10-11', 'Court News', 'Over the Redfield bank fraud 8 people were charged, the court said.'],
      ],
    },
    {
      name: 'two quarters',
      question: 'How many cars did Altman Motors sell?',
      stories: [
        ['2026-04-15', 'Auto Daily', 'Altman Motors sold 4,100 cars in the first quarter of 2026, it said.'],
        ['2026-07-15', 'Wheels', 'Altman Motors sold 5,600 cars in the second quarter of 2026, it said.'],
      ],
    },
    {
      name: 'before the vote',
      question: 'How many seats does the Harvest Party hold in Dorland?',
      stories: [
        ['2026-01-15', 'Dorland Daily', 'The Harvest Party holds 22 seats in Dorland, the clerk said.'],
        ['2026-11-15', 'Dorland Votes', 'The Harvest Party holds 37 seats in Dorland after the vote, the clerk said.'],
      ],
    },
    {
      name: 'since when',
      question: 'Combien de migrants la marine de Solana a-t-elle secourus ?',
      stories: [
        [
          '2026-05-01',
          'Solana Presse',
          'La marine de Solana a secouru 310 migrants depuis janvier 2026, a dit l’amiral.',
          'fr',
        ],
        [
          '2026-05-20',
          'Le Large',
          'La marine de Solana a secouru 420 migrants depuis janvier 2026, a dit l’amiral.',
          'fr',
        ],
      ],
    },
    {
      name: 'two fires',
      question: 'How many homes burned in the fire?',
      stories: [
        ['2026-08-01', 'Pine County News', 'The fire in Juniper burned 16 homes, the fire chief said.'],
        ['2026-08-03', 'Lake Sentinel', 'The fire in Marlow burned 44 homes, the fire chief said.'],
      ],
    },
    {
      name: 'offered and paid',
      question: 'How much did the club pay for the striker Ivo Lanz?',
      stories: [
        ['2026-01-20', 'Transfer Talk', 'The club offered 12 million euros for the striker Ivo Lanz.'],
        ['2026-01-28', 'Goal Post', 'The club paid 15 million euros for the striker Ivo Lanz.'],
      ],
    },
    {
      name: 'daily and total',
      question: 'How many tonnes of waste does the Brenn plant burn?',
      stories: [
        ['2026-03-03', 'Brenn Weekly', 'The Brenn plant burns 90 tonnes of waste a day, its engineer said.'],
        ['2026-03-05', 'Clean Air', 'The Brenn plant burns 31,000 tonnes of waste a year, its engineer said.'],
      ],
    },
    {
      name: 'same outlet later',
      question: 'How many hikers are missing on Mount Arlen?',
      stories: [
        ['2026-07-01', 'Arlen Post', 'On Mount Arlen 5 hikers are missing, the rescuers said.'],
        ['2026-07-02', 'Arlen Post', 'On Mount Arlen 3 hikers are missing, the rescuers said.'],
      ],
    },
    {
      name: 'corrected',
      question: 'How many lorries burned at the depot of Strand?',
      stories: [
        [
          '2026-06-06',
          'Strand News',
          'At the depot of Strand 17 lorries burned, the owner said.\n\nCorrection: an earlier version of this article said that 70 lorries burned.',
        ],
        ['2026-06-07', 'Haulage Week', 'At the depot of Strand 17 lorries burned, according to the insurer.'],
      ],
    },
    {
      name: 'inscrits et votants',
      question: 'Combien d’électeurs ont voté à Clairvaux-le-Pont ?',
      stories: [
        [
          '2026-03-15',
          'Clairvaux Infos',
          'À Clairvaux-le-Pont, 3 100 électeurs ont voté dimanche, annonce la mairie.',
          'fr',
        ],
        ['2026-03-14', 'L’Urne', 'À Clairvaux-le-Pont, 5 400 électeurs sont inscrits, annonce la mairie.', 'fr'],
      ],
    },
  ],
}
