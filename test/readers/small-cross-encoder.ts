/**
 * A cross-encoder of a few kilobytes, in the folder that transformers.js reads: it gives a pair the log-odds of how many of
 * the first text's words, weighed, stand in the second. A real ONNX graph over real tokens: nothing of it is made up.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { floatBytes, type GraphConstant, type GraphNode, writeModel } from '../../models/train/onnx-writer.ts'

export type SmallCrossEncoder = {
  /** Lower case: what is none of these is unknown, and counts for nothing. */
  readonly words: readonly string[]
  /** Words of no weight. */
  readonly light?: readonly string[]
  /** Numbers a pair; 1 or 2 make a cross-encoder. */
  readonly classes?: number
}

const special = ['[PAD]', '[UNK]', '[CLS]', '[SEP]', '[MASK]']

export function writeSmallCrossEncoder(folder: string, { words, light = [], classes = 1 }: SmallCrossEncoder): void {
  const vocabulary = [...special, ...new Set([...words, ...light, '.', ',', '?'])]
  const weightless = new Set([...special, ...light, '.', ',', '?'])
  mkdirSync(join(folder, 'onnx'), { recursive: true })
  const write = (name: string, content: unknown) => writeFileSync(join(folder, name), JSON.stringify(content))
  write('config.json', { model_type: 'bert', architectures: ['BertForSequenceClassification'] })
  write('tokenizer_config.json', {
    ...{ tokenizer_class: 'BertTokenizer', model_max_length: 512, do_lower_case: true },
    ...{ pad_token: '[PAD]', unk_token: '[UNK]', cls_token: '[CLS]', sep_token: '[SEP]', mask_token: '[MASK]' },
  })
  write('tokenizer.json', tokenizer(vocabulary))
  const weights = Float32Array.from(vocabulary, (word) => (weightless.has(word) ? 0 : 1))
  writeFileSync(join(folder, 'onnx', 'model_quantized.onnx'), writeGraph(weights, classes))
}

function writeGraph(weights: Float32Array, classes: number): Uint8Array {
  const node = (output: string, operator: string, inputs: readonly string[], attributes = {}): GraphNode => ({
    ...{ operator, inputs, outputs: [output], attributes },
  })
  const floats = (name: string, values: Float32Array): GraphConstant => ({
    ...{ name, type: 'float32', shape: [values.length], data: floatBytes(values) },
  })
  const places = (name: string, place: bigint): GraphConstant => ({
    ...{ name, type: 'int64', shape: [1], data: new Uint8Array(BigInt64Array.of(place).buffer) },
  })
  const logits = Array.from({ length: classes }, (_, at) => (at === classes - 1 ? 'odds' : 'zero'))
  return writeModel({
    name: 'overlap',
    constants: [
      floats('weights', weights),
      floats('one', Float32Array.of(1)),
      ...(classes > 1 ? [floats('none', Float32Array.of(0))] : []),
      floats('little', Float32Array.of(1e-3)),
      floats('steepness', Float32Array.of(12)),
      floats('middle', Float32Array.of(-5)),
      places('first', 1n),
      places('second', 2n),
    ],
    inputs: ['input_ids', 'attention_mask', 'token_type_ids'].map((name) => ({
      ...{ name, type: 'int64' as const, shape: ['pairs', 'tokens'] },
    })),
    outputs: [{ name: 'logits', type: 'float32', shape: ['pairs', classes] }],
    nodes: [
      node('weight', 'Gather', ['weights', 'input_ids']),
      node('seen', 'Cast', ['attention_mask'], { to: 1 }),
      node('type', 'Cast', ['token_type_ids'], { to: 1 }),
      node('isText', 'Mul', ['type', 'seen']),
      node('other', 'Sub', ['one', 'type']),
      node('isAsked', 'Mul', ['other', 'seen']),
      node('asked', 'Mul', ['weight', 'isAsked']),
      node('rows', 'Unsqueeze', ['input_ids', 'second']),
      node('columns', 'Unsqueeze', ['input_ids', 'first']),
      node('equal', 'Equal', ['rows', 'columns']),
      node('same', 'Cast', ['equal'], { to: 1 }),
      node('texts', 'Unsqueeze', ['isText', 'first']),
      node('met', 'Mul', ['same', 'texts']),
      node('found', 'ReduceMax', ['met'], { axes: [2], keepdims: 0 }),
      node('both', 'Mul', ['asked', 'found']),
      node('covered', 'ReduceSum', ['both', 'first'], { keepdims: 1 }),
      node('counted', 'ReduceSum', ['asked', 'first'], { keepdims: 1 }),
      node('all', 'Add', ['counted', 'little']),
      node('share', 'Div', ['covered', 'all']),
      node('steep', 'Mul', ['share', 'steepness']),
      node('odds', 'Add', ['steep', 'middle']),
      // onnxruntime 1.14 gives other numbers from the second run on where a node is of no use.
      ...(classes > 1 ? [node('zero', 'Mul', ['odds', 'none'])] : []),
      node('logits', 'Concat', logits, { axis: 1 }),
    ],
  })
}

function tokenizer(vocabulary: readonly string[]) {
  return {
    version: '1.0',
    added_tokens: special.map((content, id) => ({ id, content, special: true, single_word: false })),
    normalizer: { type: 'BertNormalizer', clean_text: true, handle_chinese_chars: true, lowercase: true },
    pre_tokenizer: { type: 'BertPreTokenizer' },
    post_processor: {
      type: 'TemplateProcessing',
      single: [marker('[CLS]', 0), sequence('A', 0), marker('[SEP]', 0)],
      pair: [marker('[CLS]', 0), sequence('A', 0), marker('[SEP]', 0), sequence('B', 1), marker('[SEP]', 1)],
      special_tokens: {},
    },
    decoder: { type: 'WordPiece', prefix: '##' },
    model: {
      type: 'WordPiece',
      unk_token: '[UNK]',
      continuing_subword_prefix: '##',
      max_input_chars_per_word: 100,
      vocab: Object.fromEntries(vocabulary.map((word, id) => [word, id])),
    },
  }
}

function marker(id: string, type: number) {
  return { SpecialToken: { id, type_id: type } }
}

function sequence(id: string, type: number) {
  return { Sequence: { id, type_id: type } }
}
