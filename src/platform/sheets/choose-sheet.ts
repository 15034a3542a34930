import { invalid } from '../../kernel/errors.ts'

/**
 * The sheet of that name, or else the first one that is not hidden.
 * @throws `platform.no-such-sheet`, `platform.sheet-damaged` for a workbook without any
 */
export function chooseSheet<T extends { readonly name: string; readonly isHidden: boolean }>(
  sheets: readonly T[],
  name: string | undefined,
): T {
  const found =
    name === undefined
      ? (sheets.find(({ isHidden }) => !isHidden) ?? sheets[0])
      : sheets.find((each) => each.name === name)
  if (found) return found
  if (name === undefined) throw invalid('platform.sheet-damaged', { part: 'workbook' })
  throw invalid('platform.no-such-sheet', { name, sheets: sheets.map((each) => each.name) })
}
