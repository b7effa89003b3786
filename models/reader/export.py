"""Writes models/contextual: the trimmed word pieces, their table in four bits, both models in eight bits, and the manifest with their sums.
Usage: export.py E5_DIR OUT_DIR --version NAME --encoder ENCODER.npz --reader READER.npz --texts FILE[.gz] … [--pieces 60000] [--calibration FILE.json]"""
import collections
import gzip
import hashlib
import json
import os
import unicodedata

import numpy as np
import torch
from transformers import BertModel

from arguments import read_arguments
from onnx_graph import FLOAT, INT32, MICROSOFT, Graph, body, save, value
from texts import load_tokenizer


def used_pieces(tokenizer, paths, most_lines=120_000):
    """How often each piece occurs in texts of the languages that are read."""
    counts = collections.Counter()
    for path in paths:
        opened = gzip.open(path, 'rt', encoding='utf8') if path.endswith('.gz') else open(path, encoding='utf8')
        with opened as file:
            batch = []
            for number, line in enumerate(file):
                if number >= most_lines:
                    break
                batch.append(line.strip()[:400])
                if len(batch) == 2000:
                    for ids in tokenizer(batch, add_special_tokens=False)['input_ids']:
                        counts.update(ids)
                    batch = []
            for ids in tokenizer(batch, add_special_tokens=False)['input_ids'] if batch else []:
                counts.update(ids)
        print(path, len(counts), 'pieces so far', flush=True)
    return counts


def is_latin(piece):
    return all(not c.isalpha() or 'LATIN' in unicodedata.name(c, '') for c in piece)


def choose_pieces(vocabulary, counts, wanted):
    """Numbers kept, in their old order: what occurs, every single Latin, Greek or Cyrillic character, then the likeliest of Latin letters."""
    kept = set(range(4)) | {i for i, n in counts.items() if n >= 2}
    alphabets = ('LATIN', 'GREEK', 'CYRILLIC', 'DIGIT', 'FULLWIDTH')
    for i, (piece, _) in enumerate(vocabulary):
        bare = piece.removeprefix('▁')
        if len(bare) <= 1 and (not bare or not bare.isalpha() or any(a in unicodedata.name(bare, '') for a in alphabets)):
            kept.add(i)
    for i, (piece, _) in enumerate(vocabulary):  # they stand in the order of their likelihood
        if len(kept) >= wanted:
            break
        if i > 3 and is_latin(piece):
            kept.add(i)
    kept.discard(len(vocabulary) - 1 if vocabulary[-1][0] == '<mask>' else -1)
    return sorted(kept)


def four_bits(rows):
    """Blocks of 32 values: a half-precision scale and 16 bytes, value j in the low half of byte j, value j + 16 in the high half, each plus 8."""
    blocks = rows.reshape(len(rows), -1, 32)
    at = np.abs(blocks).argmax(2)[..., None]
    scale = (np.take_along_axis(blocks, at, 2) / -8).astype(np.float16)
    safe = np.where(scale == 0, 1, scale).astype(np.float32)
    values = np.clip(np.round(blocks / safe) + 8, 0, 15).astype(np.uint8)
    packed = values[..., :16] | (values[..., 16:] << 4)
    return np.concatenate([scale.view(np.uint8).reshape(*scale.shape[:2], 2), packed], 2).tobytes()


def write_models(e5, out, encoder, reader):
    base = {k: v.numpy() for k, v in BertModel.from_pretrained(e5, add_pooling_layer=False).state_dict().items()}
    with_weights = lambda path: {**base, **{k.replace('encoder.m.', ''): v for k, v in np.load(path).items()}}
    inputs = [value('embeds', FLOAT, ['batch', 'tokens', 384]), value('mask', INT32, ['batch', 'tokens'])]
    graph, state = Graph(), with_weights(encoder)
    graph.add('Identity', [body(graph, state, 12, 12)], output='hidden')
    save(graph, os.path.join(out, 'encoder.onnx'), inputs, [value('hidden', FLOAT, ['batch', 'tokens', 384])])
    graph, state = Graph(), with_weights(reader)
    hidden = body(graph, state, 12, 12)
    first = graph.add('Slice', [hidden, graph.constant('at0', np.array([0])), graph.constant('at1', np.array([1])), graph.constant('axis1', np.array([1]))])
    pooled = graph.add('MatMul', ['pool', hidden])
    spread = graph.add('Add', [graph.add('Mul', [pooled, graph.constant('nothing', np.float32(0))]), first])
    pair = graph.add('Concat', [pooled, spread], axis=2)

    def head(name, x):
        w = lambda layer, kind: state[f'{name}.{layer}.{kind}'].astype(np.float32)
        inner = graph.add('Add', [graph.add('MatMul', [x, graph.constant(f'{name}.0', w(0, 'weight').T)]), graph.constant(f'{name}.0b', w(0, 'bias'))])
        inner = graph.add('Gelu', [inner], MICROSOFT)
        outer = graph.add('Add', [graph.add('MatMul', [inner, graph.constant(f'{name}.2', w(2, 'weight').T)]), graph.constant(f'{name}.2b', w(2, 'bias'))])
        return outer

    axis = graph.constant('axis2', np.array([2]))
    graph.add('Squeeze', [head('sentence', pair), axis], output='sentences')
    graph.add('Squeeze', [head('stretch', first), graph.constant('axes', np.array([1, 2]))], output='stretch')
    save(graph, os.path.join(out, 'reader.onnx'), inputs + [value('pool', FLOAT, ['batch', 'sentence', 'tokens'])],
         [value('sentences', FLOAT, ['batch', 'sentence']), value('stretch', FLOAT, ['batch'])])


def main():
    options = read_arguments('export')
    os.makedirs(options.out, exist_ok=True)
    if options.texts:
        vocabulary = json.load(open(os.path.join(options.e5, 'tokenizer.json'), encoding='utf8'))['model']['vocab']
        kept = choose_pieces(vocabulary, used_pieces(load_tokenizer(options.e5), options.texts), options.pieces)
        with open(os.path.join(options.out, 'pieces.tsv'), 'w', encoding='utf8', newline='\n') as file:
            file.writelines(f'{vocabulary[i][0]}\t{round(vocabulary[i][1], 4)}\n' for i in kept)
        table = BertModel.from_pretrained(options.e5, add_pooling_layer=False).embeddings.word_embeddings.weight.detach().numpy()[kept]
        with open(os.path.join(options.out, 'pieces.q4'), 'wb') as file:
            file.write(four_bits(table))
        print(len(kept), 'pieces kept')
    write_models(options.e5, options.out, options.encoder, options.reader)
    plain = dict(scale=1.0, bias=0.0)
    calibration = json.load(open(options.calibration)) if options.calibration else dict(sentence=plain, stretch=plain)
    files = {}
    for name in ('pieces.tsv', 'pieces.q4', 'encoder.onnx', 'reader.onnx'):
        content = open(os.path.join(options.out, name), 'rb').read()
        files[name] = dict(bytes=len(content), sha256=hashlib.sha256(content).hexdigest())
    text = json.dumps(dict(version=options.version, dimensions=384, calibration=calibration, files=files, sum=''), indent=2) + '\n'
    # The manifest's own sum is that of its text with the sum left empty: index/contextual/model-files.ts checks it.
    own = hashlib.sha256(text.encode()).hexdigest()
    with open(os.path.join(options.out, 'manifest.json'), 'w') as file:
        file.write(text.replace('"sum": ""', f'"sum": "{own}"'))
    print(sum(f['bytes'] for f in files.values()) / 1e6, 'MB')


main()
