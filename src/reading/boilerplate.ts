/** What marks a line as furniture of the page: matched against the folded line (lower case, no accents, plain apostrophes). */

const PLAYER: readonly RegExp[] = [
  /^getting your .{0,40}player ready\W*$/,
  /^(?:listen to|hear|play) (?:this|the) (?:article|story|post|report)\b.{0,40}$/,
  /^(?:audio|video|media) player\b.{0,40}$|^(?:click (?:here )?to (?:play|listen)|tap to unmute)\b.{0,40}$/,
  /^(?:your|this) browser does not support\b.*$|^(?:this )?(?:video|audio) (?:is )?(?:not available|unavailable)\W*$/,
  /^loading(?: the)?(?: (?:audio|video|media))?(?: player)?\W*$|^(?:play|pause|mute|unmute|00:00)\W*$/,
  /^(?:estimated )?(?:reading|listening) time\b.{0,30}$|^\d{1,3}[ -]?min(?:ute)?s?\.? (?:read|listen)\W*$/,
  /^(?:ecouter|ecoutez) (?:cet |l')article\b.{0,40}$|^(?:lecteur|lecture) (?:audio|video)\b.{0,40}$/,
  /^votre navigateur ne (?:supporte|prend)\b.*$|^chargement(?: (?:du|de la|en cours)\b.{0,30})?\W*$/,
  /^(?:temps|duree) de (?:lecture|ecoute)\b.{0,30}$|^lecture (?:de )?\d{1,3} min\w*\W*$|^\d{1,3} ?min(?:utes?)? de lecture\W*$/,
]

// "This site uses cookies without asking, the court found" is an article: what follows the word must speak to the reader.
const CONSENT: readonly RegExp[] = [
  /^(?:we(?: and our .{0,40})?|this (?:web)?site|our (?:web)?site) uses? (?:necessary |essential |technical )?cookies\b(?:\W*$|.*\byou(?:r|rs)?\b.*)/,
  /^by (?:continuing|using|browsing|clicking|closing)\b(?=.*\b(?:you|your|our)\b).*\b(?:cookies?|terms of use|privacy policy)\b.*$/,
  /^(?:accept|allow|reject|refuse|decline|manage|disable|enable)(?: all)?(?: (?:non-?essential|optional|my|your))?(?: (?:cookies?|consent|cookie (?:settings|preferences)|preferences))+\W*$/,
  /^(?:accept|reject|allow|refuse|decline) all\W*$|^(?:cookie|privacy)s? (?:policy|settings|preferences|notice|consent|choices)\W*$/,
  /^(?:your|we value your|we care about your) privacy\b.{0,40}$/,
  /^(?:nous(?: et nos .{0,40})? utilisons|(?:ce|notre|le present) site(?: web| internet)? utilise) des cookies\b(?:\W*$|.*\b(?:vous|votre|vos)\b.*)/,
  /^en (?:poursuivant|continuant|cliquant|utilisant)\b(?=.*\b(?:vous|votre|nos|notre)\b).*\b(?:cookies?|conditions d'utilisation|confidentialite)\b.*$/,
  /^(?:tout (?:accepter|refuser)|(?:accepter|refuser|gerer|parametrer|autoriser|personnaliser)(?: (?:tous|mes|les|vos|des))*(?: (?:cookies?|preferences|choix|consentements?))+|continuer sans accepter)\W*$/,
  /^(?:politique|gestion|parametres) (?:de |des )?(?:cookies?|confidentialite)\W*$/,
]

const SUBSCRIBE: readonly RegExp[] = [
  /^(?:subscribe|sign[ -]?up|register|log[ -]?in|sign[ -]?in)(?: (?:now|here|today))?\W*$/,
  /^(?:please )?(?:subscribe|sign up|register|log in|sign in)\b.{0,80}\b(?:newsletters?|inbox|e-?mails?|channel|account|for free|to (?:continue|read|keep)|podcast|whatsapp|telegram)\b.{0,60}$/,
  /^(?:already (?:a |have )|not a )(?:subscriber|member|account)\b.{0,60}$|^support (?:our|independent|quality) journalism\b.{0,60}$/,
  /^(?:this (?:article|story|content) is (?:reserved |only )?(?:for|available to) (?:our )?(?:subscribers|members))\b.{0,40}$/,
  /^(?:follow|join|find) us (?:on|at)\b.{0,80}$|^join our (?:newsletter|channel|group|telegram|whatsapp|community)\b.{0,60}$/,
  /^(?:abonnez|inscrivez|connectez|identifiez)-vous\W*$|^(?:s'abonner|s'inscrire|se connecter|je m'abonne|je m'inscris)\W*$/,
  /^(?:abonnez|inscrivez|connectez)-vous\b.{0,80}\b(?:newsletters?|lettres?|chaine|compte|e-?mails?|pour (?:lire|continuer|acceder)|podcast|whatsapp|telegram|gratuitement)\b.{0,60}$/,
  /^(?:deja|pas encore) (?:abonnee?|inscrite?)\b.{0,60}$|^(?:cet article|ce contenu|article) (?:est )?reserve aux abonnes\b.{0,40}$/,
  /^(?:suivez|rejoignez|retrouvez)-nous\b.{0,80}$|^(?:creez|creer) (?:un|votre) compte\b.{0,40}$/,
]

const NETWORK =
  '(?:facebook|twitter|x|whatsapp|linkedin|telegram|pinterest|reddit|messenger|instagram|threads|bluesky|flipboard)'
const SHARING =
  '(?:share|tweet|print|copy link|copy|e-?mail|bookmark|partager|partagez|imprimer|envoyer|copier le lien|copier)'
const BETWEEN =
  "(?:[\\s,|/·•:&+-]|this|article|story|post|link|on|via|by|with|to|or|and|sur|cet?|l'|le|lien|par|et|ou|save)+"
const SHARE: readonly RegExp[] = [
  new RegExp(`^${SHARING}(?:${BETWEEN}(?:${SHARING}|${NETWORK}))*(?:${BETWEEN})?\\W*$`),
  new RegExp(`^${NETWORK}(?:[\\s,|/·•]+(?:${NETWORK}|${SHARING})){2,}\\W*$`),
]

const READ_ALSO: readonly RegExp[] = [
  /^(?:read (?:also|more|next|the full (?:article|story))|also read|see also|related|related (?:articles?|stories|stor(?:y)|content|posts?|news|topics)|more on this(?: story| topic)?|recommended(?: for you| stories| reading)?|you (?:may|might) also (?:like|be interested in|enjoy)|more from\b.{0,40}|don't miss|most (?:read|popular)|trending(?: now)?)\s*(?:[:>»|–—-].{0,160}|\.{3})?$/,
  /^(?:read also|also read)\b[^.!?]{0,160}$/,
  /^(?:(?:a )?lire aussi|a lire (?:egalement|ensuite)|lire (?:egalement|la suite|plus)|voir aussi|a voir(?: aussi)?|a ecouter(?: aussi)?|sur le meme (?:sujet|theme)|en savoir plus|pour aller plus loin|(?:articles?|contenus?|sujets?) (?:lies?|similaires?|connexes?|associes?)|a ne pas manquer|les plus lus|dans la meme rubrique)\s*(?:[:>»|–—-].{0,160}|\.{3})?$/,
  /^(?:(?:a )?lire aussi|a lire egalement)\b[^.!?]{0,160}$/,
]

const PAGE: readonly RegExp[] = [
  /^(?:advertisement|advertising|advertorial|sponsored(?: content)?|promoted|publicite|contenu sponsorise|annonce)\W*$/,
  /^(?:(?:story|article) continues (?:below|after)(?: (?:this )?(?:advertisement|ad))?|la suite apres (?:la|cette) publicite)\W*$/,
  /^(?:skip to (?:main )?content|back to top|scroll to top|aller au contenu(?: principal)?|retour en haut|haut de page)\W*$/,
  /^(?:(?:leave|post|write) a (?:comment|reply)|\d+ comments?|view comments|(?:laisser|ecrire) un commentaire|\d+ commentaires?)\W*$/,
  /^(?:©|\(c\)|copyright\b).{0,120}(?:all rights reserved|tous droits reserves).{0,40}$|^(?:all rights reserved|tous droits reserves)\W*$/,
]

const ALL = [...PLAYER, ...CONSENT, ...SUBSCRIBE, ...SHARE, ...READ_ALSO, ...PAGE]

// Longer lines are paragraphs of an article that happen to begin alike. Characters.
const LONGEST_LINE = 240

/**
 * Whether a whole line is furniture of its page: audio player, cookie consent, subscription, sharing, "read also",
 * advertisement. English and French. A line that opens with a quotation mark or a bullet never is.
 */
export function isBoilerplate(line: string): boolean {
  const trimmed = line.trim()
  if (trimmed.length === 0 || trimmed.length > LONGEST_LINE) return false
  const folded = trimmed
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[’ʼ]/gu, "'")
    .replace(/\s+/gu, ' ')
    .toLowerCase()
    .replace(/^(?:(?![©®™])\p{Extended_Pictographic}|\uFE0F|[\s►>»|])+/u, '')
  return ALL.some((pattern) => pattern.test(folded))
}
