export { Direction, Frequency } from './schema.ts'
