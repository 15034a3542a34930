export { nameFault } from './name-fault.ts'
export { nameText } from './name-text.ts'
export { skeleton } from './skeleton.ts'
