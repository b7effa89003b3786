/** How sites name what is no part of the article, in class names, ids, labels and headings; English and French. */

const commentWords =
  'comments?|commentaires?|reactions?|avis|contributions?|temoignages?|discussions?|replies|reply|responses?|respond|disqus|livefyre|conversations?|forum|guestbook|feedback|reviews?'
const owners =
  'users?|readers?|visitors?|lecteurs?|lectrices|internautes|abonnes|article|post|story|news|page|entry|fb|facebook|wp|js|vos|nos|your|all|tous|les|the|espace|zone|bloc|block|liste?|section|module|see|view|show|nb|nombre'
const places =
  'list|liste|section|area|thread|container|wrapper|wrap|block|bloc|zone|feed|items?|box|content|holder|panel|stream|root|module|widget|form|app|title|header|count|body|text|author|meta|area|outer|inner|main|s'
const comments = new RegExp(
  `^(?:(?:${owners})-)*(?:${commentWords})(?:-(?:${places}|thread|\\d+|lecteurs?|internautes|readers?|users?))*$`,
)

const others = [
  /^(?:the-)?(?:most|plus)-(?:read|popular|viewed|shared|commented|recent|clicked|lus?|lues?|vus?|vues?|consultes?|partages?|commentes?|populaires?)(?:-.*)?$/,
  /^(?:les-)?plus-(?:lus?|vus?|consultes?|partages?|commentes?|recents?)(?:-.*)?$|^top-(?:stories|articles|news|lectures|\d+)$/,
  /^(?:popular|trending|tendances?|populaires?)(?:-(?:posts?|articles?|stories|news|now|now-.*|topics|box|list|widget))?$/,
  /^(?:.*-)?(?:related|recommended|recommendations?|similaires?|associes?|connexes)(?:-(?:articles?|posts?|stories|story|news|content|contents|links?|box|block|list|items?|reading|topics|container|wrapper|sidebar|widget|inline))*$/,
  /^(?:articles?|contenus?|sujets?)-(?:lies?|similaires?|associes?|connexes|recommandes?)(?:-.*)?$/,
  /^(?:a-)?(?:lire|voir|decouvrir|ecouter)-(?:aussi|egalement|la-suite|plus)(?:-.*)?$|^(?:read|see)-(?:also|more|next)(?:-.*)?$|^also-(?:read|like|see|on)(?:-.*)?$/,
  /^more-(?:stories|news|from|on|in|like-this|articles?|posts?)(?:-.*)?$|^(?:you-)?(?:may|might)-(?:also-)?(?:like|interest)(?:-.*)?$|^up-next$|^next-(?:story|article|post|up)(?:-.*)?$/,
  /^(?:latest|dernieres?|derniers?)(?:-(?:news|stories|articles?|posts?|infos?|actus?|actualites?|nouvelles|minutes?))+$|^(?:news-?feed|fil-(?:info|actu|d-?actu|d-?info)s?)$/,
  /^(?:outbrain|taboola|ob-widget|trc|promo|promos|promotion|promoted|sponsored|sponsorise|partners?|partenaires?)(?:-.*)?$/,
  /^(?:ads?|adverts?|advertisements?|advertising|advertorial|adsense|adslot|ad-(?:slot|box|unit|container|wrapper|banner|block|zone)|pub|pubs|publicites?|annonces?|banniere|dfp|gpt-ad)(?:-.*)?$/,
  /^(?:.*-)?newsletters?(?:-.*)?$|^(?:inscription|signup|sign-up|subscribe|subscription|abonnez-vous|abonnement|s-abonner|abo|paywall|piano|offer|offre)(?:-(?:box|block|bloc|form|cta|banner|promo|wall|message|overlay|inline|prompt|teaser|zone))*$/,
  /^(?:social|share|sharing|partage|partager|addtoany|sharedaddy|sharethis|follow|suivez)(?:-(?:us|nous|bar|box|buttons?|links?|tools?|icons?|list|block|bloc|media|networks?|reseaux))*$/,
  /^(?:cookies?|consent|gdpr|rgpd|cmp|onetrust|didomi|privacy|confidentialite)(?:-(?:banner|notice|bar|box|popup|wall|message|consent|info|law|policy|bandeau|overlay|modal|sdk))*$|^bandeau-(?:cookies?|rgpd)$/,
  /^(?:author|auteur|writer|journaliste|contributor)-(?:bio|box|card|info|about|description|profile|profil|presentation|details|block|bloc)(?:-.*)?$|^(?:about-(?:the-)?author|a-propos-de-l-auteur|bio|biography|post-author|entry-author-info|l-auteur)$/,
  /^(?:breadcrumbs?|fil-d-?ariane|skip-link|pagination|pager|page-links|post-navigation|nav-links|menu|submenu|site-(?:header|footer|nav)|toolbar|modal|popup|pop-up|tooltip|lightbox|overlay|toast)(?:-.*)?$/,
  /^(?:tags?|keywords?|mots-cles|etiquettes|topics?|themes?|categories|cat-links|tags-links|post-tags|entry-tags)(?:-(?:list|links?|cloud|box|block|container|wrapper))*$/,
  /^(?:copyright|legal|mentions-legales|disclaimer|donate|donation|dons?|soutenez-nous|support-us|membership)(?:-(?:box|block|banner|notice|text|info|cta|message))*$/,
]

/** "userComments_list" → "user-comments-list". */
export function plainName(name: string): string {
  return name
    .replace(/([a-z\d])([A-Z])/gu, '$1-$2')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z\d]+/gu, '-')
    .replace(/^-+|-+$/gu, '')
}

/** Of readers' words: the name of a place for them, or of one of them. */
export function namesComments(name: string): boolean {
  return comments.test(name)
}

/** Of what leads to other stories, sells something or belongs to the site. */
export function namesFurniture(name: string): boolean {
  return others.some((pattern) => pattern.test(name))
}

const who =
  "(?:(?:by|from|of|des|de nos|de|du) (?:our |the |nos |l'|les |la |une? )?(?:readers?|users?|visitors?|lecteurs?|lectrices|internautes|abonnes|communaute|forum|auditeurs?))"
const commentHeadings = [
  new RegExp(
    `^(?:\\(?\\d+\\)? )?(?:(?:all|latest|recent|top|read|view|see|show|voir|lire|afficher|tous|les|derniers?|dernieres?) )*(?:comments?|commentaires?)(?: ${who})?(?: ?[(:]? ?\\d* ?\\)?)?$`,
  ),
  new RegExp(
    `^(?:\\(?\\d+\\)? )(?:reactions?|responses?|reponses?|replies|avis|contributions?|temoignages?|thoughts?|opinions?|messages?)(?: ${who}| on .*| sur .*| a .*)?$`,
  ),
  /^(?:vos|your|votre|les|nos|readers'?|reader|user) (?:reactions?|commentaires?|comments?|avis|contributions?|temoignages?|opinions?|views|messages?|replies|letters|reponses?|thoughts?|say|stories)(?: .{0,30})?$/,
  /^(?:la parole (?:est )?aux?|le coin des|le forum des|ce que|what|the|our|les|nos)? ?(?:(?:our|the|les|nos|disent) )?(?:lecteurs?|internautes|abonnes|readers?|users?)(?: (?:say|think|write|react|reagissent|ecrivent|disent|temoignent|vous ecrivent|have their say|respond))$|^la parole aux (?:lecteurs?|internautes)$/,
  new RegExp(
    `^(?:l'|les |le |the )?(?:reactions?|avis|contributions?|temoignages?|responses?|opinions?|discussions?|commentaires?|comments?|letters|messages?|courrier) ${who}(?: .{0,20})?$`,
  ),
  /^(?:join (?:the|our) (?:conversation|discussion|debate)|have your say|leave (?:a|your) (?:comment|reply)|(?:post|write|add|submit) (?:a|your) comment|what do you think|comment on this (?:article|story)|(?:start|see) the (?:conversation|discussion))\b.{0,40}$/,
  /^(?:le |la |les )?(?:forum|coin|mur|tribune|espace|courrier|boite aux lettres) (?:des|de nos) (?:lecteurs?|lectrices|internautes|abonnes)$/,
  /^(?:ils|elles|vous) (?:ont|avez) (?:reagi|commente|ecrit|temoigne)\b.{0,30}$|^(?:comments?|commentaires?) (?:(?:are|is|sont) )?(?:open|closed|off|on|ouverts?|fermes?|clos)\b.{0,20}$/,
  /^(?:reagir|reagissez)\b.{0,40}$|^(?:donnez|partagez|exprimez) votre (?:avis|opinion)\b.{0,30}$|^(?:laisser?|ecrire|poster|ajouter|publier) (?:un|votre) commentaire\b.{0,30}$|^commenter(?: cet article)?$|^qu'en pensez-vous\b.{0,10}$/,
]
/** Headings of an article as well: only what stands below can tell. */
const doubtfulHeadings =
  /^(?:les )?(?:reactions?|avis|contributions?|temoignages?|discussions?|responses?|replies|conversation|opinions?|forum|debat|feedback)$/
const listHeadings = [
  /^(?:the )?(?:most|top)(?: \d+)? (?:read|popular|viewed|shared|commented|recent|watched|stories|articles|news)\b.{0,40}$|^(?:popular|trending|top stories|editors?'? picks?)\b.{0,40}$/,
  /^(?:les |articles? |l'actu |notre selection )?(?:articles? )?(?:les )?plus (?:lus?|lues?|vus?|vues?|consultes?|consultees?|partages?|commentes?|populaires?|recents?)\b.{0,40}$|^(?:tendances?|top \d+|populaires?)$/,
  /^(?:more|other|further|latest|recent|related|recommended|similar|next)(?: (?:top|local|breaking))? (?:stories|story|articles?|news|headlines|reading|content|posts?|topics?|coverage|from|on|in|for you)\b.{0,40}$/,
  /^(?:read|see|watch|listen|also read|read also|see also|up next|you may (?:also )?(?:like|be interested in)|you might (?:also )?(?:like|enjoy|be interested in)|don't miss|related|recommended|recommended for you|in other news|elsewhere on the (?:site|web))(?: (?:also|more|next|this))?$/,
  /^(?:a )?(?:lire|voir|decouvrir|ecouter|regarder)(?: (?:aussi|egalement|ensuite|la suite|plus|sur le meme (?:sujet|theme)))\b.{0,20}$|^sur le meme (?:sujet|theme)$|^(?:dans la meme rubrique|a ne pas manquer|ailleurs sur le (?:site|web)|vous aimerez aussi|a la une|en continu|fil info|l'info en continu|nos autres articles)$/,
  /^(?:les )?(?:dernieres?|derniers?|autres?) (?:actualites?|nouvelles|infos?|articles?|actus?|titres|depeches)\b.{0,30}$|^(?:articles?|contenus?|sujets?) (?:lies?|similaires?|connexes?|associes?|recommandes?|sur le meme sujet)$|^(?:recommande|suggere|selectionne)s? pour vous$|^et aussi$/,
]

function foldHeading(heading: string): string {
  return heading
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[’ʼ]/gu, "'")
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .replace(/^[^\p{L}\p{N}(]+|[^\p{L}\p{N})]+$/gu, '')
}

/** What a heading stands over: readers' words, `perhaps` those, a list of other stories; undefined for the article's own. */
export function headingOver(heading: string): 'comments' | 'perhaps comments' | 'list' | undefined {
  if (heading.length > 90) return undefined
  const folded = foldHeading(heading)
  if (commentHeadings.some((pattern) => pattern.test(folded))) return 'comments'
  if (doubtfulHeadings.test(folded)) return 'perhaps comments'
  return listHeadings.some((pattern) => pattern.test(folded)) ? 'list' : undefined
}
