import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { LIGATURES } from './bert-text.ts'
import { floatBytes, writeModel } from './onnx-writer.ts'
import type { QuantizedTable } from './quantize.ts'
import { CONTINUATION, PADDING, UNKNOWN } from './word-piece.ts'

const LONGEST_INPUT = 8192

/** Writes a model folder in the ordinary layout, as a hub would serve it and transformers.js reads it. */
export function exportModel(folder: string, pieces: readonly string[], table: QuantizedTable): void {
  mkdirSync(join(folder, 'onnx'), { recursive: true })
  writeFileSync(join(folder, 'onnx', 'model_quantized.onnx'), modelBytes(table))
  writeJson(join(folder, 'tokenizer.json'), tokenizerFile(pieces))
  writeJson(join(folder, 'tokenizer_config.json'), {
    tokenizer_class: 'BertTokenizer',
    model_max_length: LONGEST_INPUT,
    do_lower_case: true,
    strip_accents: true,
    pad_token: PADDING,
    unk_token: UNKNOWN,
  })
  writeJson(join(folder, 'config.json'), {
    // Read as a BERT without layers: the graph itself is a look-up of token vectors.
    model_type: 'bert',
    architectures: ['BertModel'],
    hidden_size: table.dimensions,
    num_hidden_layers: 0,
    num_attention_heads: 1,
    vocab_size: table.rows,
    max_position_embeddings: LONGEST_INPUT,
    pad_token_id: 0,
  })
}

/** The graph: whole-number rows and their scales looked up by token id and multiplied. Masks are accepted and not used. */
export function modelBytes(table: QuantizedTable): Uint8Array {
  const tokens = ['batch', 'sequence']
  return writeModel({
    name: 'static_embedding',
    nodes: [
      { operator: 'Gather', inputs: ['rows', 'input_ids'], outputs: ['row'] },
      { operator: 'Cast', inputs: ['row'], outputs: ['row_float'], attributes: { to: 1 } },
      { operator: 'Gather', inputs: ['scales', 'input_ids'], outputs: ['scale'] },
      { operator: 'Mul', inputs: ['row_float', 'scale'], outputs: ['last_hidden_state'] },
    ],
    constants: [
      {
        name: 'rows',
        type: 'int8',
        shape: [table.rows, table.dimensions],
        data: new Uint8Array(table.values.buffer, table.values.byteOffset, table.values.byteLength),
      },
      { name: 'scales', type: 'float32', shape: [table.rows, 1], data: floatBytes(table.scales) },
    ],
    inputs: [
      { name: 'input_ids', type: 'int64', shape: tokens },
      { name: 'attention_mask', type: 'int64', shape: tokens },
      { name: 'token_type_ids', type: 'int64', shape: tokens },
    ],
    outputs: [{ name: 'last_hidden_state', type: 'float32', shape: [...tokens, table.dimensions] }],
  })
}

function tokenizerFile(pieces: readonly string[]): unknown {
  return {
    version: '1.0',
    truncation: null,
    padding: null,
    added_tokens: [PADDING, UNKNOWN].map((content) => ({
      id: pieces.indexOf(content),
      content,
      single_word: false,
      lstrip: false,
      rstrip: false,
      normalized: false,
      special: true,
    })),
    normalizer: {
      type: 'Sequence',
      normalizers: [
        { type: 'BertNormalizer', clean_text: true, handle_chinese_chars: false, strip_accents: true, lowercase: true },
        ...LIGATURES.map(([ligature, letters]) => ({
          type: 'Replace',
          pattern: { String: ligature },
          content: letters,
        })),
      ],
    },
    pre_tokenizer: { type: 'BertPreTokenizer' },
    post_processor: null,
    decoder: { type: 'WordPiece', prefix: CONTINUATION, cleanup: true },
    model: {
      type: 'WordPiece',
      unk_token: UNKNOWN,
      continuing_subword_prefix: CONTINUATION,
      max_input_chars_per_word: 100,
      vocab: Object.fromEntries(pieces.map((piece, id) => [piece, id])),
    },
  }
}

function writeJson(path: string, content: unknown): void {
  writeFileSync(path, `${JSON.stringify(content)}\n`)
}
