import type { JournalEntry } from '../../src/platform/journal/index.ts'

/** An entry as long as those of a dispatched item. */
export function sampleEntry(number: number): JournalEntry {
  const detail = {
    number: `2024-${number}`,
    from: 'reviewed',
    to: 'dispatched',
    leadUnit: '东屏区住房和城乡建设局',
    dueOn: '2024-06-30',
    change: { progress: [number % 100, (number % 100) + 1] },
  }
  const id = `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`
  return { action: 'ledger.item-dispatched', subject: { type: 'ledger.item', id }, detail }
}
