"""Takes the weights back out of models/contextual, so that a further training can start from what ships (rounded to 8 bits, which a
few steps cure). Usage: restore.py E5_DIR MODEL.onnx OUT.npz"""
import numpy as np
import onnx
from onnx import numpy_helper
from transformers import BertModel

from arguments import read_arguments

HIDDEN = 384


def arrays_of(path):
    return {w.name: numpy_helper.to_array(w) for w in onnx.load(path).graph.initializer}


def restored(saved, base):
    """Names and shapes as `bert.Master.weights` has them."""
    plain = lambda name: saved[name + '.w'].astype(np.float32) * saved[name + '.s']
    found = {'embeddings.position_embeddings.weight': base['embeddings.position_embeddings.weight'].copy(),
             'embeddings.token_type_embeddings.weight': np.zeros_like(base['embeddings.token_type_embeddings.weight']),
             'embeddings.LayerNorm.weight': saved['embedding.g'], 'embeddings.LayerNorm.bias': saved['embedding.beta']}
    # The exported positions hold the one token type in their sum.
    found['embeddings.position_embeddings.weight'][:len(saved['positions'])] = saved['positions']
    for layer in range(12):
        at, name = f'encoder.layer.{layer}.', f'{layer}.'
        for k, kind in enumerate(('query', 'key', 'value')):
            part = slice(k * HIDDEN, (k + 1) * HIDDEN)
            found[at + f'attention.self.{kind}.weight'] = plain(name + 'qkv')[:, part].T
            found[at + f'attention.self.{kind}.bias'] = saved[name + 'qkv.b'][part]
        for short, full in (('out', 'attention.output.dense'), ('in', 'intermediate.dense'), ('out2', 'output.dense')):
            found[at + full + '.weight'], found[at + full + '.bias'] = plain(name + short).T, saved[name + short + '.b']
        for short, full in (('an', 'attention.output.LayerNorm'), ('on', 'output.LayerNorm')):
            found[at + full + '.weight'], found[at + full + '.bias'] = saved[name + short + '.g'], saved[name + short + '.beta']
    found = {'encoder.m.' + name: array for name, array in found.items()}
    for head in ('sentence', 'stretch'):
        for layer in (0, 2):
            if f'{head}.{layer}' in saved:
                found[f'{head}.{layer}.weight'], found[f'{head}.{layer}.bias'] = saved[f'{head}.{layer}'].T, saved[f'{head}.{layer}b']
    return {name: np.ascontiguousarray(array, np.float32) for name, array in found.items()}


def main():
    options = read_arguments('restore')
    base = {k: v.numpy() for k, v in BertModel.from_pretrained(options.e5, add_pooling_layer=False).state_dict().items()}
    np.savez(options.out, **restored(arrays_of(options.model), base))


main()
