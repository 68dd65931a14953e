import type { CensoredReport } from '../bus/to-guard.ts';
import type { Composer, Surface } from '../surfaces/surface.ts';
import { createCensor } from './censor.ts';

/** Attributes by which a site's own code is written. Every other value may hold somebody's name, and is censored. */
const OF_THE_SITE =
  /^(?:id|class|name|role|type|contenteditable|tabindex|dir|lang|aria-(?:haspopup|expanded|hidden|disabled|checked|selected|multiline|live|modal|controls|owns)|data-(?:testid|test-id|e2e|qa|tab|pagelet|lexical-editor|slate-editor|action|app-section)|jslog|jsname|selector|g_editable|disabled|hidden|for)$/;
/** Kept values too may carry a number or an address that a site has built in. */
const PERSONAL = /@|\d{5,}/;
const MOST_NODES = 1_500;
const DEEPEST = 40;

/**
 * What an adapter sees of one composer, without what is written there or to whom. It is shown to the user and saved by
 * them; the guard sends it nowhere but to our own page.
 */
export function reportOf(
  { surface, composer }: { readonly surface: Surface; readonly composer: Composer },
  by: NonNullable<CensoredReport['hooks']>['by'] = 'built-in',
): CensoredReport {
  const censor = createCensor(crypto.randomUUID());
  const { hooks } = surface;
  const problems = composer.read().unreadable;
  return {
    surface: surface.id,
    ...(hooks && { hooks: { version: hooks.version, by } }),
    problems,
    found: hooks ? found(hooks.boxes, composer.root) : [],
    outline: outline(composer.root, censor),
  };
}

/** How often each selector matches inside the composer: where a redesign has struck, a line reads 0. */
function found(boxes: readonly object[], root: Element): readonly string[] {
  const lines: string[] = [];
  const walk = (value: unknown, path: string): void => {
    if (Array.isArray(value)) {
      for (const [at, each] of value.entries()) {
        if (typeof each === 'string') lines.push(`${path}[${at}] ${count(root, each)}`);
        else walk(each, `${path}[${at}]`);
      }
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, part] of Object.entries(value)) walk(part, path === '' ? key : `${path}.${key}`);
    }
  };
  for (const [at, box] of boxes.entries()) walk(box, 'name' in box ? String(box.name) : String(at));
  return lines;
}

function count(root: Element, selector: string): string {
  // A part behind `>>>` stands in a tree of its own; its host says whether the way to it is still there.
  const [outer = ''] = selector.split('>>>');
  try {
    const matches = root.querySelectorAll(outer).length + (root.matches(outer) ? 1 : 0);
    return selector.includes('>>>') ? `${matches} (host)` : String(matches);
  } catch {
    return 'no selector';
  }
}

function outline(root: Element, censor: (text: string) => string): string {
  const lines: string[] = [];
  const walk = (node: Node, depth: number): void => {
    if (lines.length >= MOST_NODES || depth > DEEPEST) return;
    const indent = '  '.repeat(depth);
    if (node.nodeType === 3) {
      const text = (node as Text).data.trim();
      if (text !== '') lines.push(`${indent}"${censor(text.slice(0, 200))}"`);
      return;
    }
    if (node.nodeType !== 1) return;
    const element = node as Element;
    lines.push(`${indent}${element.tagName.toLowerCase()}${attributes(element, censor)}`);
    if (element.shadowRoot) {
      lines.push(`${indent}  #shadow`);
      for (const child of element.shadowRoot.childNodes) walk(child, depth + 2);
    }
    for (const child of element.childNodes) walk(child, depth + 1);
  };
  walk(root, 0);
  if (lines.length >= MOST_NODES) lines.push('… and more');
  return lines.join('\n');
}

function attributes(element: Element, censor: (text: string) => string): string {
  return [...element.attributes]
    .filter(({ name }) => name !== 'style' && name !== 'd' && !name.startsWith('on'))
    .map(({ name, value }) => {
      const kept = OF_THE_SITE.test(name) && !PERSONAL.test(value);
      const shown = kept ? value : censor(value);
      return shown === '' ? ` ${name}` : ` ${name}="${shown.slice(0, 120)}"`;
    })
    .join('');
}
