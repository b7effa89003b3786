/** Invented stories whose every sentence is known, and the words of others that stand around them on a page. */

export type PageLanguage = 'en' | 'fr'

export type Story = {
  readonly language: PageLanguage
  readonly site: string
  readonly title: string
  readonly author: string
  readonly day: string
  readonly heads: readonly string[]
  /** Sentences by paragraph. */
  readonly paragraphs: readonly (readonly string[])[]
  /** A sentence of somebody else, another one each time. */
  readonly other: () => string
  /** The title of another story. */
  readonly teaser: () => string
}

const towns =
  'Ardel Bosk Corvane Dorney Elvast Fenmoor Gorlitz Harnwick Ilsen Jorvale Kaldoy Lorne Marsk Norvale Ostrel Pellworm Quend Rusk Selvane Torne Ulmet Varn Westray Yarrow'.split(
    ' ',
  )
const people =
  'Tom Hale,Ines Calder,Olena Brask,Otto Lind,Léa Roux,Max Petit,Ilse Brandt,Jean Morvan,Ada Tide,Lin Marsh'.split(',')

type Sentence = (town: string, number: number, person: string) => string

const own: Readonly<Record<PageLanguage, readonly Sentence[]>> = {
  en: [
    (town, number) =>
      `The council of ${town} voted ${number} million euros for the repair of its harbour on Tuesday evening.`,
    (_, number, person) =>
      `${person}, who leads the works, said that ${number} divers had checked every pile of the quay.`,
    (town, number) => `About ${number} fishermen of ${town} had to land their catch elsewhere for seven weeks.`,
    (town, number) => `“We have waited ${number} years for this,” a skipper of ${town} said.`,
    (town, number) => `The region pays ${number} per cent of the costs, the town of ${town} the rest.`,
    (town, number) => `In ${town} the storm of January had torn off ${number} metres of the northern pier.`,
    (_, number, person) =>
      `According to ${person}, the new pier should last for ${number} years if nobody moors tankers at it.`,
    (town, number) =>
      `Engineers measured waves of ${number} metres off ${town} that night, the highest since the survey began.`,
    (town, number) =>
      `The school of ${town} will open its doors again on the ${(number % 27) + 1}th, said the prefecture.`,
    (town, number) => `Not everyone is glad: ${number} residents signed a letter against the noise in ${town}.`,
    (town, number) => `Buses will run every ${number} minutes between ${town} and the railway station until then.`,
    (town) => `Nobody in ${town} was hurt.`,
    (town, number) =>
      `The insurer has paid ${number},000 euros so far, a figure that the mayor of ${town} calls ridiculous.`,
    (town, number, person) =>
      `Asked whether the deadline would hold, ${person} laughed and pointed at the ${number} cranes of ${town}.`,
  ],
  fr: [
    (town, number) =>
      `Le conseil municipal de ${town} a voté mardi soir ${number} millions d’euros pour la réfection du port.`,
    (_, number, person) =>
      `${person}, qui dirige les travaux, a indiqué que ${number} plongeurs avaient vérifié chaque pieu du quai.`,
    (town, number) =>
      `Quelque ${number} pêcheurs de ${town} ont dû débarquer leur pêche ailleurs pendant sept semaines.`,
    (town, number) => `« Nous attendions cela depuis ${number} ans », a confié un patron de pêche de ${town}.`,
    (town, number) => `La région prend en charge ${number} % du coût, la ville de ${town} paie le reste.`,
    (town, number) => `À ${town}, la tempête de janvier avait arraché ${number} mètres de la jetée nord.`,
    (_, number, person) =>
      `Selon ${person}, la nouvelle jetée doit tenir ${number} ans si aucun pétrolier ne s’y amarre.`,
    (town, number) => `Les ingénieurs ont mesuré cette nuit-là des vagues de ${number} mètres au large de ${town}.`,
    (town, number) => `L’école de ${town} rouvrira ses portes le ${(number % 27) + 2}, a précisé la préfecture.`,
    (town, number) =>
      `Tout le monde ne se réjouit pas : ${number} riverains de ${town} ont signé une lettre contre le bruit.`,
    (town, number) => `D’ici là, des autocars relieront ${town} à la gare toutes les ${number} minutes.`,
    (town) => `Personne n’a été blessé à ${town}.`,
    (town, number) =>
      `L’assureur a versé ${number} 000 euros à ce jour, un montant que le maire de ${town} juge ridicule.`,
    (town, number, person) =>
      `Interrogé sur le calendrier, ${person} a souri en montrant les ${number} grues de ${town}.`,
  ],
}

const others: Readonly<Record<PageLanguage, readonly Sentence[]>> = {
  en: [
    (town, number) => `I was there myself and I counted ${number} boats in ${town}, the paper is wrong as always.`,
    (town, number) => `My brother in law paid ${number} euros for nothing in ${town}, it is a shame for all of us.`,
    (town, number) => `Talks on the budget of ${town} failed again after ${number} hours of shouting in the town hall.`,
    (town, number) => `A fire in ${town} has destroyed ${number} barns and the house of the vet.`,
    (town, number) => `Our readers in ${town} get the ${number} best stories of the day every morning at seven.`,
    (town, number) => `She has written about the coast of ${town} for ${number} years and keeps two goats.`,
    (town, number) => `Buy ${number} pairs of boots in ${town} this week and the fourth one costs you nothing.`,
    (town, number) => `Everybody in ${town} knows who took the ${number} millions, only this paper does not write it.`,
  ],
  fr: [
    (town, number) => `J’y étais et j’ai compté ${number} bateaux à ${town}, le journal se trompe comme toujours.`,
    (town, number) => `Mon beau-frère a payé ${number} euros pour rien à ${town}, c’est une honte pour nous tous.`,
    (town, number) => `Les discussions sur le budget de ${town} ont encore échoué après ${number} heures de cris.`,
    (town, number) => `Un incendie a détruit ${number} granges et la maison du vétérinaire de ${town}.`,
    (town, number) => `Nos lecteurs de ${town} reçoivent chaque matin les ${number} meilleurs articles du jour.`,
    (town, number) => `Elle écrit sur la côte de ${town} depuis ${number} ans et élève deux chèvres.`,
    (town, number) => `Achetez ${number} paires de bottes à ${town} cette semaine, la quatrième est offerte.`,
    (town, number) => `Tout le monde à ${town} sait qui a pris les ${number} millions, sauf ce journal.`,
  ],
}

const heads = {
  en: ['What was destroyed', 'Who pays for it', 'How it goes on', 'The long wait'],
  fr: ['Ce qui a été détruit', 'Qui paiera la note', 'La suite des travaux', 'Une longue attente'],
} as const

/** Mulberry32. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below)
  }
}

/** @param seed the same one gives the same story. */
export function makeStory(language: PageLanguage, seed: number): Story {
  const random = randomFrom(seed * 7 + (language === 'fr' ? 3 : 0))
  const pick = <Value>(values: readonly Value[]): Value => values[random(values.length)] as Value
  const order = own[language].map((sentence) => ({ sentence, rank: random(10_000) })).sort((a, b) => a.rank - b.rank)
  const town = pick(towns)
  const sentences = order.map(({ sentence }) => sentence(town, 2 + random(900), pick(people)))
  const paragraphs: string[][] = []
  while (sentences.length > 0) paragraphs.push(sentences.splice(0, 1 + random(3)))
  let told = 0
  return {
    language,
    site: language === 'fr' ? 'Le Courrier de la Côte' : 'The Coast Courier',
    title:
      language === 'fr'
        ? `À ${town}, le port rouvre après ${3 + random(20)} semaines`
        : `Harbour of ${town} opens after ${3 + random(20)} weeks`,
    author: pick(people),
    day: `2026-03-${String(1 + random(27)).padStart(2, '0')}`,
    heads: heads[language],
    paragraphs,
    other: () => {
      told += 1
      const sentence = others[language][told % others[language].length]
      if (sentence === undefined) return ''
      return sentence(pick(towns.filter((name) => name !== town)), 1_000 + told * 7, '')
    },
    teaser: () => {
      told += 1
      const elsewhere = pick(towns.filter((name) => name !== town))
      return language === 'fr'
        ? `Ce que ${elsewhere} prépare pour l’été ${told}`
        : `What ${elsewhere} plans for summer ${told}`
    },
  }
}
