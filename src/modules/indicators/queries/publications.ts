import type { Context, Tx } from '../../../kernel/context.ts'
import { CodedError, notFound } from '../../../kernel/errors.ts'
import { authorize } from '../../../kernel/permissions.ts'
import type { Definitions } from '../definitions/defined.ts'
import { loadDefinitions } from '../definitions/load-definitions.ts'
import { requireDefined } from '../definitions/require-defined.ts'
import { hashContent } from '../hash-content.ts'
import { periodTextOf } from '../read-period.ts'
import { canonicalJson } from '../rules/values/canonical-json.ts'
import { saysAsMuch } from '../rules/values/says-as-much.ts'
import type { AskComposite, CompositeTable } from '../schema/composite.ts'
import type {
  AskPublications,
  AskTable,
  LeagueTable,
  Publication,
  PublicationLine,
  Publications,
} from '../schema.ts'
import { readHead } from '../store/head.ts'
import { listLeagues, type StoredLeague } from '../store/leagues.ts'
import { findPublication, listPublications, type StoredPublication } from '../store/publications.ts'
import { computeTable } from './league/league-table.ts'
import { computeComposite } from './leagues/composite-table.ts'
import { requireLeague } from './leagues/leagues.ts'

/** What is frozen: the question and its answer. */
type Content =
  | { readonly question: AskTable & { readonly code: string }; readonly table: LeagueTable }
  | { readonly question: AskComposite & { readonly league: string }; readonly composite: CompositeTable }

/** A frozen table with what tables have been told beside since it was frozen. */
const withAdded = (table: LeagueTable): LeagueTable => ({
  ...{ ratio: null, whole: null },
  ...table,
  indicator: { ...{ aliases: [], cohort: null }, ...table.indicator },
})

/** Frozen tables, the newest first. @throws `indicators.no-such-indicator` */
export function publications(
  ctx: Context,
  { indicator, page, pageSize }: AskPublications,
): Promise<Publications> {
  authorize(ctx, 'indicators.read')
  return ctx.transaction(async (tx) => {
    const definitions = await loadDefinitions(ctx, tx, await readHead(tx))
    const number = indicator === undefined ? undefined : requireDefined(definitions, indicator).number
    const named = await listLeagues(tx)
    const found = await listPublications(tx, { indicator: number, page, pageSize })
    return {
      publications: found.publications.map((each) => lineOf(each, { definitions, leagues: named })),
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
  const content = stored.content as Content
  const table = 'table' in content ? withAdded(content.table) : null
  const composite = 'composite' in content ? content.composite : null
  const frozen = 'table' in content ? content.table : content.composite
  return {
    ...lineOf(stored, { definitions, leagues: await listLeagues(tx) }),
    table,
    composite,
    isWhole: hashContent(canonicalJson(stored.content)) === stored.contentHash,
    isRecomputable: saysAsMuch(await askAgain(ctx, tx, content), frozen),
  }
}

/** A unit or cohort that is no longer known makes another table, or none. */
async function askAgain(
  ctx: Context,
  tx: Tx,
  content: Content,
): Promise<LeagueTable | CompositeTable | null> {
  try {
    if ('table' in content) return await computeTable(ctx, tx, content.question)
    const { league: key, ...input } = content.question
    return await computeComposite(ctx, tx, { league: await requireLeague(tx, key), input })
  } catch (error) {
    if (error instanceof CodedError) return null
    throw error
  }
}

interface Named {
  readonly definitions: Definitions
  readonly leagues: readonly StoredLeague[]
}

function lineOf(stored: StoredPublication, { definitions, leagues }: Named): PublicationLine {
  const { indicator, leagueId, period, frozenAt, content: _, ...line } = stored
  const league = leagues.find(({ id }) => id === leagueId)
  return {
    ...line,
    indicator: indicator === null ? null : definitions.byNumber.get(indicator)!.code,
    league: league ? { key: league.key, name: league.name } : null,
    period: periodTextOf(period),
    frozenAt: frozenAt.toISOString(),
  }
}
