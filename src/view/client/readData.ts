// The data of a page: JSON, compressed with gzip, as base64.
import type { ViewData } from '../viewData.ts';

/** @throws where the browser cannot decompress */
export async function dataIn(base64: string): Promise<ViewData> {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).json();
}
