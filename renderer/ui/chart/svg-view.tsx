/** Shows a drawing on screen, in the colours of the theme. */
import { createElement, memo, type ReactElement } from 'react';
import type { SvgNode } from './svg-node.ts';

function toProps(attributes: SvgNode['attributes']): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [
      name,
      typeof value === 'string' && value.startsWith('$') ? `var(--${value.slice(1)})` : value,
    ]),
  );
}

function toElement(node: SvgNode | string, key: number): ReactElement | string {
  if (typeof node === 'string') return node;
  const children = node.children.map(toElement);
  return createElement(node.tag, { key, ...toProps(node.attributes) }, ...children);
}

export const SvgView = memo(function SvgView({ node }: { readonly node: SvgNode }): ReactElement {
  return toElement(node, 0) as ReactElement;
});
