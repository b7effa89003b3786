/** Sentences of invented news and their translation by a person, so that each is a true claim about the other. */
export const translations: readonly { readonly en: string; readonly fr: string }[] = [
  {
    en: 'The police arrested 187 people, 52 of them women, in a seven-storey building on the night of 2 February 2026.',
    fr: 'La police a arrêté 187 personnes, dont 52 femmes, dans un immeuble de sept étages dans la nuit du 2 février 2026.',
  },
  {
    en: 'According to the minister, Paul Kessler, the dam cost 48.6 billion dollars.',
    fr: 'Selon le ministre, Paul Kessler, le barrage a coûté 48,6 milliards de dollars.',
  },
  {
    en: 'The court did not order the release of the captain.',
    fr: 'Le tribunal n’a pas ordonné la libération du capitaine.',
  },
  {
    en: 'More than 21,000 foreigners left the country between January and March.',
    fr: 'Plus de 21 000 étrangers ont quitté le pays entre janvier et mars.',
  },
  {
    en: 'Two suspected smugglers were taken to the prison of Brest on Monday.',
    fr: 'Deux passeurs présumés ont été conduits à la prison de Brest lundi.',
  },
  {
    en: 'The bank lost US$33 million in the attack, said its director, Amira Haddad.',
    fr: 'La banque a perdu 33 millions de dollars américains dans l’attaque, a déclaré sa directrice, Amira Haddad.',
  },
  {
    en: 'Germany will send 120 doctors to the region in April 2027.',
    fr: 'L’Allemagne enverra 120 médecins dans la région en avril 2027.',
  },
  {
    en: 'No passenger was injured when the train left the rails near Porto.',
    fr: 'Aucun passager n’a été blessé quand le train a quitté les rails près de Porto.',
  },
  {
    en: 'About 40 percent of the schools remained closed on Thursday.',
    fr: 'Environ 40 % des écoles sont restées fermées jeudi.',
  },
  {
    en: 'The company allegedly paid bribes to three officials of the ministry.',
    fr: 'L’entreprise est soupçonnée d’avoir versé des pots-de-vin à trois fonctionnaires du ministère.',
  },
  { en: 'The river rose by 2.4 metres in twelve hours.', fr: 'La rivière est montée de 2,4 mètres en douze heures.' },
  {
    en: 'The president of the union, Marta Silva, rejected the offer of the government.',
    fr: 'La présidente du syndicat, Marta Silva, a rejeté l’offre du gouvernement.',
  },
  {
    en: 'On 14 July 2025 the factory in Lyon stopped its production.',
    fr: 'Le 14 juillet 2025, l’usine de Lyon a arrêté sa production.',
  },
  {
    en: 'The hospital treated 1,312 children with measles in one month.',
    fr: 'L’hôpital a soigné 1 312 enfants atteints de la rougeole en un mois.',
  },
  {
    en: 'Japan and South Korea signed the agreement in Geneva on Wednesday.',
    fr: 'Le Japon et la Corée du Sud ont signé l’accord à Genève mercredi.',
  },
  {
    en: 'The mine employs 640 workers and produces 9,000 tonnes of copper a year.',
    fr: 'La mine emploie 640 ouvriers et produit 9 000 tonnes de cuivre par an.',
  },
  {
    en: 'The prosecutor, Helen Marsh, has not yet decided whether to appeal.',
    fr: 'La procureure, Helen Marsh, n’a pas encore décidé si elle ferait appel.',
  },
  { en: 'The price of bread rose by 11.3 percent in 2024.', fr: 'Le prix du pain a augmenté de 11,3 % en 2024.' },
  {
    en: 'The investigators seized 640 telephones, 215 computers and 3,900 cards.',
    fr: 'Les enquêteurs ont saisi 640 téléphones, 215 ordinateurs et 3 900 cartes.',
  },
  {
    en: 'The fire destroyed the library of the old town on Saturday night.',
    fr: 'L’incendie a détruit la bibliothèque de la vieille ville samedi soir.',
  },
  {
    en: 'The European Union lent 250 million euros to Moldova.',
    fr: 'L’Union européenne a prêté 250 millions d’euros à la Moldavie.',
  },
  {
    en: 'The spokesman, Ivan Petrov, said that the plant would open in June.',
    fr: 'Le porte-parole, Ivan Petrov, a déclaré que l’usine ouvrirait en juin.',
  },
  {
    en: 'At least 15 fishermen drowned when their boat sank off Dakar.',
    fr: 'Au moins 15 pêcheurs se sont noyés quand leur bateau a coulé au large de Dakar.',
  },
  {
    en: 'The museum sold two paintings to a collector from Vienna for 4.5 million euros.',
    fr: 'Le musée a vendu deux tableaux à un collectionneur de Vienne pour 4,5 millions d’euros.',
  },
  {
    en: 'The law was adopted by 213 votes to 87 on 3 October.',
    fr: 'La loi a été adoptée par 213 voix contre 87 le 3 octobre.',
  },
  {
    en: 'The former mayor, Anton Weiss, was sentenced to four years in prison.',
    fr: 'L’ancien maire, Anton Weiss, a été condamné à quatre ans de prison.',
  },
  { en: 'The team of Morocco won the final in Cairo.', fr: 'L’équipe du Maroc a gagné la finale au Caire.' },
  {
    en: 'The strike cost the port nearly 7 million euros a day.',
    fr: 'La grève a coûté au port près de 7 millions d’euros par jour.',
  },
  {
    en: 'The volunteers distributed 5,200 meals to the families of the valley.',
    fr: 'Les bénévoles ont distribué 5 200 repas aux familles de la vallée.',
  },
  {
    en: 'The airline cancelled 312 flights because of the storm.',
    fr: 'La compagnie aérienne a annulé 312 vols à cause de la tempête.',
  },
  {
    en: 'The Ministry of Health recommended a second dose of the vaccine.',
    fr: 'Le ministère de la Santé a recommandé une deuxième dose du vaccin.',
  },
  {
    en: 'The village of Oran Bay has never had electricity.',
    fr: 'Le village d’Oran Bay n’a jamais eu l’électricité.',
  },
  {
    en: 'Unemployment fell to 6.1 percent in the second quarter of 2025.',
    fr: 'Le chômage est tombé à 6,1 % au deuxième trimestre de 2025.',
  },
  {
    en: 'The captain, Luis Ortega, was found dead on 9 May 2023.',
    fr: 'Le capitaine, Luis Ortega, a été retrouvé mort le 9 mai 2023.',
  },
  {
    en: 'The farmers lost 60 percent of the harvest because of the drought.',
    fr: 'Les agriculteurs ont perdu 60 % de la récolte à cause de la sécheresse.',
  },
  { en: 'The ambassador of Brazil left Caracas on Friday.', fr: 'L’ambassadeur du Brésil a quitté Caracas vendredi.' },
  {
    en: 'The judge, Sofia Lindgren, refused to hear the witness.',
    fr: 'La juge, Sofia Lindgren, a refusé d’entendre le témoin.',
  },
  {
    en: 'The bridge is 1,450 metres long and was built in 1998.',
    fr: 'Le pont mesure 1 450 mètres de long et a été construit en 1998.',
  },
  {
    en: 'The researchers counted 830 elephants in the park.',
    fr: 'Les chercheurs ont compté 830 éléphants dans le parc.',
  },
  {
    en: 'The central bank raised its rate from 3.5 percent to 4 percent.',
    fr: 'La banque centrale a relevé son taux de 3,5 % à 4 %.',
  },
]
