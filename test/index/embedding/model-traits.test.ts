import { describe, expect, it } from 'vitest'
import { bundledModel, modelTraits } from '../../../index/embedding/model-traits.ts'

describe('the traits of a model', () => {
  it('let only the model that ships take part in late interaction', () => {
    expect(modelTraits(bundledModel)).toEqual({
      queryPrefix: '',
      passagePrefix: '',
      pooling: 'mean',
      lateInteraction: true,
    })
    expect(modelTraits('someone/bilingual-base').lateInteraction).toBe(false)
  })

  it.each(['Xenova/multilingual-e5-small', 'intfloat/e5-base-v2', 'someone/small-e5-model'])(
    'give %s the prefixes that it was trained with',
    (model) => {
      expect(modelTraits(model)).toMatchObject({ queryPrefix: 'query: ', passagePrefix: 'passage: ', pooling: 'mean' })
    },
  )

  it('give an instructed e5 model its instruction for questions alone', () => {
    const traits = modelTraits('Xenova/multilingual-e5-large-instruct')
    expect(traits.queryPrefix).toMatch(/^Instruct: .*\nQuery: $/)
    expect(traits.passagePrefix).toBe('')
  })

  it.each([
    ['Xenova/nomic-embed-text-v1', 'search_query: ', 'search_document: ', 'mean'],
    ['Xenova/bge-small-en-v1.5', 'Represent this sentence for searching relevant passages: ', '', 'cls'],
    ['Xenova/bge-m3', '', '', 'cls'],
    ['Xenova/gte-small', '', '', 'cls'],
    ['Xenova/paraphrase-multilingual-MiniLM-L12-v2', '', '', 'mean'],
  ])('know %s', (model, queryPrefix, passagePrefix, pooling) => {
    expect(modelTraits(model)).toEqual({ queryPrefix, passagePrefix, pooling, lateInteraction: false })
  })
})
