export { ItemState } from './rules/lifecycle/machine.ts'
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
export { CorrectItem, CreateItem } from './schema/item-inputs.ts'
export { ItemFilterQuery, ItemPage, ItemSort, ListItems } from './schema/list-items.ts'
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
  VerificationMethod,
} from './schema/steps.ts'
