/** "Do the sources disagree?": a question about the articles themselves, alone or with the topic that it is about. */
import { type FoldedWord, foldWords } from '../text/fold.ts'
import { isStopWord } from '../text/stop-words.ts'

/** What is asked about: the words after "on" or before the comma; empty where only the question before says so. */
export type DisagreementQuestion = { readonly topic: string }

/** Whoever tells: a question about their agreement is one about the articles. */
const telling =
  /^(?:sources?|articles?|outlets?|(?:news)?papers?|reports?|accounts?|media|medias|journaux|journal|recits?|versions?|figures?|chiffres?)$/
/** Of those only the first two are asked about when it is over: newspapers may have agreed on a merger. */
const always = /^(?:sources?|articles?)$/
const over = /^(?:did|was|were|had|ont|avaient|etaient|sera|seront|will)$/
const agreeing =
  /^(?:(?:dis)?agree(?:s|ing)?|disagreements?|contradict(?:s|ion|ions|ory|ing)?|conflict(?:s|ing)?|differ(?:s|ent|ing)?|diverg(?:e|es|ence|ences|ent|ing)|discrepanc(?:y|ies)|(?:in)?consisten(?:t|cy|cies)|match(?:es)?|same|contredi(?:re|sent|t|sait)|contradictions?|contradictoires?|divergences?|divergentes?|divergents?|different|desaccords?|concord(?:ent|e|ance|ants?|antes?)|(?:in)?coherent(?:e|es|s)?|memes?)$/
/** "What is the difference between the two reports?" asks what they say. */
const differing = /^differences?$/
const accord = /^(?:accord|agreements?)$/
/** An agreement that the articles tell of is none of theirs. */
const inAgreement = /(?:^| )(?:d accord|(?:in|any|there|full) agreement|agreements? (?:between|among|of))(?: |$)/
/** What "the same" must be: a story or a figure of theirs. */
const sameWhat = /^(?:things?|story|figures?|numbers?|account|chose|chiffres?|nombre|histoire|version)$/
/** Words that may stand beside these without saying what it is about. */
const beside =
  /^(?:between|among(?:st)?|each|other|another|different|differentes?|various|two|three|all|your|tes|vos|deux|trois|entre|elles?|eux|ils|se|s|est|existe|there|any|give|gives|donnent|donne|tell|report|really|vraiment|bien|t|il|y|a|disent|say|whether|si|alors|donc|ok|okay|please|dites)$/
const about = /^(?:on|about|over|regarding|concerning|for|sur|concernant|sujet|propos|quant|pour)$/
/**
 * Undefined where a question asks something else. Nothing but the tellers, what joins them and words without content may
 * stand in it before its topic, so that "Do the unions and the company disagree?" stays a question to the articles.
 */
export function readDisagreementQuestion(text: string): DisagreementQuestion | undefined {
  const parts = [beforeTopic(text), afterTopic(text)]
  for (const part of parts) {
    if (part !== undefined && isAboutSources(part.asking)) return { topic: part.topic }
  }
  return undefined
}

type Parts = { readonly asking: readonly FoldedWord[]; readonly topic: string }

/** "Do the sources disagree on X?", "… : X" */
function beforeTopic(text: string): Parts {
  const colon = /\s?:\s/u.exec(text)
  if (colon !== null) {
    return { asking: foldWords(text.slice(0, colon.index)), topic: text.slice(colon.index + colon[0].length).trim() }
  }
  const words = foldWords(text)
  const told = words.findIndex(({ word }) => agreeing.test(word) || differing.test(word) || accord.test(word))
  const tellers = words.findIndex(({ word }) => telling.test(word))
  const from = Math.max(told, tellers)
  const at = words.findIndex(({ word }, position) => position > from && about.test(word))
  const start = words[at]
  return start === undefined || from === -1
    ? { asking: words, topic: '' }
    : { asking: words.slice(0, at), topic: topicOf(text.slice(start.end)) }
}

/** "On X, do the sources agree?" */
function afterTopic(text: string): Parts | undefined {
  const comma = text.lastIndexOf(',')
  const [first] = foldWords(text)
  if (comma === -1 || first === undefined || !about.test(first.word)) return undefined
  return { asking: foldWords(text.slice(comma)), topic: topicOf(text.slice(first.end, comma)) }
}

/** "au sujet du coût" is about "coût", "à propos de la date" about "la date". */
function topicOf(words: string): string {
  return words
    .replace(/[\s?!.…]+$/u, '')
    .trim()
    .replace(/^(?:(?:du|des|de|au|aux|à) |d['’])/iu, '')
    .trim()
}

function isAboutSources(words: readonly FoldedWord[]): boolean {
  const folded = words.map(({ word }) => word)
  const tellers = folded.filter((word) => telling.test(word))
  const [teller] = tellers
  if (teller === undefined) return false
  const isInAgreement = inAgreement.test(folded.join(' '))
  const isAgreeing = (word: string) =>
    agreeing.test(word) || (differing.test(word) && always.test(teller)) || (isInAgreement && accord.test(word))
  if (!folded.some(isAgreeing)) return false
  if (folded.some((word) => over.test(word)) && !always.test(teller)) return false
  const isSame = folded.some((word) => /^(?:same|memes?)$/.test(word))
  if (isSame && !folded.some((word) => sameWhat.test(word))) return false
  return folded.every(
    (word) =>
      telling.test(word) ||
      isAgreeing(word) ||
      beside.test(word) ||
      (isSame && sameWhat.test(word)) ||
      isStopWord(word, 'en') ||
      isStopWord(word, 'fr'),
  )
}
