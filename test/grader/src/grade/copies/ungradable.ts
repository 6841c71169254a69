/** A fork cannot be graded, for this reason, which its learner reads. */
export class Ungradable extends Error {
  override name = 'Ungradable';
}
