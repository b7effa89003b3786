import { floatsOf } from './loss-graph.ts'
import { writeModel } from './onnx-writer.ts'
import { InferenceSession, Tensor } from './runtime.ts'

/** Rows of `columns` numbers each, one after the other. */
export type Matrix = { readonly rows: number; readonly columns: number; readonly values: Float32Array }

/** Calls `onRow` with the products of each row of `left` with every row of `right`; for unit rows, the cosines. */
export async function compareRows(
  left: Matrix,
  right: Matrix,
  threads: number,
  onRow: (row: number, products: Float32Array) => void,
): Promise<void> {
  const columns = left.columns
  const model = writeModel({
    name: 'products',
    nodes: [
      { operator: 'Transpose', inputs: ['right'], outputs: ['right_t'], attributes: { perm: [1, 0] } },
      { operator: 'MatMul', inputs: ['left', 'right_t'], outputs: ['products'] },
    ],
    constants: [],
    inputs: [
      { name: 'left', type: 'float32', shape: ['rows', columns] },
      { name: 'right', type: 'float32', shape: ['others', columns] },
    ],
    outputs: [{ name: 'products', type: 'float32', shape: ['rows', 'others'] }],
  })
  const session = await InferenceSession.create(model, { intraOpNumThreads: threads, interOpNumThreads: 1 })
  const others = new Tensor('float32', right.values, [right.rows, columns])
  const chunk = 512
  for (let start = 0; start < left.rows; start += chunk) {
    const rows = Math.min(chunk, left.rows - start)
    const part = left.values.slice(start * columns, (start + rows) * columns)
    const outputs = await session.run({ left: new Tensor('float32', part, [rows, columns]), right: others })
    const products = floatsOf(outputs['products'])
    for (let row = 0; row < rows; row++) {
      onRow(start + row, products.subarray(row * right.rows, (row + 1) * right.rows))
    }
  }
}

/** Position of the largest value; -1 in an empty row. */
export function largestIndex(values: Float32Array): number {
  let best = -1
  let largest = Number.NEGATIVE_INFINITY
  for (const [index, value] of values.entries()) {
    if (value > largest) {
      largest = value
      best = index
    }
  }
  return best
}
