import type { Context } from '../../../kernel/context.ts'
import { CodedError } from '../../../kernel/errors.ts'
import { type OpenSheet, openSheet } from '../../../platform/sheets/index.ts'
import { type Proposal, proposeMapping } from './propose-mapping.ts'

/** More sheets than these are not looked into for a table. */
const MOST_SHEETS = 12

/**
 * Proposes a mapping for the first sheet of a file that holds a table of matters: before it there is often a cover or a
 * page of instructions. When none does, for the first one with rows.
 * @throws the refusals of `openSheet`, `platform.sheet-no-rows` when every sheet is empty
 */
export async function proposeFirst(
  ctx: Context,
  { bytes, fileName }: { bytes: Uint8Array; fileName: string },
): Promise<{ format: OpenSheet['format']; proposal: Proposal }> {
  const open = (sheet?: string) => openSheet({ source: { bytes }, fileName, ...(sheet ? { sheet } : {}) })
  const propose = (sheet: OpenSheet) => proposeMapping(ctx, sheet, {}).finally(() => sheet.close())
  const first = await open()
  const { format, opened, sheets } = first
  const others = sheets.filter(({ name, isHidden }) => name !== opened && !isHidden).slice(0, MOST_SHEETS)
  let proposal: Proposal | undefined
  let refusal: unknown
  for (const next of [first, ...others.map(({ name }) => name)])
    try {
      const found = await propose(typeof next === 'string' ? await open(next) : next)
      if (found.isUnderstood) return { format, proposal: found }
      proposal ??= found
    } catch (error) {
      if (!(error instanceof CodedError && error.code === 'platform.sheet-no-rows')) throw error
      refusal ??= error
    }
  if (!proposal) throw refusal
  return { format, proposal }
}
