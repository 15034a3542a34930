export { notify } from './commands/notify.ts'
export { untoldCauses } from './queries/untold-causes.ts'
export type { Level, Notice, Params } from './schema.ts'
