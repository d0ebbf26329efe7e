/** A sheet cannot be taken as it is, for a reason the person at the keyboard can mend. */
export class NoSheet extends Error {
  override readonly name = 'NoSheet';
}
