import type { S3Access } from './sign-request.ts'

export interface S3Place extends S3Access {
  /** `https://s3.city.example`; with a path it stands before the bucket. */
  readonly endpoint: string
  readonly bucket: string
}
