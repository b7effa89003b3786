import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { UserError } from '../../src/errors.ts'
import { floatsOf } from './loss-graph.ts'
import { InferenceSession, Tensor } from './runtime.ts'
import { createStaticModel, type StaticModel } from './static-model.ts'

const TokenizerFile = z.object({ model: z.object({ vocab: z.record(z.string(), z.number().int()) }) })

/** Reads an exported model back, by running it on every token id once. Throws UserError when there is none. */
export async function readModel(folder: string): Promise<StaticModel> {
  const path = join(folder, 'onnx', 'model_quantized.onnx')
  if (!existsSync(path))
    throw new UserError(`no model in ${folder}: train one with "npm run train -- --pairs FOLDER --out ${folder}"`)
  const pieces = readPieces(folder)
  const session = await InferenceSession.create(readFileSync(path), { intraOpNumThreads: 1, interOpNumThreads: 1 })
  const shape = [1, pieces.length]
  const numbers = (of: (index: number) => number): Tensor =>
    new Tensor(
      'int64',
      BigInt64Array.from(pieces, (_, index) => BigInt(of(index))),
      shape,
    )
  const outputs = await session.run({
    input_ids: numbers((index) => index),
    attention_mask: numbers(() => 1),
    token_type_ids: numbers(() => 0),
  })
  return createStaticModel(pieces, floatsOf(outputs['last_hidden_state']))
}

/** The words of a model folder's list, most frequent first. */
export function readWordList(folder: string, language: 'en' | 'fr'): readonly string[] {
  const lines = readFileSync(join(folder, `words.${language}.tsv`), 'utf8').split('\n')
  return lines.flatMap((line) => line.split('\t')[0] || [])
}

function readPieces(folder: string): readonly string[] {
  const file = TokenizerFile.parse(JSON.parse(readFileSync(join(folder, 'tokenizer.json'), 'utf8')))
  const pieces: string[] = []
  for (const [piece, id] of Object.entries(file.model.vocab)) pieces[id] = piece
  return pieces
}
