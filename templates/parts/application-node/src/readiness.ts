/** Whether the platform should send requests. Turns false once, when the process is told to stop. */
export class Readiness {
  #ready = true;

  get ready(): boolean {
    return this.#ready;
  }

  end(): void {
    this.#ready = false;
  }
}
