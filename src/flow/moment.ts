/** A moment by both clocks, in milliseconds. */
export interface Moment {
  /** Since 1970; a correction of the clock moves it. */
  wall: number;
  /** Since the page was opened; it stands still while a phone sleeps. */
  page: number;
}

export const now = (): Moment => ({ wall: Date.now(), page: performance.now() });

/** How long ago a moment is, in milliseconds, by the clock that has gone on: each of the two may stop or be set back. */
export const ageOf = ({ wall, page }: Moment): number =>
  Math.max(Date.now() - wall, performance.now() - page);
