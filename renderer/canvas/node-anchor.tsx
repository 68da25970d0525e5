/**
 * The one place of a node that React Flow connects links to. Without it in the page React Flow forgets the handle it was
 * given as soon as it measures the node, and drops the links. Links are drawn from port to port all the same.
 */
export function NodeAnchor() {
  return <span className="cv-anchor source" data-handlepos="top" aria-hidden="true" />;
}
