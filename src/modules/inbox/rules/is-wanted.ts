/** Whether the tenant's webhook hears of a kind; an empty list of kinds is all of them. */
export function isWanted(
  webhook: { readonly isOn: boolean; readonly kinds: readonly string[] } | undefined,
  kind: string,
): boolean {
  return webhook?.isOn === true && (webhook.kinds.length === 0 || webhook.kinds.includes(kind))
}
