export { claimsDesk, figure, publishFixture, rank } from './commands/claims/testing.ts'
export { defineForTest, publishForTest, publishLines } from './testing/publish-for-test.ts'
