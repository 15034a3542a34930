export { claimFor, claimOf, type RequestClaim } from './claim.ts'
export { findKeptAnswer, type KeptAnswer, saveAnswer } from './store.ts'
export { takeRequestKey } from './take-request-key.ts'
