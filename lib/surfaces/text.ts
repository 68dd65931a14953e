/** The text of an editable element with the nodes that it came from, so that an offset leads back to the page. */
export interface TextMap {
  readonly text: string;
  readonly runs: readonly { readonly node: Text; readonly start: number }[];
}

const BLOCKS = new Set([
  'DIV',
  'P',
  'LI',
  'UL',
  'OL',
  'TR',
  'TABLE',
  'BLOCKQUOTE',
  'PRE',
  'H1',
  'H2',
  'H3',
  'H4',
  'H5',
  'H6',
]);

/**
 * What `innerText` would give, without its layout pass (this runs while a person types) and without what `skip` names.
 * Images count by their `alt`: emoji and mentions are images on many sites.
 */
export function readText(root: Node, skip: (element: Element) => boolean = () => false): TextMap {
  let text = '';
  let breakDue = false;
  const runs: { node: Text; start: number }[] = [];
  const add = (piece: string): void => {
    if (breakDue && text !== '') text += '\n';
    breakDue = false;
    text += piece;
  };
  const walk = (node: Node): void => {
    if (node.nodeType === 3) {
      const piece = (node as Text).data.replaceAll('\u00a0', ' ');
      // White space between tags is the page's own source, not the writer's.
      if (piece === '' || (piece.trim() === '' && piece.includes('\n'))) return;
      add('');
      runs.push({ node: node as Text, start: text.length });
      text += piece;
      return;
    }
    if (node.nodeType !== 1) return;
    const element = node as Element;
    if (node !== root && skip(element)) return;
    if (element.tagName === 'BR') {
      add('');
      text += '\n';
      return;
    }
    if (element.tagName === 'IMG') {
      add(element.getAttribute('alt') ?? '');
      return;
    }
    const block = BLOCKS.has(element.tagName);
    if (block && text !== '' && !text.endsWith('\n')) breakDue = true;
    for (const child of element.childNodes) walk(child);
    if (block && text !== '' && !text.endsWith('\n')) breakDue = true;
  };
  walk(root);
  return { text: text.trimEnd(), runs };
}
