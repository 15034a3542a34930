export { type OpenZip, openZip, type ZipLimits } from './open-zip.ts'
export { type PackedEntry, packedBytes } from './packed-bytes.ts'
