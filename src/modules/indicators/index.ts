export { loadIndicatorPack } from './commands/packs/load-indicator-pack.ts'
export { Direction, Frequency } from './schema.ts'
