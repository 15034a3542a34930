import type { Context } from '../../kernel/context.ts'
import { newId } from '../../kernel/ids.ts'
import { loadRegister, type Register } from '../units/index.ts'
import { type LoadedRegister, unitResolver } from './commands/unit-resolver.ts'
import { extractInWorker } from './intake/extract-in-worker.ts'
import { proposeStatements } from './rules/decisions/propose-statements.ts'
import { reportDay } from './rules/decisions/report-day.ts'
import { reportHead } from './rules/decisions/report-head.ts'
import type { ReadReport } from './rules/model.ts'
import type { Statement } from './schema.ts'

export interface DraftSource {
  /** Bytes of a file or a text. */
  readonly source: Uint8Array | string
  readonly fileName: string | null
  /** `2024`, `2024-01` or `2024-01-15`: what relative words are resolved against. */
  readonly reportDate?: string
}

/** A text that was read and kept nowhere. */
export interface Draft {
  readonly report: ReadReport
  /** As proposals would be, for a report that is none. */
  readonly statements: readonly Statement[]
  readonly title: string
  /** The quarter that its meeting reviews. */
  readonly period: string | null
  /** The last day that it can speak of; null when nothing tells. */
  readonly day: string | null
  readonly register: Register
  readonly unitIds: LoadedRegister['ids']
}

/**
 * Reads a draft off the main thread into articles and statements with their units. Nothing is stored or journalled; who
 * calls has authorised.
 * @throws the refusals of `extractInWorker`
 */
export async function readDraft(ctx: Context, { source, fileName, reportDate }: DraftSource): Promise<Draft> {
  const loaded = await ctx.transaction(loadRegister)
  const { report, statements } = await extractInWorker(source, {
    fileName,
    date: reportDate,
    register: loaded.register,
    isAnyText: true,
  })
  const nextId = () => newId(ctx.clock.now().getTime())
  const resolve = unitResolver(loaded, report.reportDate.value)
  return {
    report,
    statements: proposeStatements(statements, { reportId: nextId(), report, resolve, nextId }),
    ...reportHead(report, fileName),
    day: reportDay(report.reportDate.value),
    register: loaded.register,
    unitIds: loaded.ids,
  }
}
