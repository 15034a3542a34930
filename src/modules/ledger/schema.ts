export { ItemState } from './rules/lifecycle/machine.ts'
export { AskBoard, Board } from './schema/board.ts'
export { AskItemDays, CalendarFeed, ItemDay, ItemDays } from './schema/calendar.ts'
export { AskDesk, Desk, DeskGroup } from './schema/desk.ts'
export {
  Criterion,
  Item,
  ItemKind,
  ItemSource,
  Light,
  NoticeColour,
  Origin,
  Priority,
} from './schema/item.ts'
export {
  Duty,
  DutyOffer,
  DutyState,
  DutyStep,
  Evidence,
  Extension,
  ItemDetail,
  Pressing,
  Report,
  Round,
  StepAsk,
  StepOffer,
  Verification,
} from './schema/item-detail.ts'
export { CorrectItem, CreateItem } from './schema/item-inputs.ts'
export { ItemCount, ItemFilterQuery, ItemPage, ItemSort, ListItems } from './schema/list-items.ts'
export { AskPace, Pace, PaceRow } from './schema/pace.ts'
export { RollUp } from './schema/roll-up.ts'
export { SavedView, SavedViews, SaveView } from './schema/saved-views.ts'
export {
  AskCalendar,
  CalendarYear,
  DeleteLightRules,
  LedgerSettingsState,
  LightEffect,
  LightRuleKey,
  LightRuleSetState,
  LightRuleSets,
  PreviewLights,
  Recounted,
  SaveCalendar,
  SaveLedgerSettings,
  SaveLightRules,
} from './schema/settings.ts'
export { ExportItems } from './schema/sheets.ts'
export {
  AskStatistics,
  Share,
  Statistics,
  StatisticsBy,
  StatisticsRow,
} from './schema/statistics.ts'
export {
  AddLink,
  AskExtension,
  BulkDispatch,
  BulkPress,
  BulkResult,
  CloseItem,
  DecideExtension,
  DispatchItem,
  FinishDuty,
  PressItem,
  ReasonedStep,
  RecheckItem,
  ReopenItem,
  ReportCompletion,
  ReportProgress,
  ReturnItem,
  Step,
  WaiveDuty,
} from './schema/steps.ts'
export { Story, StoryLine } from './schema/story.ts'
