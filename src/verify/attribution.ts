/** Words by which a person who pastes a quote says whose it is: before it ("X said:") and after it (", a-t-il déclaré"). */
import { titles } from '../entities/titles.ts'
import { monthNumber } from '../figures/calendar-words.ts'
import { foldString } from '../figures/folded-text.ts'
import { speakingNoun } from '../speech/speaking-noun.ts'
import { nameConnectors } from './locks/name-words.ts'

const mostNamingWords = 8
const english =
  'said|says|say|saying|stated|states|told|tells|tell|declared|declares|declare|added|adds|wrote|writes|announced|announces|claimed|claims|confirmed|confirms|noted|notes|emphasi[sz]ed|emphasi[sz]es|stressed|stresses|explained|explains|argued|argues|asserted|affirmed|insisted|replied|reported|warned|warns|quoted|cited|tweeted|posted|indicated|remarked|commented|concluded'
const frenchPast =
  'dit|declare|affirme|ajoute|ecrit|annonce|assure|precise|souligne|explique|indique|confirme|rappele|raconte|lance|repete|estime|note|rapporte|averti|insiste|martele|soutenu|pretendu|repondu|conclu|poursuivi|prevenu|commente|denonce|regrette'
const frenchPresent =
  'dit|disait|declare|declarait|affirme|affirmait|ajoute|ajoutait|ecrit|ecrivait|annonce|annoncait|assure|assurait|precise|souligne|explique|expliquait|indique|confirme|rappelle|raconte|lance|repete|estime|note|rapporte|avertit|insiste|martele|soutient|pretend|repond|conclut|poursuit|previent'
const sources = "according to|in the words of|as per|selon|d'apres|dixit"
const edge = '(?<![\\p{L}\\p{N}])'
const close = '(?![\\p{L}\\p{N}])'
const speech = new RegExp(`${edge}(?:${english}|${frenchPast}|${frenchPresent}|${sources})(?:e?s|nt)?${close}`, 'u')
const speechVerb = new RegExp(`${edge}(?:${english}|${frenchPast}|${frenchPresent})(?:e?s|nt)?${close}`, 'u')
const clitic = '\\p{L}+-(?:t-)?(?:il|elle|ils|elles|on)'
const inverted = new RegExp(`^[\\s,]*${clitic}${close}`, 'u')
/** Who speaks: a pronoun, a title or a name in a few words without figures. */
const speaker = "(?:[\\p{L}.'-]+ ){0,5}[\\p{L}.'-]+"
const adverbial =
  "(?: (?:on|in|at|to|this|last|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|ce|a|au|aux|dans|sur|en|le|monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday)(?: [\\p{L}\\p{N}.'-]+){0,5})?"
const trailing = [
  `${clitic} (?:ensuite |aussi |egalement |encore )?(?:${frenchPast})(?: ${speaker})?`,
  `${clitic}`,
  `(?:a|ont|avait|avaient) (?:${frenchPast}) ${speaker}`,
  `(?:${frenchPresent}) ${speaker}`,
  `(?:${english}) ${speaker}`,
  `(?:he|she|they|it|il|elle|ils|elles|on|(?:the|le|la|les|l'|mr\\.?|ms\\.?|mrs\\.?|m\\.|mme) ?${speaker}|${speaker}) (?:(?:has|have|had|a|ont|avait) )?(?:${english}|${frenchPast})`,
  `(?:${sources}) ${speaker}`,
].map((source) => new RegExp(`^${source}${adverbial}$`, 'u'))

/** The whole of these words is an attribution and nothing else: "a-t-il déclaré lundi", "said the minister". */
export function isPureAttribution(folded: string): boolean {
  const words = folded.replace(/^[\s,.?!…"'-]+|[\s.,"']+$/gu, '').replace(/\s+/g, ' ')
  return words !== '' && words.split(' ').length <= mostNamingWords && trailing.some((pattern) => pattern.test(words))
}

/** Whether words speak of saying something. */
export function isSpeech(text: string): boolean {
  const folded = foldString(text)
  return speech.test(folded) || inverted.test(folded)
}

/** Whether the words before a quotation mark introduce it: they end in a colon, a comma, a verb of saying, or are a question. */
export function isLeadIn(text: string): boolean {
  const folded = foldString(text)
    .replace(/[\s"'<>]+$/u, '')
    .trim()
  if (folded === '' || /[:?!.>]$/.test(folded)) return true
  if (/,$/.test(folded)) return isSpeech(folded)
  const last = folded.split(/\s+/).slice(-4).join(' ')
  return isSpeech(last) || /(?:quote|citation|phrase|sentence|words|mots)$/.test(folded)
}

/** Whether the words after a quotation mark say whose it is, or begin a sentence of their own. */
export function isTrailingAttribution(text: string): boolean {
  const folded = foldString(text).replace(/^[\s"'<>]+/u, '')
  // "(Reuters, 3 May)" is a source; "(3.7) and others" goes on.
  if (/^\(/.test(folded)) return /^\([^()]*\p{L}[^()]*\)(?:[\s"'.]*$|[.!?\s"']*\n|[.!?])/u.test(folded)
  if (folded === '' || /^[.?!…)—–-]/.test(folded) || /^["”»]?\s*\n/u.test(text)) return true
  return inverted.test(folded) || isPureAttribution(folded) || (/^,/.test(folded) && isSpeech(firstWords(folded)))
}

function firstWords(folded: string): string {
  return folded.trim().split(/\s+/).slice(0, 4).join(' ')
}

/** A part of a pasted text without the words around it that say whose it is. */
export type Stripped = {
  readonly lead: string
  readonly body: string
  readonly trail: string
  /** The lead runs on into the quote without a colon: "She said that …", "Selon elle, …". */
  readonly joined: boolean
}

const longestLead = 140
const mostJoinedWords = 14
/** No name ends so. */
const functionWord =
  /(?<!\p{L})(?:de|du|des|la|le|les|l'|d'|a|au|aux|en|et|ou|un|une|of|the|a|an|to|in|and|or|for|with|is|are|est|sont|que)$/u

/** The ways to read a text without quotation marks as lead-in, quote and attribution; the text as it is comes first. */
export function readAttribution(text: string): readonly Stripped[] {
  const joined = joinedLeadsOf(text)
  const leads = ['', ...leadsOf(text), ...joined]
  return leads.flatMap((lead) => {
    const rest = text.slice(lead.length)
    const isJoined = joined.includes(lead)
    return ['', ...trailsOf(rest)].map((trail) => ({
      lead,
      body: rest.slice(0, rest.length - trail.length),
      trail,
      joined: isJoined,
    }))
  })
}

/** "X said:", "Selon X :", "X:" — what ends in a colon, if it speaks of saying or is only a name. */
function leadsOf(text: string): readonly string[] {
  const leads: string[] = []
  for (const match of text.matchAll(/:(?!\d)\s*/g)) {
    const lead = text.slice(0, match.index + match[0].length)
    if (lead.length > longestLead) break
    const folded = foldString(lead).replace(/[\s:"]+$/u, '')
    const last = folded.split(/\s+/).slice(-4).join(' ')
    const begins = new RegExp(`^[\\s"'-]*(?:${sources})`, 'u').test(folded) && countWords(lead) <= mostNamingWords
    const isName = isSource(lead) && !/[,\d]/.test(lead) && !functionWord.test(folded)
    // "… a affirmé que la :" is a sentence cut off, not a lead-in.
    const isCounting = /\d$/.test(folded) && !/(?:19|20)\d{2}$/.test(folded)
    const isCut = isCounting || (functionWord.test(folded) && !/(?<!\p{L})que$/u.test(folded))
    if (begins || (speechVerb.test(last) && !isCut) || isName) leads.push(lead)
  }
  return leads
}

const saysThat = new RegExp(`${edge}(?:${english}|${frenchPast}|${frenchPresent})(?:e?s|nt)?(?: \\p{L}+){0,2}$`, 'u')
const begin = new RegExp(`^[\\s"'-]*(?:${sources})${close}`, 'u')

/** "X said that …", "X a déclaré que …", "According to X, …", "Selon X, …" */
function joinedLeadsOf(text: string): readonly string[] {
  const leads: string[] = []
  for (const match of text.slice(0, longestLead).matchAll(/(?<!\p{L})(?:that|que)\s+|(?<!\p{L})qu['’]|,\s+/giu)) {
    const before = foldString(text.slice(0, match.index)).trim()
    const lead = text.slice(0, match.index + match[0].length)
    if (/[.!?:;]\s/u.test(before) || countWords(lead) > mostJoinedWords) break
    if (match[0].startsWith(',') ? begin.test(before) : saysThat.test(before)) leads.push(lead)
  }
  return leads
}

/** ", a-t-il déclaré", ", said X", "— Le Monde", "(Le Monde)": the last of each kind. */
function trailsOf(text: string): readonly string[] {
  const trails: string[] = []
  const dashed = /\s*(?:\s[-–]{1,2}\s|[—―]|\n\s*[-–~])\s*\p{Lu}[^—\n]*$/u.exec(text)
  if (dashed !== null && isSource(dashed[0])) trails.push(dashed[0])
  const bracketed = /\s*[([]\s*(?!…|\.\.\.)[^()[\]]+[)\]]\s*\.?\s*$/u.exec(text)
  if (bracketed !== null && isSource(bracketed[0])) trails.push(bracketed[0])
  for (const match of text.matchAll(/[,?!…]["”»]?\s/gu)) {
    const trail = text.slice(match.index)
    if (isPureAttribution(foldString(trail))) trails.push(trail)
  }
  return trails
}

/** A name, a newspaper, an office, a date: hardly a word in small letters that is none of these. */
function isSource(words: string): boolean {
  if (countWords(words) > mostNamingWords) return false
  const small = words.match(/(?<![\p{L}\p{N}'’.-])\p{Ll}[\p{L}'’-]*/gu) ?? []
  const others = small.filter((word) => {
    const folded = foldString(word)
    const isName = nameConnectors.has(folded) || titles.has(folded) || speakingNoun.test(folded)
    return (
      !isName && monthNumber(folded) === undefined && !/^(?:sources?|photos?|via|ici|here|ed|eds?|page|p)$/.test(folded)
    )
  })
  return others.length <= 1
}

export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu)?.length ?? 0
}
