export { beginWithAccepted } from './commands/claims/begin-claims.ts'
export { loadIndicatorPack } from './commands/packs/load-indicator-pack.ts'
export { Direction, Frequency } from './schema.ts'
