import { createHash } from 'node:crypto'
import type { Context } from '../../../../kernel/context.ts'
import { CodedError } from '../../../../kernel/errors.ts'
import { authorize } from '../../../../kernel/permissions.ts'
import { loadDefinitions } from '../../definitions/load-definitions.ts'
import { measuredUnits } from '../../measured/measured-units.ts'
import { presentVintage } from '../../queries/present-vintage.ts'
import type { SdmxProblem } from '../../rules/sdmx/read-outcome.ts'
import type { SdmxFields, SdmxFormat, SdmxOutcome, SdmxRefused } from '../../schema.ts'
import { sentenceOf } from '../../sentences.ts'
import { lockHead, readHead } from '../../store/head.ts'
import { findVintages } from '../../store/vintages.ts'
import { publishRows } from '../publish/publish-rows.ts'
import { findDoubts } from './find-doubts.ts'
import { readMessage } from './read-message.ts'
import { resolveObservations } from './resolve-observations.ts'

interface Message extends Pick<SdmxFields, 'source' | 'note'>, Partial<Pick<SdmxFields, 'confirm'>> {
  readonly bytes: Uint8Array
  readonly fileName: string
  /** What the reason confirms; undefined: whatever is found, as somebody at the command line says it beforehand. */
  readonly doubts?: string | undefined
}

const TOLD = 100

/**
 * Publishes an SDMX-CSV 2.0 or SDMX-JSON 2.0 message as the next vintage, all of it or nothing. What is published already
 * makes no vintage, so a message may be sent again. What is wrong is told by line or key; what makes one wonder by the rules
 * that tables are checked by, and is published only with a person's reason.
 */
export async function importSdmx(
  ctx: Context,
  { bytes, fileName, source, note, confirm = '', doubts }: Message,
): Promise<SdmxOutcome> {
  authorize(ctx, 'indicators.publish')
  const { format, outcome } = readMessage(bytes)
  const { observations } = outcome
  try {
    return await ctx.transaction(async (tx): Promise<SdmxOutcome> => {
      await lockHead(tx, ctx.tenantId)
      const head = await readHead(tx)
      const definitions = await loadDefinitions(ctx, tx, head)
      const units = await measuredUnits(ctx, tx, head)
      const resolved = resolveObservations(observations, { definitions, units })
      const { rows } = resolved
      const all = [...outcome.problems, ...resolved.problems]
      if (all.length > 0) return refusal(ctx, all, format)
      const found = await findDoubts(ctx, tx, resolved)
      const isConfirmed = confirm !== '' && (doubts === undefined || doubts === found.doubts)
      if (found.doubtful && !(isConfirmed && found.doubts !== null)) return found.doubtful
      const { vintage, unchanged } = await publishRows(ctx, tx, {
        source,
        note,
        rows,
        detail: {
          fileName,
          format: `sdmx-${format}`,
          sha256: createHash('sha256').update(bytes).digest('hex'),
          ...(found.doubtful && { confirmed: found.confirmable, reason: confirm }),
        },
      })
      const [published] = await findVintages(tx, [vintage])
      return { kind: 'published', vintage: presentVintage(published!), unchanged }
    })
  } catch (error) {
    if (error instanceof CodedError && error.code === 'indicators.nothing-new')
      return { kind: 'unchanged', unchanged: observations.length }
    throw error
  }
}

function refusal({ locale }: Context, problems: readonly SdmxProblem[], format: SdmxFormat): SdmxRefused {
  const place = (at: string) =>
    sentenceOf(locale, format === 'csv' ? 'indicators.sdmx-at-line' : 'indicators.sdmx-at-key', { at })
  return {
    kind: 'refused',
    problems: problems.slice(0, TOLD).map(({ code, at, details }) => {
      const first = 'first' in details ? { first: place(String(details.first)) } : {}
      return { code, at, message: sentenceOf(locale, code, { ...details, ...first, at: place(at) }) }
    }),
    total: problems.length,
  }
}
