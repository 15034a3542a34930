export type { Notice } from './notice.ts'
export { readRunning } from './running.ts'
export { type EmbeddedOptions, type EmbeddedServer, startEmbedded } from './start-embedded.ts'
