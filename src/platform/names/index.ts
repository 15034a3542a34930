export { lineFault, nameFault, plainLine } from './name-fault.ts'
export { nameText, titleText } from './name-text.ts'
export { skeleton } from './skeleton.ts'
