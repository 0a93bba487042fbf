/** Why a tile was left out that the source has numbers for. */
type LeftOut = 'negative' | 'uncounted';

/** Counts what was left out, so that a thousand tiles make one sentence. */
export class TileWarnings {
  readonly #leftOut = new Map<LeftOut, { first: number; tiles: number }>();

  add(reason: LeftOut, start: number): void {
    const known = this.#leftOut.get(reason);
    this.#leftOut.set(reason, {
      first: Math.min(known?.first ?? start, start),
      tiles: (known?.tiles ?? 0) + 1,
    });
  }

  /** Beginning of a sentence, `3 tiles, the first at …,`; undefined where there are none. */
  describe(reason: LeftOut): string | undefined {
    const leftOut = this.#leftOut.get(reason);
    if (!leftOut) {
      return undefined;
    }
    const at = new Date(leftOut.first * 1000).toISOString().replace('.000', '');
    return leftOut.tiles === 1
      ? `1 tile, at ${at},`
      : `${leftOut.tiles} tiles, the first at ${at},`;
  }
}
