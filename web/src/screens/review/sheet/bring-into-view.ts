/** For the `ref` of a form that opens between lines: its buttons are seen as well as its field. */
export function bringIntoView(form: HTMLElement | null): void {
  form?.scrollIntoView({ block: 'nearest' })
}
