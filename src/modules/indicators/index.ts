export { type DraftVerdict, judgeDraft } from './claims/judge-draft.ts'
export { beginWithAccepted } from './commands/claims/begin-claims.ts'
export { checkClaims } from './commands/claims/check-claims.ts'
export { loadIndicatorPack } from './commands/packs/load-indicator-pack.ts'
export { importSdmx } from './commands/sdmx/import-sdmx.ts'
export { reportsWithClaims } from './queries/claims/claims.ts'
export { leagueTable } from './queries/league/league-table.ts'
export { series } from './queries/series.ts'
export {
  type EvidenceAlert,
  type EvidenceStanding,
  openUnitEvidence,
} from './queries/unit-page/unit-evidence.ts'
export { readablePeriod } from './readable-period.ts'
export { readableValue } from './readable-value.ts'
export {
  compareFractions,
  decimalOf,
  type Fraction,
  fractionOf,
  minus,
  over,
  plus,
  ratio,
  times,
  whole,
} from './rules/exact/fraction.ts'
export { canonicalJson } from './rules/values/canonical-json.ts'
export { CheckClaims, ClaimSheet, ReportsWithClaims } from './schema/claims.ts'
export { AskTable, Direction, Frequency, LeagueTable } from './schema.ts'
export { importTable } from './sheet/import-table.ts'
