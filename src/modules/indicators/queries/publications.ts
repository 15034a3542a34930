import type { Context, Tx } from '../../../kernel/context.ts'
import { CodedError, notFound } from '../../../kernel/errors.ts'
import { authorize } from '../../../kernel/permissions.ts'
import type { Definitions } from '../definitions/defined.ts'
import { loadDefinitions } from '../definitions/load-definitions.ts'
import { requireDefined } from '../definitions/require-defined.ts'
import { hashContent } from '../hash-content.ts'
import { periodTextOf } from '../read-period.ts'
import { canonicalJson } from '../rules/values/canonical-json.ts'
import type {
  AskPublications,
  AskTable,
  LeagueTable,
  Publication,
  PublicationLine,
  Publications,
} from '../schema.ts'
import { readHead } from '../store/head.ts'
import { findPublication, listPublications, type StoredPublication } from '../store/publications.ts'
import { computeTable } from './league/league-table.ts'

/** What is frozen: the question and its answer. */
interface Content {
  readonly question: AskTable & { readonly code: string }
  readonly table: LeagueTable
}

/** Frozen tables, the newest first. @throws `indicators.no-such-indicator` */
export function publications(
  ctx: Context,
  { indicator, page, pageSize }: AskPublications,
): Promise<Publications> {
  authorize(ctx, 'indicators.read')
  return ctx.transaction(async (tx) => {
    const definitions = await loadDefinitions(ctx, tx, await readHead(tx))
    const number = indicator === undefined ? undefined : requireDefined(definitions, indicator).number
    const found = await listPublications(tx, { indicator: number, page, pageSize })
    return {
      publications: found.publications.map((each) => lineOf(each, definitions)),
      total: found.total,
      page,
      pageSize,
    }
  })
}

/** One frozen table, as it was frozen. @throws `indicators.no-such-publication` */
export function getPublication(ctx: Context, number: number): Promise<Publication> {
  authorize(ctx, 'indicators.read')
  return ctx.transaction(async (tx) => {
    const publication = await findPublication(tx, number)
    if (!publication) throw notFound('indicators.no-such-publication', { number })
    return presentPublication(ctx, tx, publication)
  })
}

export async function presentPublication(
  ctx: Context,
  tx: Tx,
  stored: StoredPublication,
): Promise<Publication> {
  const definitions = await loadDefinitions(ctx, tx, await readHead(tx))
  const { question, table } = stored.content as Content
  return {
    ...lineOf(stored, definitions),
    table,
    isWhole: hashContent(canonicalJson(stored.content)) === stored.contentHash,
    isRecomputable: canonicalJson(await askAgain(ctx, tx, question)) === canonicalJson(table),
  }
}

/** A unit or cohort that is no longer known makes another table, or none. */
async function askAgain(ctx: Context, tx: Tx, question: Content['question']): Promise<LeagueTable | null> {
  try {
    return await computeTable(ctx, tx, question)
  } catch (error) {
    if (error instanceof CodedError) return null
    throw error
  }
}

function lineOf(stored: StoredPublication, { byNumber }: Definitions): PublicationLine {
  const { indicator, period, frozenAt, content: _, ...line } = stored
  return {
    ...line,
    indicator: indicator === null ? null : byNumber.get(indicator)!.code,
    period: periodTextOf(period),
    frozenAt: frozenAt.toISOString(),
  }
}
