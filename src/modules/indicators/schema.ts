export {
  Aggregation,
  ChangeDefinition,
  Comparability,
  DefineIndicator,
  Definition,
  DefinitionVersion,
  Direction,
  Frequency,
  Indicator,
  IndicatorCode,
  IndicatorDetail,
  IndicatorLine,
  IndicatorPage,
  ListIndicators,
  PriceBasis,
  SeasonalProfile,
} from './schema/indicator.ts'
export {
  AskTable,
  LeagueRow,
  LeagueTable,
  StreakShown,
  UnitRef,
} from './schema/league.ts'
export { ExternalUnit, IndicatorPack, PackRelease } from './schema/pack.ts'
export {
  AskPublications,
  FreezeTable,
  Publication,
  PublicationLine,
  Publications,
} from './schema/publications.ts'
export {
  AskSdmx,
  SdmxDoubtful,
  SdmxFields,
  SdmxFormat,
  SdmxOutcome,
  SdmxPublished,
  SdmxRefused,
  SdmxUnchanged,
} from './schema/sdmx.ts'
export { AskSeries, Series } from './schema/series.ts'
export {
  AskPaceBoard,
  AskTargets,
  PaceBoard,
  PaceCell,
  SetTargets,
  Target,
  TargetHorizon,
  TargetKind,
  Targets,
} from './schema/targets.ts'
export {
  AskComparison,
  AskUnitPage,
  Comparison,
  UnitFirsts,
  UnitPage,
  UnitStanding,
} from './schema/unit-page.ts'
export { CheckedVintage, PublishReadings, Vintage, Vintages } from './schema/vintage.ts'
