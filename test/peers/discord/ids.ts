const epoch = 1_420_070_400_000
let issued = 0

/** A snowflake: the time in its upper bits, so that later ids are larger. */
export function newId(): string {
  issued += 1
  return String((BigInt(Date.now() - epoch) << 22n) | BigInt(issued & 0x3f_ff_ff))
}
