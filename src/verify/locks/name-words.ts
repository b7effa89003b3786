/** Words of names that the two languages write in their own way, folded: those of one line are the same. */
const same = `
ministry ministere minister ministre ministers ministres
interior interieur
justice
foreign etrangeres exterieures affaires affairs
defence defense
finance finances
health sante
education enseignement
agriculture
transport transports
labour labor travail
government gouvernement
department departement
directorate direction
general generale generaux
immigration
police
army armee
navy marine
court cour tribunal
supreme
council conseil
committee comite
commission
assembly assemblee
parliament parlement
senate senat
national nationale nationaux nationales
international internationale internationaux
royal royale
united unies unis
nations
union
european europeenne europeen
organization organisation
bank banque
central centrale
world mondial mondiale monde
fund fonds
monetary monetaire
university universite
institute institut
school ecole
hospital hopital
airport aeroport
party parti
association
federation
office
agency agence
bureau
authority autorite autorites authorities
service services
group groupe
company compagnie societe
club
human humains humain
rights droits
against contre
combating lutte
trafficking traite
province
state etat states etats
city ville
street rue
river fleuve riviere
sea mer
island ile islands iles
mount mont mountain montagne
north nord northern
south sud southern
east est eastern
west ouest western
new nouvelle nouveau
saint sainte
port
cup coupe
games jeux
prince princess princesse
king roi
queen reine
un onu
eu ue
nato otan
who oms
imf fmi
icc cpi
wto omc
au ua
usa us eua
uk
russia russie
`

const groups: ReadonlyMap<string, number> = new Map(
  same
    .trim()
    .split('\n')
    .flatMap((line, group) => line.split(' ').map((word) => [word, group] as const)),
)

/** Words that say nothing of who is meant. */
export const nameConnectors: ReadonlySet<string> = new Set(
  'de du des d da di la le les l of the for and et a au aux al el bin van von der den y on in pour sur s'.split(' '),
)

/** Whether two folded words of names are one word in two languages. */
export function isSameNameWord(left: string, right: string): boolean {
  const group = groups.get(left)
  return left === right || (group !== undefined && group === groups.get(right))
}

/**
 * One spelling for the ways in which names of other scripts are written in English and in French: `Zelenskyy` and
 * `Zelensky`, `Poutine` and `Putin`, `Khmelnitsky` and `Khmelnytskyï`. Takes a folded word.
 */
export function transliterationKey(word: string): string {
  return word
    .replace(/tch|sch|sh/g, 'ch')
    .replace(/ph/g, 'f')
    .replace(/kh/g, 'k')
    .replace(/dj/g, 'j')
    .replace(/ou/g, 'u')
    .replace(/oo/g, 'u')
    .replace(/ck|q/g, 'k')
    .replace(/c(?=[aou])/g, 'k')
    .replace(/w/g, 'v')
    .replace(/y/g, 'i')
    .replace(/z/g, 's')
    .replace(/ff$/, 'v')
    .replace(/(.)\1+/g, '$1')
    .replace(/(?<=..)e$/, '')
}
