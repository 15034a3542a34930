export { type OpenZip, openZip, type ZipLimits } from './open-zip.ts'
