import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { COLOURS, drawPicture } from '../../../src/outputs/picture/draw.ts';
import {
  generalPicture,
  optionPicture,
  pictureName,
  PICTURE_SIZE,
  pictureText,
} from '../../../src/outputs/picture/picture.ts';
import { loadTea } from '../comparison/loaded.ts';

const tea = loadTea();
const [blackTea] = tea.options;
if (blackTea === undefined) throw new Error('The fixture has options.');
const picture = optionPicture(tea, blackTea);

describe('the picture of a page', () => {
  it('of an option shows its headline ratings, with how good they are', () => {
    expect(picture.facts.map(({ value }) => value)).toEqual(['Strong', '50 mg']);
    expect(picture.facts.map(({ worth }) => worth).every((w) => w !== null && w >= 0)).toBe(true);
  });

  it('says in words what it shows', () => {
    const text = pictureText(picture);
    for (const part of ['Black tea', blackTea.data.summary, 'Strength: Strong.']) {
      expect(text).toContain(part);
    }
  });

  it('has a name that changes with what it shows, and with nothing else', () => {
    expect(pictureName(optionPicture(loadTea('2027-01-01'), blackTea))).toBe(pictureName(picture));
    expect(pictureName({ ...picture, title: 'Tea' })).not.toBe(pictureName(picture));
    expect(pictureName(generalPicture(tea))).not.toBe(pictureName(picture));
  });

  it('is a PNG of the size that sites ask for, and not large', async () => {
    const long = { ...picture, title: 'Tea '.repeat(60), text: 'Leaves '.repeat(200) };
    for (const drawn of [picture, long, generalPicture(tea)]) {
      const png = await drawPicture(drawn);
      const { format, width, height } = await sharp(png).metadata();
      expect({ format, width, height }).toEqual({ format: 'png', ...PICTURE_SIZE });
      expect(png.length).toBeLessThan(100_000);
    }
  });

  it('comes from the cache the second time, the same to the byte', async () => {
    expect(await drawPicture(picture)).toEqual(await drawPicture(picture));
  });

  it('has the colours of the light theme', () => {
    const tokens = readFileSync(join(import.meta.dirname, '../../../src/styles/theme.css'), 'utf8');
    for (const colour of Object.values(COLOURS).flat()) {
      expect(tokens).toContain(`light-dark(${colour},`);
    }
  });
});
