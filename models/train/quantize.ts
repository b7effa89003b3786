/** Rows of whole numbers from −127 to 127 with one scale each: a quarter of the size, nearly the same directions. */
export type QuantizedTable = {
  readonly rows: number
  readonly dimensions: number
  readonly values: Int8Array
  /** One a row: value × scale = the number it stands for. */
  readonly scales: Float32Array
}

/** Rounds each row to its own scale. */
export function quantizeRows(values: Float32Array, rows: number, dimensions: number): QuantizedTable {
  const whole = new Int8Array(rows * dimensions)
  const scales = new Float32Array(rows)
  for (let row = 0; row < rows; row++) {
    const start = row * dimensions
    let largest = 0
    for (let d = 0; d < dimensions; d++) largest = Math.max(largest, Math.abs(values[start + d] ?? 0))
    const scale = Math.fround(largest / 127)
    scales[row] = scale
    if (scale === 0) continue
    for (let d = 0; d < dimensions; d++) whole[start + d] = Math.round((values[start + d] ?? 0) / scale)
  }
  return { rows, dimensions, values: whole, scales }
}

/** The rows as the exported model computes them. */
export function restoreRows(table: QuantizedTable): Float32Array {
  const restored = new Float32Array(table.values.length)
  for (let row = 0; row < table.rows; row++) {
    const scale = table.scales[row] ?? 0
    const end = (row + 1) * table.dimensions
    for (let index = row * table.dimensions; index < end; index++) restored[index] = (table.values[index] ?? 0) * scale
  }
  return restored
}
