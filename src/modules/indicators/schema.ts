export {
  Aggregation,
  ChangeDefinition,
  Comparability,
  Decimal,
  DefineIndicator,
  Definition,
  DefinitionVersion,
  Direction,
  Frequency,
  Indicator,
  IndicatorCode,
  IndicatorDetail,
  IndicatorPage,
  ListIndicators,
  PriceBasis,
  SeasonalProfile,
} from './schema/indicator.ts'
export {
  ApartRow,
  AskTable,
  CohortRef,
  LeagueRow,
  LeagueTable,
  Measured,
  StreakShown,
  UnitRef,
} from './schema/league.ts'
export { AskSeries, Series } from './schema/series.ts'
export { AskComparison, AskUnitPage, Comparison, UnitPage, UnitStanding } from './schema/unit-page.ts'
export { CheckedVintage, PeriodText, PublishReadings, Vintage, Vintages } from './schema/vintage.ts'
