/** What an article says about who said what. All offsets are UTF-16 units of the article's text. */
import type { Range } from '../types.ts'

/** Somebody or something that an article names: a person, a body, a paper. */
export type Entity = {
  readonly id: number
  /** The fullest name the article writes: "Victor Hale" of somebody whom it mostly calls "Hale". */
  readonly name: string
  /** Where that name stands. */
  readonly fullest: Range
  /** Folded content words of what the article calls them beside the name: "bank", "chairman". */
  readonly roles: ReadonlySet<string>
  readonly gender?: 'masculine' | 'feminine'
  readonly kind: 'person' | 'body' | 'place'
}

/**
 * Who speaks. `mention`: the words of the lead-in that name them; `entity`: whom these mean, where the article names them;
 * a speaker without is only a role ("the neighbour") or a pronoun whose person nobody can tell.
 */
export type Speaker = {
  readonly mention: Range
  readonly words: string
  readonly entity?: Entity
  /** Where the article says who it is whom it never names: "a man of 84" of "he". */
  readonly nameless?: Range
  /** Another could be meant too: a pronoun between two people, "the councillor" of somebody never called so. */
  readonly isGuess?: true
}

/** `joke`: the lead-in marks irony; `denied`, `alleged`, `asked`: what it does to the words, where it does not simply give them. */
export type SpeechHedge = 'joke' | 'denied' | 'alleged' | 'asked' | 'doubted'

export type Speech = {
  /** What is said: from behind the opening mark up to the closing one; of reported speech the clause. */
  readonly range: Range
  readonly form: 'exact' | 'reported'
  /** The words that say whose it is; absent where no word of the sentence does. */
  readonly leadIn?: Range
  readonly speaker?: Speaker
  /** Surely theirs: by words of attribution, not by mere neighbourhood. */
  readonly isSure: boolean
  readonly hedge?: SpeechHedge
  /** The speech that quotes this one. */
  readonly within?: Speech
}
