/** Keys the journals of test databases; a test that needs another one opens its own. */
export const TEST_SECRET = Buffer.from('a secret that only tests know, long enough')
