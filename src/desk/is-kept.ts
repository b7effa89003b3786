/** What of the settings says whether answers are kept. */
export type KeepSettings = { readonly privateByDefault: boolean; readonly keepDays: number }

/** Whether answers are kept: then their ids open a proof. */
export function isKept({ privateByDefault, keepDays }: KeepSettings, isPrivate: boolean): boolean {
  return !isPrivate && !privateByDefault && keepDays > 0
}
