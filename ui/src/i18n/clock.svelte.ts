/** The page's clock: moves once a minute, so that "3 分钟前" stays true while it is looked at. */
let minute = $state(Date.now());
setInterval(() => {
  minute = Date.now();
}, 60_000);

export const clock = {
  /** Milliseconds; no later than a minute ago. */
  get now(): number {
    return minute;
  },
  /** Brings it up to date, when something just happened. */
  touch(): void {
    minute = Date.now();
  },
};
