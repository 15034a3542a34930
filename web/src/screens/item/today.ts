/** Today by the reader's clock, `YYYY-MM-DD`: for counting days left; what the ledger decides by is the server's day. */
export function today(): string {
  const now = new Date()
  const two = (value: number) => String(value).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
