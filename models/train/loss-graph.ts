import { floatBytes, type GraphNode, writeModel } from './onnx-writer.ts'
import { InferenceSession, Tensor } from './runtime.ts'

/**
 * The symmetric in-batch softmax (multiple negatives ranking): of all second texts of the batch each first text must
 * find its own, by cosine × `scale`, and the other way round. Forward pass and gradients are one ONNX graph, since the
 * runtime that runs the model also multiplies matrices twenty times faster than a loop in JavaScript.
 */
export type BatchLoss = {
  /** Mean loss of the batch, in nats. */
  readonly loss: number
  /** Gradients of the loss by the pooled, not normalised, vectors: row by row like the inputs. */
  readonly firstGradient: Float32Array
  readonly secondGradient: Float32Array
}

export type LossFunction = {
  /** Both hold `size` rows of `dimensions` values. */
  run(first: Float32Array, second: Float32Array, size: number): Promise<BatchLoss>
  close(): Promise<void>
}

const FLOOR = 1e-9

const NODES: readonly GraphNode[] = [
  ...normalise('first'),
  ...normalise('second'),
  node('Transpose', ['second_unit'], 'second_unit_t', { perm: [1, 0] }),
  node('MatMul', ['first_unit', 'second_unit_t'], 'cosines'),
  node('Mul', ['cosines', 'scale'], 'logits'),
  node('Softmax', ['logits'], 'by_row', { axis: 1 }),
  node('Transpose', ['logits'], 'logits_t', { perm: [1, 0] }),
  node('Softmax', ['logits_t'], 'by_column_t', { axis: 1 }),
  node('Transpose', ['by_column_t'], 'by_column', { perm: [1, 0] }),
  node('Add', ['by_row', 'by_column'], 'both'),
  node('Mul', ['both', 'diagonal'], 'both_diagonal'),
  // The loss needs the two probabilities of each true pair apart.
  node('Mul', ['by_row', 'diagonal'], 'row_diagonal'),
  sum(['row_diagonal', 'axis_one'], 'row_true'),
  sum(['both_diagonal', 'axis_one'], 'both_true'),
  node('Add', ['diagonal', 'diagonal'], 'target'),
  node('Sub', ['both', 'target'], 'difference'),
  node('Mul', ['difference', 'gradient_scale'], 'logit_gradient'),
  node('MatMul', ['logit_gradient', 'second_unit'], 'first_unit_gradient'),
  node('Transpose', ['logit_gradient'], 'logit_gradient_t', { perm: [1, 0] }),
  node('MatMul', ['logit_gradient_t', 'first_unit'], 'second_unit_gradient'),
  ...throughNorm('first'),
  ...throughNorm('second'),
]

/** Compiles the graph; `threads` fixes the order of additions, so the same machine gives the same gradients. */
export async function createLossFunction(dimensions: number, scale: number, threads: number): Promise<LossFunction> {
  const model = writeModel({
    name: 'in_batch_softmax',
    nodes: NODES,
    constants: [
      { name: 'scale', type: 'float32', shape: [], data: floatBytes(Float32Array.of(scale)) },
      { name: 'floor', type: 'float32', shape: [], data: floatBytes(Float32Array.of(FLOOR)) },
      { name: 'axis_one', type: 'int64', shape: [1], data: Uint8Array.of(1, 0, 0, 0, 0, 0, 0, 0) },
    ],
    inputs: [
      { name: 'first', type: 'float32', shape: ['size', dimensions] },
      { name: 'second', type: 'float32', shape: ['size', dimensions] },
      { name: 'diagonal', type: 'float32', shape: ['size', 'size'] },
      { name: 'gradient_scale', type: 'float32', shape: [1] },
    ],
    outputs: [
      { name: 'row_true', type: 'float32', shape: ['size', 1] },
      { name: 'both_true', type: 'float32', shape: ['size', 1] },
      { name: 'first_gradient', type: 'float32', shape: ['size', dimensions] },
      { name: 'second_gradient', type: 'float32', shape: ['size', dimensions] },
    ],
  })
  const session = await InferenceSession.create(model, { intraOpNumThreads: threads, interOpNumThreads: 1 })
  const diagonals = new Map<number, Tensor>()
  const diagonalOf = (size: number): Tensor => {
    const known = diagonals.get(size)
    if (known) return known
    const values = new Float32Array(size * size)
    for (let row = 0; row < size; row++) values[row * size + row] = 1
    const tensor = new Tensor('float32', values, [size, size])
    diagonals.set(size, tensor)
    return tensor
  }
  return {
    run: async (first, second, size) => {
      const outputs = await session.run({
        first: new Tensor('float32', first, [size, dimensions]),
        second: new Tensor('float32', second, [size, dimensions]),
        diagonal: diagonalOf(size),
        gradient_scale: new Tensor('float32', Float32Array.of(scale / (2 * size)), [1]),
      })
      return {
        loss: meanLoss(floatsOf(outputs['row_true']), floatsOf(outputs['both_true'])),
        firstGradient: floatsOf(outputs['first_gradient']),
        secondGradient: floatsOf(outputs['second_gradient']),
      }
    },
    close: async () => {
      diagonals.clear()
    },
  }
}

function meanLoss(rowTrue: Float32Array, bothTrue: Float32Array): number {
  let total = 0
  for (const [index, row] of rowTrue.entries()) {
    const column = (bothTrue[index] ?? 0) - row
    total -= Math.log(Math.max(row, 1e-30)) + Math.log(Math.max(column, 1e-30))
  }
  return total / (2 * rowTrue.length)
}

/** The values of a float tensor. Throws when the runtime gave something else. */
export function floatsOf(tensor: Tensor | undefined): Float32Array {
  if (tensor?.data instanceof Float32Array) return tensor.data
  throw new Error('the matrix library did not return 32-bit floats')
}

function normalise(side: string): readonly GraphNode[] {
  return [
    node('Mul', [side, side], `${side}_square`),
    sum([`${side}_square`, 'axis_one'], `${side}_sum`),
    node('Add', [`${side}_sum`, 'floor'], `${side}_sum_floor`),
    node('Sqrt', [`${side}_sum_floor`], `${side}_norm`),
    node('Div', [side, `${side}_norm`], `${side}_unit`),
  ]
}

/** From the gradient by the unit vector to the gradient by the vector: the part along the vector goes. */
function throughNorm(side: string): readonly GraphNode[] {
  return [
    node('Mul', [`${side}_unit_gradient`, `${side}_unit`], `${side}_along`),
    sum([`${side}_along`, 'axis_one'], `${side}_along_sum`),
    node('Mul', [`${side}_unit`, `${side}_along_sum`], `${side}_radial`),
    node('Sub', [`${side}_unit_gradient`, `${side}_radial`], `${side}_tangent`),
    node('Div', [`${side}_tangent`, `${side}_norm`], `${side}_gradient`),
  ]
}

function sum(inputs: readonly string[], output: string): GraphNode {
  return node('ReduceSum', inputs, output, { keepdims: 1 })
}

function node(
  operator: string,
  inputs: readonly string[],
  output: string,
  attributes: GraphNode['attributes'] = {},
): GraphNode {
  return { operator, inputs, outputs: [output], attributes }
}
