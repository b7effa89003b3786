/** Writes a small ONNX file: the few parts of its protocol buffer that a handful of operators need. */

export type OnnxNode = {
  readonly operator: string
  readonly inputs: readonly string[]
  readonly output: string
  /** Whole numbers, or lists of them. */
  readonly attributes?: Readonly<Record<string, number | readonly number[]>>
}
export type OnnxWeights = { readonly shape: readonly number[]; readonly values: Float32Array | BigInt64Array }
export type OnnxGraph = {
  readonly nodes: readonly OnnxNode[]
  readonly weights: Readonly<Record<string, OnnxWeights>>
  /** By name: names of the dimensions, or their sizes. */
  readonly inputs: Readonly<Record<string, readonly (string | number)[]>>
  readonly outputs: Readonly<Record<string, readonly (string | number)[]>>
}

/** Numbers of ONNX's TensorProto.DataType and AttributeProto.AttributeType. */
const types = { float: 1, wholeNumber: 7 }
const attributeTypes = { wholeNumber: 2, wholeNumbers: 7 }

/** Inputs are int64, outputs float32. */
export function writeOnnx({ nodes, weights, inputs, outputs }: OnnxGraph): Buffer {
  const graph = [
    ...nodes.map((node) => bytes(1, writeNode(node))),
    text(2, 'graph'),
    ...Object.entries(weights).map(([name, { shape, values }]) => bytes(5, writeWeights(name, shape, values))),
    ...Object.entries(inputs).map(([name, shape]) => bytes(11, writeValue(name, types.wholeNumber, shape))),
    ...Object.entries(outputs).map(([name, shape]) => bytes(12, writeValue(name, types.float, shape))),
  ]
  const operators = [text(1, ''), number(2, 13)]
  return Buffer.concat([number(1, 8), bytes(7, graph), bytes(8, operators)])
}

function writeNode({ operator, inputs, output, attributes = {} }: OnnxNode): readonly Buffer[] {
  const written = Object.entries(attributes).map(([name, value]) =>
    typeof value === 'number'
      ? bytes(5, [text(1, name), number(3, value), number(20, attributeTypes.wholeNumber)])
      : bytes(5, [text(1, name), ...value.map((one) => number(8, one)), number(20, attributeTypes.wholeNumbers)]),
  )
  return [...inputs.map((input) => text(1, input)), text(2, output), text(4, operator), ...written]
}

function writeWeights(name: string, shape: readonly number[], values: Float32Array | BigInt64Array): readonly Buffer[] {
  const type = values instanceof Float32Array ? types.float : types.wholeNumber
  const raw = Buffer.from(values.buffer, values.byteOffset, values.byteLength)
  return [...shape.map((size) => number(1, size)), number(2, type), text(8, name), bytes(9, [raw])]
}

function writeValue(name: string, type: number, shape: readonly (string | number)[]): readonly Buffer[] {
  const dimensions = shape.map((size) => bytes(1, [typeof size === 'number' ? number(1, size) : text(2, size)]))
  return [text(1, name), bytes(2, [bytes(1, [number(1, type), bytes(2, dimensions)])])]
}

function number(field: number, value: number): Buffer {
  return Buffer.concat([varint(field * 8), varint(value)])
}

function text(field: number, value: string): Buffer {
  return bytes(field, [Buffer.from(value)])
}

function bytes(field: number, parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts)
  return Buffer.concat([varint(field * 8 + 2), varint(content.length), content])
}

/** @param value whole, ≥ 0. */
function varint(value: number): Buffer {
  const written: number[] = []
  let rest = value
  while (rest > 127) {
    written.push((rest % 128) + 128)
    rest = Math.floor(rest / 128)
  }
  return Buffer.from([...written, rest])
}
