import type { Browser } from 'playwright-core';

/** A picture on an overview: PNG data and what stands under it. */
export interface Tile {
  label: string;
  png: Buffer;
}

const PER_ROW = 5;
const GAP = 12;
const LABEL = 16;

/** Width and height stand at the beginning of every PNG. */
const sizeOf = (png: Buffer) => ({ width: png.readUInt32BE(16), height: png.readUInt32BE(20) });

/** Where each picture goes, left to right and top to bottom. */
function layOut(tiles: readonly Tile[], height: number) {
  let x = GAP;
  let right = 0;
  const places = tiles.map(({ label, png }, index) => {
    const size = sizeOf(png);
    const width = Math.round((size.width * height) / size.height);
    if (index % PER_ROW === 0) x = GAP;
    const place = {
      label,
      source: `data:image/png;base64,${png.toString('base64')}`,
      x,
      y: GAP + Math.floor(index / PER_ROW) * (height + GAP + LABEL),
      width,
    };
    x += width + GAP;
    right = Math.max(right, x);
    return place;
  });
  return { places, width: right, height: Math.ceil(tiles.length / PER_ROW) * (height + GAP + LABEL) + GAP };
}

/** Draw pictures side by side, each `height` pixels high, with their labels; answers a WebP. */
export async function drawSheet(browser: Browser, tiles: readonly Tile[], height: number): Promise<Buffer> {
  const page = await browser.newPage();
  try {
    const webp = await page.evaluate(
      async ({ sheet, height }) => {
        const canvas = document.createElement('canvas');
        canvas.width = sheet.width;
        canvas.height = sheet.height;
        const pen = canvas.getContext('2d');
        if (!pen) throw new Error('no canvas to draw on');
        pen.fillStyle = '#dfe3e8';
        pen.fillRect(0, 0, canvas.width, canvas.height);
        pen.font = '11px sans-serif';
        pen.imageSmoothingQuality = 'high';
        for (const { label, source, x, y, width } of sheet.places) {
          const image = new Image();
          image.src = source;
          await image.decode();
          pen.drawImage(image, x, y, width, height);
          pen.fillStyle = '#333';
          pen.fillText(label, x, y + height + 12, width);
        }
        return canvas.toDataURL('image/webp', 0.85).split(',')[1] ?? '';
      },
      { sheet: layOut(tiles, height), height },
    );
    return Buffer.from(webp, 'base64');
  } finally {
    await page.close();
  }
}
