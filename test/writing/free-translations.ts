/**
 * Sentences of invented news and what a good translator makes of them: the same facts in another order, with other words
 * and another grammar. Each is a true claim about the other.
 */
export const freeTranslations: readonly { readonly en: string; readonly fr: string }[] = [
  {
    en: 'The director allegedly diverted 2.3 million euros from the pension fund.',
    fr: 'Le directeur aurait détourné 2,3 millions d’euros du fonds de pension.',
  },
  {
    en: 'Three senior officers are said to have taken bribes from the traffickers.',
    fr: 'Trois officiers supérieurs auraient touché des pots-de-vin des trafiquants.',
  },
  {
    en: 'The suspect reportedly fled to Brazil in May 2023.',
    fr: 'Le suspect se serait enfui au Brésil en mai 2023.',
  },
  {
    en: 'The new hospital will open its doors in May, the mayor announced.',
    fr: 'Le maire a annoncé que le nouvel hôpital ouvrirait ses portes en mai.',
  },
  {
    en: 'Nearly 300 pupils were sent home after the roof of the school collapsed.',
    fr: 'Près de 300 élèves ont été renvoyés chez eux après l’effondrement du toit de l’école.',
  },
  {
    en: 'It is the second earthquake to hit the island this year.',
    fr: 'C’est le deuxième séisme qui frappe l’île cette année.',
  },
  {
    en: 'No fewer than 40 witnesses were heard during the trial.',
    fr: 'Au moins 40 témoins ont été entendus pendant le procès.',
  },
  {
    en: 'The ministry did not respond to a request for comment.',
    fr: 'Le ministère n’a pas répondu à une demande de commentaire.',
  },
  {
    en: 'Prices have almost doubled since January 2022, according to the national institute of statistics.',
    fr: 'Selon l’institut national de la statistique, les prix ont presque doublé depuis janvier 2022.',
  },
  {
    en: 'The former governor, Nadia Ferrand, denied any involvement in the fraud.',
    fr: 'L’ancienne gouverneure, Nadia Ferrand, a nié toute implication dans la fraude.',
  },
  {
    en: 'Only 12 of the 60 villages affected have received help so far.',
    fr: 'Seuls 12 des 60 villages touchés ont reçu de l’aide à ce jour.',
  },
  {
    en: 'About 1,500 residents had to leave their homes because of the fire.',
    fr: 'Quelque 1 500 habitants ont dû quitter leur domicile à cause de l’incendie.',
  },
  {
    en: 'The court sentenced him to six years in prison for embezzlement.',
    fr: 'Il a été condamné par le tribunal à six ans de prison pour détournement de fonds.',
  },
  {
    en: 'The two countries could sign the treaty before the end of the year.',
    fr: 'Les deux pays pourraient signer le traité avant la fin de l’année.',
  },
  {
    en: 'The turnout reached 71.4 percent, the highest since 1998.',
    fr: 'La participation a atteint 71,4 %, son plus haut niveau depuis 1998.',
  },
  {
    en: 'The Italian navy rescued 85 migrants off Lampedusa on Sunday night.',
    fr: 'La marine italienne a secouru 85 migrants au large de Lampedusa dans la nuit de dimanche.',
  },
  {
    en: 'The company expects to lose up to $200 million this year.',
    fr: 'L’entreprise s’attend à perdre jusqu’à 200 millions de dollars cette année.',
  },
  {
    en: 'Police suspect that the fire was started deliberately.',
    fr: 'La police soupçonne que l’incendie a été allumé volontairement.',
  },
  {
    en: 'More than half of the workers went on strike on Tuesday, said the union.',
    fr: 'Plus de la moitié des ouvriers ont fait grève mardi, a indiqué le syndicat.',
  },
  {
    en: 'The minister, Oscar Lindqvist, promised that taxes would not rise in 2027.',
    fr: 'Le ministre, Oscar Lindqvist, a promis que les impôts n’augmenteraient pas en 2027.',
  },
  {
    en: 'The museum, closed since 2019, reopened on 3 June with 450 new works.',
    fr: 'Fermé depuis 2019, le musée a rouvert le 3 juin avec 450 œuvres nouvelles.',
  },
  {
    en: 'A spokesman for the airline said that nobody was hurt.',
    fr: 'Personne n’a été blessé, a déclaré un porte-parole de la compagnie aérienne.',
  },
  {
    en: 'Scientists have found no evidence that the water is contaminated.',
    fr: 'Les scientifiques n’ont trouvé aucune preuve que l’eau soit contaminée.',
  },
  {
    en: 'The drought has destroyed a third of the coffee harvest in Kenya.',
    fr: 'La sécheresse a détruit un tiers de la récolte de café au Kenya.',
  },
  {
    en: 'The bank agreed to pay a fine of 90 million pounds.',
    fr: 'La banque a accepté de payer une amende de 90 millions de livres.',
  },
  {
    en: 'Eight people are still missing after the landslide near Medellín.',
    fr: 'Huit personnes sont toujours portées disparues après le glissement de terrain près de Medellín.',
  },
  {
    en: 'The government has banned demonstrations in the capital until further notice.',
    fr: 'Les manifestations dans la capitale sont interdites par le gouvernement jusqu’à nouvel ordre.',
  },
  {
    en: 'Exports to China fell by 18 percent in the first half of 2025.',
    fr: 'Les exportations vers la Chine ont reculé de 18 % au premier semestre de 2025.',
  },
  {
    en: 'The striker, Emil Novak, will probably miss the next two matches.',
    fr: 'L’attaquant, Emil Novak, manquera probablement les deux prochains matchs.',
  },
  {
    en: 'An estimated 5,000 people marched through the streets of Lisbon.',
    fr: 'Environ 5 000 personnes ont défilé dans les rues de Lisbonne.',
  },
  {
    en: 'The prosecutor accuses the brothers of laundering 14 million francs.',
    fr: 'Le procureur accuse les frères d’avoir blanchi 14 millions de francs.',
  },
  {
    en: 'The volcano may erupt within a few weeks, experts warn.',
    fr: 'Le volcan pourrait entrer en éruption d’ici quelques semaines, avertissent des experts.',
  },
  {
    en: 'The vaccine will be free for children under five.',
    fr: 'Le vaccin sera gratuit pour les enfants de moins de cinq ans.',
  },
  {
    en: 'Two of the hostages, both German, were freed on 19 May.',
    fr: 'Deux des otages, tous deux allemands, ont été libérés le 19 mai.',
  },
  {
    en: 'The project was abandoned for lack of money.',
    fr: 'Faute d’argent, le projet a été abandonné.',
  },
  {
    en: 'The deal, worth $4.2 billion, still has to be approved by the regulators.',
    fr: 'L’accord, d’une valeur de 4,2 milliards de dollars, doit encore être approuvé par les autorités de régulation.',
  },
  {
    en: 'The opposition leader, Grace Mensah, was released without charge.',
    fr: 'La cheffe de l’opposition, Grace Mensah, a été libérée sans inculpation.',
  },
  {
    en: 'Temperatures should reach 41 degrees on Thursday.',
    fr: 'Les températures devraient atteindre 41 degrés jeudi.',
  },
  {
    en: 'The supposed mastermind of the robbery was arrested in Athens.',
    fr: 'Le cerveau présumé du braquage a été arrêté à Athènes.',
  },
  {
    en: 'The city plans to build 3,000 flats by 2030.',
    fr: 'La ville prévoit de construire 3 000 logements d’ici 2030.',
  },
]
