// The page in the output of a notebook's cell.

const height = 640;

/** HTML that shows a page in a frame of its own, whose styles and scripts the notebook does not meet. */
export const frameOf = (page: string): string =>
  `<iframe srcdoc="${page.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}" style="width:100%;height:${height}px;border:1px solid #8884;border-radius:8px" title="Model"></iframe>`;
