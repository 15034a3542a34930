export { type Distributed, distribute, isDistributed } from './distribute.ts'
export { distributionScript } from './distribution-script.ts'
