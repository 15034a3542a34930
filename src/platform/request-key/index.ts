export { claimFor, type RequestClaim } from './claim.ts'
export { findKeptAnswer, saveAnswer } from './store.ts'
export { takeRequestKey } from './take-request-key.ts'
