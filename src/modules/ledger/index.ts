export { countItems } from './queries/count-items.ts'
