import { imageKind, type Problem, problem } from '@orchestra/core';
import type { Check, PackageFiles } from './check.ts';

const maxBytes = 1024 * 1024;
const maxSide = 2048;
const minSide = 128;

/** Checks that the icon is a raster image of a supported type and size. */
export const checkIcon: Check = ({ manifest, files }) => {
  const path = 'package.json#/icon';
  if (manifest.icon === undefined) {
    return [problem('icon-missing', { path, message: 'Expected an icon; found none' })];
  }
  if (manifest.icon.split('/').includes('..') || manifest.icon.startsWith('/')) {
    return [problem('path-outside', { path, message: `'${manifest.icon}' leaves the package` })];
  }
  const bytes = files.get(manifest.icon);
  if (bytes === undefined) {
    const message = `Expected the file '${manifest.icon}'; it is not in the package`;
    return [problem('file-missing', { path, message, ...otherCase(manifest.icon, files) })];
  }
  return checkImage(bytes, manifest.icon);
};

function otherCase(icon: string, files: PackageFiles): { hint?: string } {
  const wanted = icon.toLowerCase();
  const other = [...files.keys()].find((path) => path.toLowerCase() === wanted);
  return other === undefined
    ? {}
    : { hint: `The package has '${other}': write it with the same case.` };
}

function checkImage(bytes: Uint8Array, path: string): Problem[] {
  const image = imageKind(bytes);
  if (image === null || !['png', 'jpg', 'webp'].includes(image.type)) {
    const found = image?.type ?? (path.endsWith('.svg') ? 'SVG' : 'something else');
    return [problem('icon-type', { path, message: `Expected PNG, JPEG or WebP; found ${found}` })];
  }
  const { width, height } = image;
  if (bytes.length > maxBytes || width > maxSide || height > maxSide) {
    return [
      problem('icon-size', {
        path,
        message: `Expected at most ${maxSide} by ${maxSide} pixels and ${maxBytes} bytes; found ${width} by ${height} and ${bytes.length}`,
      }),
    ];
  }
  if (width === height && width >= minSide) return [];
  return [
    problem('icon-shape', {
      path,
      message: `Expected a square of at least ${minSide} by ${minSide} pixels; found ${width} by ${height}`,
    }),
  ];
}
