export { notify } from './commands/notify.ts'
export type { Level, Notice, Params } from './schema.ts'
