export { type Pack, readPack } from './read-pack.ts'
export { cohortMembers, findCohort } from './rules/cohort-members.ts'
export { registerErrors } from './rules/register-errors.ts'
export { resolveUnit } from './rules/resolve-unit.ts'
export {
  Cohort,
  Register,
  RegisterUnit,
  type Resolution,
  Unit,
  UnitKind,
  Validity,
} from './schema.ts'
