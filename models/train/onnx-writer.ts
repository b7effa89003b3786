/** Writes ONNX models: as much of the protocol buffer format as small graphs need. Field numbers are those of onnx.proto. */

export const ELEMENT_TYPE = { float32: 1, int8: 3, int64: 7 } as const
export type ElementType = keyof typeof ELEMENT_TYPE

/** A dimension is a length, or a name where it varies. */
export type Shape = readonly (number | string)[]
export type GraphValue = { readonly name: string; readonly type: ElementType; readonly shape: Shape }
export type GraphConstant = {
  readonly name: string
  readonly type: ElementType
  readonly shape: readonly number[]
  /** Little-endian, row by row. */
  readonly data: Uint8Array
}
export type GraphNode = {
  readonly operator: string
  readonly inputs: readonly string[]
  readonly outputs: readonly string[]
  readonly attributes?: Readonly<Record<string, number | readonly number[]>>
}
export type Graph = {
  readonly name: string
  readonly nodes: readonly GraphNode[]
  readonly constants: readonly GraphConstant[]
  readonly inputs: readonly GraphValue[]
  readonly outputs: readonly GraphValue[]
}

const OPERATOR_SET = 13
const IR_VERSION = 8
const ATTRIBUTE_INT = 2
const ATTRIBUTE_INTS = 7

/** The bytes of a `.onnx` file. Attributes are whole numbers or lists of them. */
export function writeModel(graph: Graph): Uint8Array {
  return message([
    number(1, IR_VERSION),
    string(2, 'sourcier'),
    bytes(7, writeGraph(graph)),
    bytes(8, message([string(1, ''), number(2, OPERATOR_SET)])),
  ])
}

/** The bytes of float32 values as ONNX stores them. */
export function floatBytes(values: Float32Array): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength)
}

function writeGraph(graph: Graph): Uint8Array {
  return message([
    ...graph.nodes.map((node) => bytes(1, writeNode(node))),
    string(2, graph.name),
    ...graph.constants.map((constant) => bytes(5, writeConstant(constant))),
    ...graph.inputs.map((value) => bytes(11, writeValue(value))),
    ...graph.outputs.map((value) => bytes(12, writeValue(value))),
  ])
}

function writeNode(node: GraphNode): Uint8Array {
  return message([
    ...node.inputs.map((name) => string(1, name)),
    ...node.outputs.map((name) => string(2, name)),
    string(3, node.outputs.join('_')),
    string(4, node.operator),
    ...Object.entries(node.attributes ?? {}).map(([name, value]) => bytes(5, writeAttribute(name, value))),
  ])
}

function writeAttribute(name: string, value: number | readonly number[]): Uint8Array {
  return typeof value === 'number'
    ? message([string(1, name), number(3, value), number(20, ATTRIBUTE_INT)])
    : message([string(1, name), ...value.map((item) => number(8, item)), number(20, ATTRIBUTE_INTS)])
}

function writeConstant(constant: GraphConstant): Uint8Array {
  return message([
    ...constant.shape.map((length) => number(1, length)),
    number(2, ELEMENT_TYPE[constant.type]),
    string(8, constant.name),
    bytes(9, constant.data),
  ])
}

function writeValue(value: GraphValue): Uint8Array {
  const dimensions = value.shape.map((length) =>
    bytes(1, typeof length === 'number' ? number(1, length) : string(2, length)),
  )
  const tensor = message([number(1, ELEMENT_TYPE[value.type]), bytes(2, message(dimensions))])
  return message([string(1, value.name), bytes(2, bytes(1, tensor))])
}

function message(fields: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat(fields)
}

function bytes(field: number, content: Uint8Array): Uint8Array {
  return Buffer.concat([varint(field * 8 + 2), varint(content.length), content])
}

function string(field: number, text: string): Uint8Array {
  return bytes(field, Buffer.from(text, 'utf8'))
}

function number(field: number, value: number): Uint8Array {
  return Buffer.concat([varint(field * 8), varint(value)])
}

/** Seven bits a byte, lowest first; negative numbers in two's complement of 64 bits. */
function varint(value: number): Uint8Array {
  let rest = BigInt.asUintN(64, BigInt(value))
  const parts: number[] = []
  while (rest > 0x7fn) {
    parts.push(Number(rest & 0x7fn) | 0x80)
    rest >>= 7n
  }
  parts.push(Number(rest))
  return Uint8Array.from(parts)
}
