import fc from 'fast-check'
import { expect, it } from 'vitest'
import { memorySettings } from './memory-settings.ts'

const GB = 2 ** 30
const bytes = (setting: string) => Number(setting.replace(/MB$/, '')) * 2 ** 20

it('takes an eighth of the memory for shared buffers, within limits', () => {
  expect(memorySettings(24 * GB).shared_buffers).toBe('3072MB')
  expect(memorySettings(GB).shared_buffers).toBe('128MB')
  expect(memorySettings(512 * GB).shared_buffers).toBe('4096MB')
})

it('never takes so much that sixty sorts at once and the buffers fill a machine of 2 GB or more', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 1024 }), (gigabytes) => {
      const { shared_buffers, work_mem } = memorySettings(gigabytes * GB)
      expect(bytes(shared_buffers!) + 60 * bytes(work_mem!)).toBeLessThan(gigabytes * GB)
    }),
  )
})
