/**
 * For `afterOpenChange` of a dialog: typing starts in the field that `focus` goes to. The opening is
 * animated, so whoever is faster already types; a cursor that stands in a field is never taken away.
 */
export function focusOnOpen(focus: () => void): (isOpen: boolean) => void {
  return (isOpen) => {
    const isTyping = document.activeElement?.matches('input, textarea, [contenteditable]')
    if (isOpen && !isTyping) focus()
  }
}
