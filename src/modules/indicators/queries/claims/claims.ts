import type { Context, Tx } from '../../../../kernel/context.ts'
import { notFound } from '../../../../kernel/errors.ts'
import { authorize } from '../../../../kernel/permissions.ts'
import { claimOf } from '../../claims/accepted-claim.ts'
import { openClaimNames } from '../../claims/claim-names.ts'
import { loadDefinitions } from '../../definitions/load-definitions.ts'
import { measuredUnits } from '../../measured/measured-units.ts'
import { requireUnit } from '../../measured/require-unit.ts'
import type {
  ClaimDetail,
  ClaimPage,
  ClaimSheet,
  ListClaims,
  ReportClaims,
  ReportsWithClaims,
} from '../../schema/claims.ts'
import { claimsOfReport, findClaim, listClaims, type ReportTally, tallyReports } from '../../store/claims.ts'
import { readHead } from '../../store/head.ts'
import { presentClaim, type Shown } from './present-claim.ts'

/** What claims are shown with, in this transaction. */
export async function openShown(ctx: Context, tx: Tx): Promise<Shown> {
  const head = await readHead(tx)
  const definitions = await loadDefinitions(ctx, tx, head)
  return { definitions, units: await measuredUnits(ctx, tx, head), vintage: head.vintage }
}

/** Claims, those of the newest report first. @throws `indicators.no-such-unit` */
export function findClaims(ctx: Context, { report, unit, ...asked }: ListClaims): Promise<ClaimPage> {
  authorize(ctx, 'indicators.read')
  return ctx.transaction(async (tx) => {
    const shown = await openShown(ctx, tx)
    const { page, pageSize, kind, match, verdict } = asked
    const unitId = unit === undefined ? undefined : (requireUnit(shown.units, unit).unitId ?? NOBODY)
    const found = await listClaims(tx, { reportId: report, unitId, kind, match, verdict }, { page, pageSize })
    const claims = found.claims.map((each) => presentClaim(ctx, each, shown))
    return { claims, total: found.total, page, pageSize }
  })
}

/** No unit of the register: an external one has no claims. */
const NOBODY = '00000000-0000-0000-0000-000000000000'

/** One claim with the indicators that it may mean. @throws `indicators.no-such-claim` */
export function getClaim(ctx: Context, id: string): Promise<ClaimDetail> {
  authorize(ctx, 'indicators.read')
  return ctx.transaction((tx) => detailOf(ctx, tx, id))
}

/** The same inside a transaction. @throws `indicators.no-such-claim` */
export async function detailOf(ctx: Context, tx: Tx, id: string): Promise<ClaimDetail> {
  const stored = await findClaim(tx, id)
  if (!stored || stored.withdrawn_at !== null) throw notFound('indicators.no-such-claim', { id })
  const shown = await openShown(ctx, tx)
  const names = await openClaimNames(ctx, tx)
  const suggestions = names.suggest(claimOf(stored)).all.map(({ indicator, ...why }) => {
    const { code, versions } = shown.definitions.byNumber.get(indicator)!
    const { name, measure } = versions.at(-1)!
    return { ...why, indicator: code, name, unitOfMeasure: measure }
  })
  return { ...presentClaim(ctx, stored, shown), suggestions }
}

/** The reports that claim something, the newest first, with how their claims stand. */
export function reportsWithClaims(ctx: Context): Promise<ReportsWithClaims> {
  authorize(ctx, 'indicators.read')
  return ctx.transaction(async (tx) => ({ reports: (await tallyReports(tx)).map(sharesOf) }))
}

/** How the claims of a report stand, line by line. @throws `indicators.no-claims` */
export function getClaimSheet(ctx: Context, reportId: string): Promise<ClaimSheet> {
  authorize(ctx, 'indicators.read')
  return ctx.transaction((tx) => sheetOf(ctx, tx, reportId))
}

/** The same inside a transaction. @throws `indicators.no-claims` */
export async function sheetOf(ctx: Context, tx: Tx, reportId: string): Promise<ClaimSheet> {
  const [tally] = await tallyReports(tx, reportId)
  if (!tally) throw notFound('indicators.no-claims', { report: reportId })
  const shown = await openShown(ctx, tx)
  const claims = await claimsOfReport(tx, reportId)
  return {
    ...sharesOf(tally),
    vintage: shown.vintage,
    lines: claims.map((each) => presentClaim(ctx, each, shown)),
  }
}

function sharesOf({ reportId, title, date, claims, ...counts }: ReportTally): ReportClaims {
  const share = (count: number) => ({ count, of: claims })
  return {
    reportId,
    title,
    date,
    confirmed: share(counts.confirmed),
    contradicted: share(counts.contradicted),
    unknown: share(counts.unknown),
    unchecked: share(counts.unchecked),
    matched: share(counts.matched),
  }
}
