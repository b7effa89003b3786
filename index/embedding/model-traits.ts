/** How a model wants to be used. What a hub model does not say itself is known here by family. */
export type ModelTraits = {
  /** Put before a question and before a passage; models trained with prefixes are much worse without. */
  readonly queryPrefix: string
  readonly passagePrefix: string
  readonly pooling: 'mean' | 'cls'
  /** True when the raw token vectors were trained so that late interaction over them works. */
  readonly lateInteraction: boolean
}

/** The model that ships in models/. */
export const bundledModel = 'bilingual'

const plain: ModelTraits = { queryPrefix: '', passagePrefix: '', pooling: 'mean', lateInteraction: false }

/** First match wins. Sources: the cards of these models on their hub. */
const families: readonly { readonly pattern: RegExp; readonly traits: Partial<ModelTraits> }[] = [
  { pattern: /^bilingual$/, traits: { lateInteraction: true } },
  { pattern: /e5-.*instruct/i, traits: { queryPrefix: 'Instruct: Find the passage that answers\nQuery: ' } },
  { pattern: /(^|[/-])e5-/i, traits: { queryPrefix: 'query: ', passagePrefix: 'passage: ' } },
  { pattern: /nomic-embed/i, traits: { queryPrefix: 'search_query: ', passagePrefix: 'search_document: ' } },
  {
    pattern: /bge-.*-en|snowflake-arctic-embed/i,
    traits: { queryPrefix: 'Represent this sentence for searching relevant passages: ', pooling: 'cls' },
  },
  { pattern: /bge-|gte-|mxbai/i, traits: { pooling: 'cls' } },
]

/** The traits of a model by its name; an unknown one is mean-pooled without prefixes. */
export function modelTraits(model: string): ModelTraits {
  const family = families.find(({ pattern }) => pattern.test(model))
  return { ...plain, ...family?.traits }
}
