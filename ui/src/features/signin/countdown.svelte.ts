/** Seconds that are left until a moment; ticks once a second until none is. */
export class Countdown {
  left = $state(0);
  #until = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  /** Begins anew. */
  start(seconds: number): void {
    this.stop();
    this.#until = Date.now() + seconds * 1_000;
    this.left = seconds;
    // Against the clock and not by counting: a page in the background gets fewer ticks.
    this.#timer = setInterval(() => this.#look(), 1_000);
  }

  /** Ends it where it is. */
  stop(): void {
    clearInterval(this.#timer);
  }

  #look(): void {
    this.left = Math.max(0, Math.ceil((this.#until - Date.now()) / 1_000));
    if (this.left === 0) this.stop();
  }
}
