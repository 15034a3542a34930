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
export { CheckedVintage, PeriodText, PublishReadings, Vintage, Vintages } from './schema/vintage.ts'
