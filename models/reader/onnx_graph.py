"""A BERT of 8-bit weights as an ONNX graph of few, fused operators, so that onnxruntime 1.14 on two cores loses little time between them.

Inputs: `embeds` float32 [batch, tokens, hidden], the word pieces' rows (looked up by the caller, in a table that two models share);
`mask` int32 [batch, tokens], 1 where there is a token. Weights are per-column int8, activations are quantised as they come.
Output of the body: `hidden` float32 [batch, tokens, hidden]; heads are added by the callers.
"""
import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

MICROSOFT = 'com.microsoft'


class Graph:
    def __init__(self):
        self.nodes, self.weights, self.count = [], [], 0

    def constant(self, name, array):
        self.weights.append(numpy_helper.from_array(np.ascontiguousarray(array), name))
        return name

    def add(self, operator, inputs, domain='', outputs=1, output=None, **attributes):
        self.count += 1
        names = [output] if output else [f'{operator}_{self.count}_{i}' for i in range(outputs)]
        self.nodes.append(helper.make_node(operator, inputs, names, domain=domain, **attributes))
        return names[0] if outputs == 1 else names

    def quantised(self, name, weight):
        """weight [in, out] → int8 with one scale a column."""
        scale = np.maximum(np.abs(weight).max(0) / 127, 1e-8).astype(np.float32)
        values = np.clip(np.round(weight / scale), -127, 127).astype(np.int8)
        return self.constant(name + '.w', values), self.constant(name + '.s', scale), self.constant(name + '.z', np.zeros(weight.shape[1], np.int8))

    def linear(self, name, x, weight, bias):
        w, s, z = self.quantised(name, weight)
        return self.add('DynamicQuantizeMatMul', [x, w, s, z, self.constant(name + '.b', bias)], MICROSOFT)

    def normalise(self, name, x, skip, gamma, beta):
        return self.add('SkipLayerNormalization', [x, skip, self.constant(name + '.g', gamma), self.constant(name + '.beta', beta)], MICROSOFT, epsilon=1e-12)


def body(graph, state, layers, heads, prefix='', hidden_name='hidden'):
    """The embeddings' sum and the layers; `state` maps a BertModel's names to float32 arrays."""
    get = lambda name: state[prefix + name].astype(np.float32)
    positions = get('embeddings.position_embeddings.weight') + get('embeddings.token_type_embeddings.weight')[0]
    graph.constant('positions', positions[:512])
    shape = graph.add('Shape', ['embeds'])
    length = graph.add('Slice', [shape, graph.constant('one', np.array([1])), graph.constant('two', np.array([2]))])
    where = graph.add('Slice', ['positions', graph.constant('zero', np.array([0])), length, graph.constant('axis0', np.array([0]))])
    zeros = graph.add('Mul', ['embeds', graph.constant('null', np.float32(0))])
    spread = graph.add('Add', [zeros, where])
    x = graph.normalise('embedding', 'embeds', spread, get('embeddings.LayerNorm.weight'), get('embeddings.LayerNorm.bias'))
    for index in range(layers):
        at = f'encoder.layer.{index}.'
        qkv = np.concatenate([get(at + f'attention.self.{k}.weight').T for k in ('query', 'key', 'value')], 1)
        bias = np.concatenate([get(at + f'attention.self.{k}.bias') for k in ('query', 'key', 'value')])
        w, s, z = graph.quantised(f'{index}.qkv', qkv)
        u8, scale, zero = graph.add('DynamicQuantizeLinear', [x], outputs=3)
        context = graph.add('QAttention', [u8, w, graph.constant(f'{index}.qkv.b', bias), scale, s, 'mask', zero, z], MICROSOFT, num_heads=heads, unidirectional=0)
        out = graph.linear(f'{index}.out', context, get(at + 'attention.output.dense.weight').T, get(at + 'attention.output.dense.bias'))
        x = graph.normalise(f'{index}.an', out, x, get(at + 'attention.output.LayerNorm.weight'), get(at + 'attention.output.LayerNorm.bias'))
        inner = graph.linear(f'{index}.in', x, get(at + 'intermediate.dense.weight').T, get(at + 'intermediate.dense.bias'))
        inner = graph.add('Gelu', [inner], MICROSOFT)
        out = graph.linear(f'{index}.out2', inner, get(at + 'output.dense.weight').T, get(at + 'output.dense.bias'))
        x = graph.normalise(f'{index}.on', out, x, get(at + 'output.LayerNorm.weight'), get(at + 'output.LayerNorm.bias'))
    return x


def save(graph, path, inputs, outputs):
    model = helper.make_model(
        helper.make_graph(graph.nodes, 'bert', inputs, outputs, graph.weights),
        opset_imports=[helper.make_opsetid('', 14), helper.make_opsetid(MICROSOFT, 1)], ir_version=8)
    onnx.save(model, path)


def value(name, kind, shape):
    return helper.make_tensor_value_info(name, kind, shape)


FLOAT, INT32 = TensorProto.FLOAT, TensorProto.INT32
