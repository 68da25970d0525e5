/** A drawing as the text of a standalone SVG file: light colours written out, fonts by their generic names. */
import { exportPalette } from './export-palette.ts';
import type { SvgNode } from './svg-node.ts';

const FONT = 'system-ui, Segoe UI, Helvetica, Arial, sans-serif';

/** Attributes that SVG itself writes with capitals. */
const KEPT = new Set(['viewBox']);

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function writeAttribute(name: string, value: string | number): string {
  const written = KEPT.has(name) ? name : name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const plain = typeof value === 'string' && value.startsWith('$') ? findColour(value.slice(1)) : String(value);
  return ` ${written}="${escapeText(plain)}"`;
}

function findColour(name: string): string {
  const colour = exportPalette[name];
  if (colour === undefined) throw new Error(`Internal error: no colour ${name} for files`);
  return colour;
}

function writeNode(node: SvgNode | string): string {
  if (typeof node === 'string') return escapeText(node);
  const attributes = Object.entries(node.attributes)
    .map(([name, value]) => writeAttribute(name, value))
    .join('');
  if (node.children.length === 0) return `<${node.tag}${attributes}/>`;
  return `<${node.tag}${attributes}>${node.children.map(writeNode).join('')}</${node.tag}>`;
}

/** `description` is read out by programs that cannot show the picture. */
export function writeSvg(drawing: SvgNode, title: string, description: string): string {
  const { width, height } = drawing.attributes;
  const root: SvgNode = {
    tag: 'svg',
    attributes: {
      xmlns: 'http://www.w3.org/2000/svg',
      ...drawing.attributes,
      role: 'img',
      fontFamily: FONT,
      'aria-label': `${title}. ${description}`,
    },
    children: [
      { tag: 'title', attributes: {}, children: [title] },
      {
        tag: 'rect',
        attributes: { width: width ?? '100%', height: height ?? '100%', fill: '$surface-1' },
        children: [],
      },
      ...drawing.children,
    ],
  };
  return `<?xml version="1.0" encoding="UTF-8"?>\n${writeNode(root)}\n`;
}
