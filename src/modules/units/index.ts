export { storeMap } from './commands/store-map.ts'
export { type StoredCounts, storeRegister } from './commands/store-register.ts'
export { unitsModule } from './module.ts'
export { getUnit } from './queries/get-unit.ts'
export { listUnits } from './queries/list-units.ts'
export { type Pack, readPack } from './read-pack.ts'
export { cohortMembers, findCohort } from './rules/cohort-members.ts'
export { resolveUnit } from './rules/resolve-unit.ts'
export {
  type CityMap,
  Cohort,
  Register,
  RegisterUnit,
  type Resolution,
  Unit,
  UnitKind,
  Validity,
} from './schema.ts'
export { findCityUnitId } from './store/city-unit.ts'
export { type LoadedRegister, loadRegister } from './store/load-register.ts'
export { loadUnits } from './store/load-units.ts'
export { subtreeUnitIds } from './store/subtree.ts'
